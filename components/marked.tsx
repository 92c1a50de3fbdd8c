import type { ReactNode } from 'react';
import { Misheard } from '@/components/misheard';
import type { Correction } from '@/lib/search/glossary/corrections';

export interface Span {
  start: number;
  end: number;
}

/**
 * Text with some of its spans wrapped, and what was misheard shown as it is meant. `spans` ascend, do not
 * overlap and never cut a correction; React escapes everything.
 */
export function marked(
  text: string,
  spans: readonly Span[],
  wrap: (words: ReactNode, index: number) => ReactNode,
  corrections: readonly Correction[] = [],
): ReactNode {
  if (spans.length === 0) return meant(text, 0, text.length, corrections);
  const pieces: ReactNode[] = [];
  let at = 0;
  spans.forEach(({ start, end }, i) => {
    if (start > at) pieces.push(meant(text, at, start, corrections));
    pieces.push(wrap(meant(text, start, end, corrections), i));
    at = end;
  });
  pieces.push(meant(text, at, text.length, corrections));
  return pieces;
}

function meant(text: string, from: number, to: number, corrections: readonly Correction[]) {
  const own = corrections.filter(({ start, end }) => start >= from && end <= to);
  if (own.length === 0) return text.slice(from, to);
  const pieces: ReactNode[] = [];
  let at = from;
  for (const { start, end, term } of own) {
    pieces.push(text.slice(at, start));
    pieces.push(<Misheard key={start} term={term} heard={text.slice(start, end)} />);
    at = end;
  }
  pieces.push(text.slice(at, to));
  return pieces;
}
