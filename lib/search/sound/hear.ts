import type { Span } from '../match.ts';
import type { Token } from '../normalise.ts';
import { soundOf } from './code.ts';
import { LETTERS_WEIGH, lettersApart, soundDistance } from './distance.ts';

/** Words that were perhaps misheard, and the other words of the query, that stand as they are. */
export interface Misheard {
  part: readonly string[];
  beside: readonly string[];
}

/** Where a text sounds like the part, and how differently it is said, written and placed: 0 is best. */
export interface Heard {
  spans: Span[];
  distance: number;
}

/** A run of words may sound this differently from what was sought: short ones less, longer ones more. */
const LIMITS = { one: 0.2, several: 0.34 };
/** And be written this differently, as a share of the letters: few sounds prove little by themselves. */
const LETTERS = { few: 0.5, many: 0.66 };
/** From so many sounds on a likeness is hardly chance. */
export const MANY_SOUNDS = 5;
/** The other words of the query are proof as well: beside them both may differ more. */
const BESIDE = { sounds: 0.34, letters: 0.75 };
/** How much less it tells than the sounds where the other words stand. */
const PLACE_WEIGHS = 0.25;
/** Words so far from each other have nothing to do with one another. */
const FAR = 12;

/**
 * The place in a text that sounds most like the part, heard as as many words, one fewer or one more, at
 * least one of them among `tried`; null where there is none, or another word of the query is missing.
 */
export function hear(
  tokens: readonly Token[],
  { part, beside }: Misheard,
  tried: ReadonlySet<string>,
): Heard | null {
  const places = beside.map((word) =>
    tokens.flatMap(({ form }, at) => (form === word ? [at] : [])),
  );
  if (places.some((own) => own.length === 0)) return null;
  const code = soundOf(part);
  const own = LETTERS[code.length < MANY_SOUNDS ? 'few' : 'many'];
  const most = beside.length > 0 ? BESIDE.letters : own;
  const alone = part.length > 1 ? LIMITS.several : LIMITS.one;
  const limit = beside.length > 0 ? BESIDE.sounds : alone;
  let best: Heard | null = null;
  const listen = (from: number, to: number) => {
    const window = tokens.slice(from, to).map(({ form }) => form);
    const heard = soundOf(window);
    if (Math.abs(heard.length - code.length) > 2) return;
    const sounds = soundDistance(code, heard);
    if (sounds > limit) return;
    const letters = lettersApart(part.join(''), window.join(''));
    const place = beside.length > 0 ? PLACE_WEIGHS * apart(places, from, to) : 0;
    const distance = sounds + LETTERS_WEIGH * letters + place;
    if (letters > most || distance >= (best?.distance ?? Infinity)) return;
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (first && last) best = { distance, spans: [{ start: first.start, end: last.end }] };
  };
  for (const [at, { form }] of tokens.entries()) {
    if (!tried.has(form)) continue;
    for (let size = Math.max(1, part.length - 1); size <= part.length + 1; size++) {
      for (let from = Math.max(0, at - size + 1); from <= at; from++) {
        if (from + size <= tokens.length) listen(from, from + size);
      }
    }
  }
  return best;
}

/** How far the other words stand from a window, in the mean: 0 for at its side, 1 for far off. */
function apart(places: readonly (readonly number[])[], from: number, to: number): number {
  const gaps = places.map((own) =>
    own.reduce(
      (least, at) => Math.min(least, at < from ? from - 1 - at : Math.max(0, at - to)),
      FAR,
    ),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / (FAR * gaps.length);
}
