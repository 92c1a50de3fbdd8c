import { correctedTokens } from './glossary/corrections.ts';
import { normalise } from './normalise.ts';
import type { Passage } from './passage.ts';

/** Stands in no token, so that no phrase reaches over it. */
const APART = ' ¶ ';

/** What engines search a passage by: its words as they are written and, where some were misheard, as meant. */
export function searchedWords({
  text,
  corrections,
}: Pick<Passage, 'text' | 'corrections'>): string {
  const written = normalise(text);
  if (!corrections || corrections.length === 0) return written;
  const meant = correctedTokens(text, corrections).map(({ form }) => form);
  return written + APART + meant.join(' ');
}
