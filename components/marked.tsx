import type { ReactNode } from 'react';

export interface Span {
  start: number;
  end: number;
}

/** Text with some of its spans wrapped. `spans` ascend and do not overlap; React escapes everything. */
export function marked(
  text: string,
  spans: readonly Span[],
  wrap: (words: string, index: number) => ReactNode,
): ReactNode {
  if (spans.length === 0) return text;
  const pieces: ReactNode[] = [];
  let at = 0;
  spans.forEach(({ start, end }, i) => {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(wrap(text.slice(start, end), i));
    at = end;
  });
  pieces.push(text.slice(at));
  return pieces;
}
