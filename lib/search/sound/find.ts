import type { Hit } from '../engine.ts';
import { passesFilters } from '../filter-passage.ts';
import { matchText } from '../match.ts';
import { type Token, tokenise } from '../normalise.ts';
import type { Passage } from '../passage.ts';
import type { Query } from '../query.ts';
import type { WordCounts } from '../quote-finder.ts';
import { soundOf } from './code.ts';
import { type Heard, hear, MANY_SOUNDS, type Misheard } from './hear.ts';

/** Words as they sound, and passages that have some of them. */
export interface SoundTools {
  /** Rare words of the corpus that sound and are written like these words run together, the most alike first. */
  sounding(words: readonly string[], most: number): Promise<string[]>;
  /**
   * Passages that have any of these words and all of those beside them: without any beside, those with
   * the rarest and the most of them first, else the newest.
   */
  havingAny(
    words: readonly string[],
    limit: number,
    beside?: readonly string[],
  ): Promise<Passage[]>;
  counts(tokens: Iterable<string>): Promise<WordCounts>;
}

/** Sounds that are worth looking for: shorter ones sound like everything. */
const LEAST_SOUNDS = { alone: 3, beside: 2 };
/** Longer queries are not listened to, nor longer runs of them; still less where every word is known. */
const MOST_WORDS = 8;
const MOST_KNOWN_WORDS = 4;
const MOST_MISHEARD = { alone: 3, beside: 3, known: 2 };
/** Halves of a word that were said as two have so many letters; so many ways to halve it are tried. */
const LEAST_HALF = 2;
const MOST_CUTS = 4;
/** Words tried for each part of the query, and for a piece of it; passages looked into. */
const TRIED = 40;
const TRIED_PIECE = { alone: 16, beside: 8 };
const LOOKED_INTO = { alone: 100, beside: 60 };
/** So near is no chance. */
const NEAR = 0.35;
const MOST_HITS = 20;
/** A word in more of the passages than this share is not what was misheard. */
const COMMON_SHARE = 0.05;
/** What is so much farther from the sought than the nearest is chance. */
const BESIDE_BEST = { few: 0.2, many: 0.5 };

/**
 * Passages in which something was said that sounds like what is sought, though it was written down
 * otherwise: the most alike first. Some words of the query, side by side, must sound like as many words
 * of the passage, one fewer or one more; the others it must have as they are. Words that nobody says
 * are among those that were misheard.
 */
export async function findSoundAlikes(query: Query, tools: SoundTools): Promise<Hit[]> {
  const words = query.must.flatMap(({ tokens, exact }) => (exact ? [] : tokens));
  if (words.length === 0 || words.length > MOST_WORDS || query.must.some(({ exact }) => exact)) {
    return [];
  }
  const found = new Map<string, Heard & { passage: Passage }>();
  const tokens = new Map<string, Token[]>();
  let nearest = Infinity;
  const listen = async (misheard: Misheard, tried: Set<string>, beside: readonly string[]) => {
    if (tried.size === 0) return;
    const most = LOOKED_INTO[beside.length > 0 ? 'beside' : 'alone'];
    for (const passage of await tools.havingAny([...tried], most, beside)) {
      if (!passesFilters(passage, query.filters)) continue;
      const said = tokens.get(passage.id) ?? tokenise(passage.text);
      tokens.set(passage.id, said);
      const heard = hear(said, misheard, tried);
      if (!heard || heard.distance >= (found.get(passage.id)?.distance ?? Infinity)) continue;
      found.set(passage.id, { passage, ...heard });
      nearest = Math.min(nearest, heard.distance);
    }
  };
  const counts = await tools.counts(words);
  const sounding = remember(tools.sounding);
  let length = 1;
  for (const misheard of suppose(words, counts)) {
    const { part, beside } = misheard;
    // Words that nobody says are proof; what explains them with the fewest others is enough.
    if (part.length > length && nearest <= NEAR && counts.of.size < new Set(words).size) break;
    if (part.length > 2 && beside.length === 0 && found.size > 0) break;
    length = part.length;
    await listen(misheard, await wordsFor(misheard, sounding), beside);
    const [word = ''] = part;
    if (part.length > 1) continue;
    for (const [first, second] of halves(word, await tools.counts(cuts(word).flat())))
      await listen(misheard, new Set([first]), [second, ...beside]);
  }
  const size = soundOf(words).length < MANY_SOUNDS ? 'few' : 'many';
  const hits: Hit[] = [];
  let best: number | null = null;
  for (const { passage, spans, distance } of [...found.values()].sort(byDistance)) {
    if (distance > (best ?? distance) + BESIDE_BEST[size] || hits.length === MOST_HITS) break;
    if (isAsWritten(passage, query)) continue;
    best ??= distance;
    hits.push({ passage, matches: spans, how: 'sound' });
  }
  return hits;
}

const byDistance = (a: Heard, b: Heard) => a.distance - b.distance;

/** Found already, or excluded. */
function isAsWritten({ text, corrections = [] }: Passage, query: Query): boolean {
  if (matchText(text, query, { corrections }) !== null) return true;
  const allowed = { ...query, must: [] };
  return query.not.length > 0 && matchText(text, allowed, { corrections }) === null;
}

/** What may have been misheard: runs of neighbouring words with all that the corpus does not have, the shortest first. */
function suppose(words: readonly string[], counts: WordCounts): Misheard[] {
  const count = (word: string) => counts.of.get(word) ?? 0;
  const unknown = words.flatMap((word, at) => (count(word) === 0 ? [at] : []));
  const [first = words.length - 1, last = 0] = [unknown[0], unknown.at(-1)];
  if (unknown.length === 0 && words.length > MOST_KNOWN_WORDS) return [];
  const supposed: Misheard[] = [];
  for (let from = 0; from <= first; from++) {
    for (let to = Math.max(from, last) + 1; to <= words.length; to++) {
      const part = words.slice(from, to);
      const beside = [...words.slice(0, from), ...words.slice(to)];
      const kind = beside.length === 0 ? 'alone' : 'beside';
      const known = unknown.length === 0 && kind === 'beside' ? 'known' : kind;
      if (part.length > MOST_MISHEARD[known] || soundOf(part).length < LEAST_SOUNDS[kind]) continue;
      if (part.every((word) => count(word) > COMMON_SHARE * counts.passages)) continue;
      supposed.push({ part, beside });
    }
  }
  return supposed.sort((a, b) => a.part.length - b.part.length);
}

const cuts = (word: string): [string, string][] =>
  Array.from({ length: Math.max(0, word.length - 2 * LEAST_HALF + 1) }, (_, i) => [
    word.slice(0, i + LEAST_HALF),
    word.slice(i + LEAST_HALF),
  ]);

/** Two words of the corpus that were heard as one, the most evenly cut first. */
function halves(word: string, { of }: WordCounts): [string, string][] {
  const uneven = ([a, b]: [string, string]) => Math.abs(a.length - b.length);
  return cuts(word)
    .filter(([a, b]) => of.has(a) && of.has(b))
    .sort((a, b) => uneven(a) - uneven(b))
    .slice(0, MOST_CUTS);
}

/** Words of the corpus that the part, or some of it, may have been written down as. */
async function wordsFor({ part, beside }: Misheard, sounding: SoundTools['sounding']) {
  const tried = new Set<string>();
  for (const run of runs(part)) {
    const isWhole = run.length === part.length;
    if (!isWhole && soundOf(run).length < LEAST_SOUNDS.alone) continue;
    const most = isWhole ? TRIED : TRIED_PIECE[beside.length > 0 ? 'beside' : 'alone'];
    for (const word of (await sounding(run, TRIED)).slice(0, most)) tried.add(word);
    // “watch tower” was heard as one word, however common.
    if (run.length > 1) tried.add(run.join(''));
  }
  return tried;
}

/** Asks only once for the same words. */
function remember(sounding: SoundTools['sounding']): SoundTools['sounding'] {
  const known = new Map<string, Promise<string[]>>();
  return (words, most) => {
    const key = words.join(' ');
    const asked = known.get(key) ?? sounding(words, most);
    known.set(key, asked);
    return asked;
  };
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
