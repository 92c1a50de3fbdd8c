import type { Step } from './align.ts';
import type { Pasted } from './pasted.ts';
import type { Window } from './window.ts';

/**
 * `same`: both have it. `changed`: one is there for the other. `added`: published, but not said.
 * `missing`: said, but not published. `elided`: said, and the quote itself says it was left out.
 */
export type SegmentKind = 'same' | 'changed' | 'added' | 'missing' | 'elided';

/** A stretch of the two texts. `published` and `said` are verbatim, with the signs after them. */
export interface Segment {
  kind: SegmentKind;
  published: string;
  said: string;
  publishedWords: number;
  saidWords: number;
  /** Position of the turn in which it was said, or would stand. */
  turn: number;
}

const kindOf = ({ pasted, said, likeness, elided }: Step): SegmentKind =>
  elided
    ? 'elided'
    : said < 0
      ? 'added'
      : pasted < 0
        ? 'missing'
        : likeness === 1
          ? 'same'
          : 'changed';

/** Signs that belong to the word before them. */
const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?…'"”’।。，、！？：；]+/u;

interface Run {
  kind: SegmentKind;
  turn: number;
  steps: Step[];
}

/** What differs between a quote and what was said, in stretches of one kind within one turn. */
export function diff(steps: readonly Step[], pasted: Pasted, window: Window): Segment[] {
  const runs: Run[] = [];
  let turn = window.words[steps.find(({ said }) => said >= 0)?.said ?? 0]?.turn ?? 0;
  for (const step of steps) {
    turn = window.words[step.said]?.turn ?? turn;
    const kind = kindOf(step);
    const before = runs.at(-1);
    if (before && before.kind === kind && before.turn === turn) before.steps.push(step);
    else runs.push({ kind, turn, steps: [step] });
  }
  return joinChanges(runs).map(({ kind, turn: own, steps: within }) => {
    const text = window.turns[own]?.text ?? '';
    const saidWords = within.flatMap(({ said }) => window.words[said] ?? []);
    const pastedWords = within.flatMap((step) => pasted.words[step.pasted] ?? []);
    return {
      kind,
      published: slice(pasted.text, pastedWords),
      said: slice(text, saidWords),
      publishedWords: pastedWords.length,
      saidWords: saidWords.length,
      turn: window.turns[own]?.position ?? 0,
    };
  });
}

/** A changed end is shown to the end of its sentence where that is no further than so many words. */
const TO_SENTENCE_END = 3;

/** Steps whose last word was changed, with the rest of the sentence: nobody ends in “about the”. */
export function withSentenceEnd(steps: readonly Step[], { words, turns }: Window): Step[] {
  const last = steps.at(-1);
  if (!last || last.said < 0 || last.likeness > 0) return [...steps];
  const rest: Step[] = [];
  for (let said = last.said; said <= last.said + TO_SENTENCE_END; said++) {
    const word = words[said];
    if (!word || word.turn !== words[last.said]?.turn) break;
    if (said > last.said) rest.push({ pasted: -1, said, likeness: 0, elided: false });
    const after = turns[word.turn]?.text.slice(word.end, word.end + 2) ?? '';
    if (/^["'”’)]?[.?!…。？！]/u.test(after)) return [...steps, ...rest];
  }
  return [...steps];
}

/** Words added beside words missing are one change to a reader, not two. */
function joinChanges(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  const differs = ({ kind }: Run) => kind !== 'same' && kind !== 'elided';
  for (const run of runs) {
    const before = joined.at(-1);
    const both = before && before.turn === run.turn && differs(before) && differs(run);
    if (both && before.kind !== run.kind) {
      before.kind = 'changed';
      before.steps.push(...run.steps);
    } else joined.push({ ...run, steps: [...run.steps] });
  }
  return joined;
}

/** From the first to the last word, with the signs that close it. */
function slice(text: string, words: readonly { start: number; end: number }[]): string {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return '';
  const end = last.end + (CLOSING.exec(text.slice(last.end, last.end + 8))?.[0].length ?? 0);
  return text.slice(first.start, end);
}
