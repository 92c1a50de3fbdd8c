import type { Hit } from '../engine.ts';
import { passesFilters } from '../filter-passage.ts';
import { matchText, type Span } from '../match.ts';
import { tokenise } from '../normalise.ts';
import type { Passage } from '../passage.ts';
import type { Query } from '../query.ts';
import { osaDistance } from '../typo.ts';
import { soundOf } from './code.ts';
import { soundDistance } from './distance.ts';

/** Words as they sound, and passages that have some of them. */
export interface SoundTools {
  /** Rare words of the corpus that sound like a code, the most alike first. */
  sounding(code: string, most: number): Promise<string[]>;
  /** Passages that have any of these words, those with the rarest and the most of them first. */
  havingAny(words: readonly string[], limit: number): Promise<Passage[]>;
}

/** A run of words may sound this differently from what was sought: short ones less, longer ones more. */
const LIMITS = { one: 0.2, several: 0.34 };
/** And be written this differently, as a share of the letters: few sounds prove little by themselves. */
const LETTERS = { few: 0.5, many: 0.66 };
/** From so many sounds on a likeness is hardly chance. */
const MANY_SOUNDS = 5;
/** How much less the letters tell than the sounds. */
const LETTERS_WEIGH = 0.5;
/** Sounds that are worth looking for: shorter ones sound like everything. */
const LEAST_SOUNDS = 3;
const MOST_WORDS = 4;
/** Words tried for each part of the query, and passages looked into. */
const TRIED = 40;
const LOOKED_INTO = 300;
const MOST_HITS = 20;
/** What is so much farther from the sought than the nearest is chance. */
const BESIDE_BEST = { few: 0.2, many: 0.5 };

/**
 * Passages in which something was said that sounds like what is sought, though it was written down
 * otherwise: the most alike first. Words of the query that a passage has are taken as they are; the
 * others, side by side, must sound like as many words, one fewer or one more.
 */
export async function findSoundAlikes(query: Query, tools: SoundTools): Promise<Hit[]> {
  const words = query.must.flatMap(({ tokens, exact }) => (exact ? [] : tokens));
  if (words.length === 0 || words.length > MOST_WORDS || query.must.some(({ exact }) => exact)) {
    return [];
  }
  const tried = new Set<string>();
  for (const part of runs(words)) {
    const code = soundOf(part);
    if (code.length < LEAST_SOUNDS) continue;
    for (const word of await tools.sounding(code, TRIED)) tried.add(word);
    // “watch tower” was heard as one word, however common.
    if (part.length > 1) tried.add(part.join(''));
  }
  if (tried.size === 0) return [];
  const passages = await tools.havingAny([...tried], LOOKED_INTO);
  const found = passages.flatMap((passage) => {
    if (!passesFilters(passage, query.filters)) return [];
    const heard = hear(passage, words, tried, query);
    return heard ? [{ passage, ...heard }] : [];
  });
  found.sort((a, b) => a.distance - b.distance);
  const nearest = found[0]?.distance ?? 0;
  const size = soundOf(words).length < MANY_SOUNDS ? 'few' : 'many';
  return found
    .filter(({ distance }) => distance <= nearest + BESIDE_BEST[size])
    .slice(0, MOST_HITS)
    .map(({ passage, spans }) => ({ passage, matches: spans, how: 'sound' as const }));
}

/** All runs of neighbouring words, the whole first. */
function runs(words: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let size = words.length; size > 0; size--) {
    for (let from = 0; from + size <= words.length; from++) {
      found.push(words.slice(from, from + size));
    }
  }
  return found;
}

/** Where a text sounds like the words, and how differently; null where it does not, or has them as written. */
function hear(
  { text, corrections = [] }: Passage,
  words: readonly string[],
  tried: ReadonlySet<string>,
  query: Query,
): { spans: Span[]; distance: number } | null {
  if (matchText(text, query, { corrections }) !== null) return null;
  const allowed = { ...query, must: [] };
  if (query.not.length > 0 && matchText(text, allowed, { corrections }) === null) return null;
  const tokens = tokenise(text);
  const said = new Set(tokens.map(({ form }) => form));
  // The whole as one sound, or only what the text does not have as written.
  const missing = words.filter((word) => !said.has(word));
  const sought = missing.length === words.length ? [words] : [words, missing];
  let best: { spans: Span[]; distance: number } | null = null;
  for (const part of sought) {
    const code = soundOf(part);
    if (code.length < LEAST_SOUNDS) continue;
    const most = LETTERS[code.length < MANY_SOUNDS ? 'few' : 'many'];
    const limit = part.length > 1 ? LIMITS.several : LIMITS.one;
    for (let from = 0; from < tokens.length; from++) {
      for (let size = Math.max(1, part.length - 1); size <= part.length + 1; size++) {
        const window = tokens.slice(from, from + size);
        const [first, last] = [window[0], window.at(-1)];
        if (!first || !last || window.length < size) continue;
        if (!window.some(({ form }) => tried.has(form))) continue;
        const heard = soundOf(window.map(({ form }) => form));
        if (Math.abs(heard.length - code.length) > 2) continue;
        const sounds = soundDistance(code, heard);
        if (sounds > limit) continue;
        const letters = lettersApart(
          part,
          window.map(({ form }) => form),
        );
        const distance = sounds + LETTERS_WEIGH * letters;
        if (letters > most || distance >= (best?.distance ?? Infinity)) continue;
        best = { distance, spans: [{ start: first.start, end: last.end }] };
      }
    }
  }
  return best;
}

/** How differently two runs of words are written, run together: 0 to 1. */
function lettersApart(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a.join(''), b.join('')];
  const longest = Math.max(one.length, other.length);
  return osaDistance(one, other, longest) / longest;
}
