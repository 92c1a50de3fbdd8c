import { type Correction, createCorrector } from './corrections.ts';
import type { GlossaryEntry, ScopedEntry } from './entry.ts';

/** Words that one glossary reads otherwise than another. */
export interface GlossaryChange {
  /** Will be marked, or is marked and will be no longer. */
  kind: 'new' | 'gone';
  term: string;
  /** Verbatim. */
  heard: string;
  /** Position of the turn in its episode, from 0, and characters in it. */
  turn: number;
  start: number;
  end: number;
}

/** Of all entries those that hold for a show; its own stand first, and so win. */
export const entriesFor = (entries: readonly ScopedEntry[], show: string): GlossaryEntry[] => [
  ...entries.filter((entry) => entry.show === show),
  ...entries.filter((entry) => entry.show === null),
];

/** What would change in an episode if `next` took the place of `now`, in the order of the talk. */
export function previewGlossary(
  turns: readonly { text: string }[],
  now: readonly GlossaryEntry[],
  next: readonly GlossaryEntry[],
): GlossaryChange[] {
  const [before, after] = [createCorrector(now), createCorrector(next)];
  return turns.flatMap(({ text }, turn) => {
    const [old, young] = [before(text), after(text)];
    const change = (kind: GlossaryChange['kind'], { start, end, term }: Correction) => ({
      kind,
      term,
      heard: text.slice(start, end),
      turn,
      start,
      end,
    });
    const has = (list: readonly Correction[], one: Correction) =>
      list.some(
        ({ start, end, term }) => start === one.start && end === one.end && term === one.term,
      );
    return [
      ...old.filter((each) => !has(young, each)).map((each) => change('gone', each)),
      ...young.filter((each) => !has(old, each)).map((each) => change('new', each)),
    ].sort((a, b) => a.start - b.start);
  });
}
