import type { Span } from './match.ts';

/** A stretch of a text about as long as two lines shows matches together. */
const TOGETHER_CHARACTERS = 180;

/**
 * The first of the matches that stand together and have the most of the words between them, of equals
 * the earliest: where a passage answers a query best. Undefined where nothing matched.
 */
export function closestMatches(text: string, matches: readonly Span[]): Span | undefined {
  const words = matches.map(({ start, end }) => text.slice(start, end).toLowerCase().split(/\s+/u));
  let best: Span | undefined;
  let most = { different: 0, all: 0 };
  for (const [i, match] of matches.entries()) {
    const limit = match.start + TOGETHER_CHARACTERS;
    const after = matches.findIndex(({ end }, at) => at > i && end > limit);
    const shown = words.slice(i, after < 0 ? undefined : after).flat();
    const different = new Set(shown).size;
    if (different < most.different || (different === most.different && shown.length <= most.all)) {
      continue;
    }
    best = match;
    most = { different, all: shown.length };
  }
  return best;
}
