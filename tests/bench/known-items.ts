import { forms, tokenise } from '../../lib/search/normalise.ts';
import type { Passage } from '../../lib/search/passage.ts';
import { typosAllowed } from '../../lib/search/typo.ts';
import { mistype } from './search-queries.ts';
import { type Mishearing, mishearing, shuffled, soundAlike } from './sound-alike.ts';

/** Something that is known to be there, and how somebody asks for it. */
export interface KnownItem {
  /** What was said, in normalised words. */
  said: string;
  query: string;
  /** Ids of all passages that have what was said, in these words and this order. */
  passages: Set<string>;
}

export const KNOWN_CLASSES = [
  'exact',
  'two words dropped',
  'one typo',
  'shuffled',
  'misheard',
] as const;
export type KnownClass = (typeof KNOWN_CLASSES)[number];

const WINDOW = 6;
/** Sum of the words' inverse document frequencies (natural logarithm) that makes a window distinctive. */
const DISTINCTIVE = 22;
/** A person asks for a name or term with a word or two beside it. */
const MISHEARD_WITH = 2;
/** What machines mishear: words in at most this share of the passages, of so many letters. */
const RARE_SHARE = 0.001;
const RARE_LETTERS = 5;
/** Words in at most this share of the passages make terms with others. */
const TERM_SHARE = 0.01;
/** Words in so many passages are known to everybody, and to a machine. */
const KNOWN_FROM = 20;
const TRIES_PER_ITEM = 500;

interface Windows {
  /** A distinctive window of a passage, by chance; null where chance led to none. */
  draw(next: () => number): string[] | null;
  /** Passages that have these words in this order. */
  having(window: readonly string[]): Set<string>;
  /** What a machine that does not know it writes otherwise: a name, or in a text without names any rare word. */
  isMisheard(word: string): boolean;
  /** A word with a meaning of its own, that makes one term with the word beside it. */
  isTerm(word: string): boolean;
  machine: Mishearing;
}

/**
 * Known-item search (Azzopardi & de Rijke, "Automatic construction of known-item finding test beds",
 * SIGIR 2006): windows of six words are drawn from the passages, and asked for as they are and as people
 * misremember them; for the misheard ones, windows with a name. Every passage with the same words counts
 * as correct. Up to `count` items of each class; `next` gives numbers from 0 to 1.
 */
export function knownItems(
  passages: readonly Passage[],
  count: number,
  next: () => number,
): Record<KnownClass, KnownItem[]> {
  const windows = readWindows(passages);
  const items: Record<KnownClass, KnownItem[]> = {
    exact: [],
    'two words dropped': [],
    'one typo': [],
    shuffled: [],
    misheard: [],
  };
  const rewritten = KNOWN_CLASSES.filter((name) => name !== 'misheard');
  for (let tries = count * TRIES_PER_ITEM; tries > 0; tries--) {
    const isFull = items.exact.length >= count;
    if (isFull && items.misheard.length >= count) break;
    const window = windows.draw(next);
    if (!window) continue;
    const said = window.join(' ');
    const heard = items.misheard.length < count ? misheard(window, windows, next) : null;
    if (heard) items.misheard.push(heard);
    const remembered = isFull ? null : misremembered(window, next);
    const passages = remembered ? windows.having(window) : null;
    if (!remembered || !passages) continue;
    for (const name of rewritten) items[name].push({ said, query: remembered[name], passages });
  }
  return items;
}

function readWindows(passages: readonly Passage[]): Windows {
  const texts = passages.map(({ id, text }) => ({ id, words: forms(text) }));
  const holding = new Map<string, number[]>();
  for (const [at, { words }] of texts.entries()) {
    for (const word of new Set(words)) {
      const own = holding.get(word);
      if (own) own.push(at);
      else holding.set(word, [at]);
    }
  }
  const frequency = (word: string) => holding.get(word)?.length ?? 0;
  const idf = (word: string) => Math.log(texts.length / Math.max(1, frequency(word)));
  const names = namesIn(passages);
  return {
    draw(next) {
      const { words } = texts[Math.floor(next() * texts.length)] ?? { words: [] };
      if (words.length < WINDOW) return null;
      const start = Math.floor(next() * (words.length - WINDOW + 1));
      const window = words.slice(start, start + WINDOW);
      if (new Set(window).size < WINDOW) return null;
      return window.reduce((sum, word) => sum + idf(word), 0) < DISTINCTIVE ? null : window;
    },
    having(window) {
      const rarest = window.reduce((a, b) => (frequency(a) <= frequency(b) ? a : b));
      const run = ` ${window.join(' ')} `;
      const same = (holding.get(rarest) ?? []).flatMap((at) => {
        const text = texts[at];
        return text && ` ${text.words.join(' ')} `.includes(run) ? [text.id] : [];
      });
      return new Set(same);
    },
    isMisheard: (word) =>
      word.length >= RARE_LETTERS &&
      /^[a-z]+$/.test(word) &&
      frequency(word) <= Math.max(2, RARE_SHARE * texts.length) &&
      (names.size === 0 || names.has(word)),
    isTerm: (word) => /^[a-z]{3,}$/.test(word) && frequency(word) <= TERM_SHARE * texts.length,
    machine: mishearing([...holding.keys()].filter((word) => frequency(word) >= KNOWN_FROM)),
  };
}

/** Words that begin with a capital letter within a sentence at least as often as not. */
function namesIn(passages: readonly Passage[]): Set<string> {
  const balance = new Map<string, number>();
  for (const { text } of passages) {
    for (const { form, start } of tokenise(text)) {
      if (!/[\p{Ll},]\s$/u.test(text.slice(Math.max(0, start - 2), start))) continue;
      const step = /\p{Lu}/u.test(text.charAt(start)) ? 1 : -1;
      balance.set(form, (balance.get(form) ?? 0) + step);
    }
  }
  return new Set([...balance].filter(([, sum]) => sum > 0).map(([form]) => form));
}

/** What people type who remember a window, or null where it has no word to be mistyped. */
function misremembered(
  window: readonly string[],
  next: () => number,
): Record<Exclude<KnownClass, 'misheard'>, string> | null {
  const long = any(
    window.filter((word) => typosAllowed(word) > 0),
    next,
  );
  const typo = long === undefined ? undefined : mistype(long, next);
  if (typo === undefined || typo === long) return null;
  const dropped = new Set(shuffled(window, next).slice(0, 2));
  return {
    exact: window.join(' '),
    'two words dropped': window.filter((word) => !dropped.has(word)).join(' '),
    'one typo': window.map((word) => (word === long ? typo : word)).join(' '),
    shuffled: shuffled(window, next).join(' '),
  };
}

/**
 * A name of the window and two words beside it, the name as a machine hears it: as other words it knows,
 * in one with the other half of a term, or spelt as it sounds, whichever of these by chance is possible.
 * Every passage with the three words counts as correct: more was not asked for. Null for a window
 * without a name.
 */
function misheard(
  window: readonly string[],
  { isMisheard, isTerm, machine, having }: Windows,
  next: () => number,
): KnownItem | null {
  const name = any(window.filter(isMisheard), next);
  if (name === undefined) return null;
  const at = window.indexOf(name);
  // The words beside it, at the edge of the window the nearest two.
  const from = Math.max(0, Math.min(at - 1, window.length - 1 - MISHEARD_WITH));
  const asked = window.slice(from, from + 1 + MISHEARD_WITH);
  const replaced = (by: string | null) =>
    by === null ? null : asked.map((word) => (word === name ? by : word)).join(' ');
  const joined = (after = asked[asked.indexOf(name) + 1]) =>
    after !== undefined && isTerm(after) ? asked.join(' ').replace(`${name} `, name) : null;
  const ways = [
    () => replaced(machine.otherWords(name, next)),
    () => joined(),
    () => replaced(soundAlike(name, next)),
  ];
  for (const way of shuffled(ways, next)) {
    const query = way();
    if (query !== null) return { said: asked.join(' '), query, passages: having(asked) };
  }
  return null;
}

const any = <T>(list: readonly T[], next: () => number): T | undefined =>
  list[Math.floor(next() * list.length)];
