import type { Correction } from './glossary/corrections.ts';
import { matchText, type Span } from './match.ts';
import { forms } from './normalise.ts';
import type { Query } from './query.ts';

interface SpokenText {
  text: string;
  /** The name that people read; null where nobody knows. */
  speaker: string | null;
  /** What the glossary says was misheard in it. */
  corrections?: readonly Correction[];
}

/**
 * What a query marks in an episode's turns: in each turn that answers it, the words that do. Typos are
 * forgiven only where no turn has the words as they were typed, and in the turn at `landing`, to which
 * a search result led. Passages are shorter than turns, so a turn may also answer with its whole length.
 */
export function highlightTurns(turns: readonly SpokenText[], query: Query, landing = -1): Span[][] {
  if (query.must.length === 0) return turns.map(() => []);
  const wanted = query.filters.speaker.flatMap((filter) =>
    'words' in filter ? [filter.words] : [],
  );
  const speaks = (name: string | null) =>
    wanted.length === 0 ||
    wanted.some((words) => words.every((word) => forms(name ?? '').includes(word)));
  const mark = ({ text, speaker, corrections = [] }: SpokenText, typos: boolean) =>
    speaks(speaker) ? (matchText(text, query, { typos, corrections })?.spans ?? []) : [];
  const exact = turns.map((turn) => mark(turn, false));
  const none = exact.every((spans) => spans.length === 0);
  return exact.map((spans, i) => {
    const turn = turns[i];
    return turn && spans.length === 0 && (none || i === landing) ? mark(turn, true) : spans;
  });
}
