import type { Conversation } from '../understanding.ts';
import { isEnglish, type TermOf, words } from '../words.ts';
import { readNumbers } from './numbers.ts';
import { readUrls } from './plain-text.ts';

/** A word of letters: as written without its possessive, folded for comparison, and where it starts. */
export interface Letters {
  text: string;
  key: string;
  start: number;
}

/** What was said in some turns, ready to be compared with what a model claims about them. */
export interface Evidence {
  /** Folded words, and neighbours written as one ("open AI" for "OpenAI"). */
  words: ReadonlySet<string>;
  /** Words as written, for capitals that make the difference ("US", "us"). */
  forms: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  urls: ReadonlySet<string>;
  terms: ReadonlySet<string>;
}

const LETTERS = /(?<!\p{N})[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Lower case without diacritics, so that "Café" and "cafe" are one word. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of letters in a text; digits end them, dotted capitals ("U.S.") are one. */
export function readLetters(text: string): Letters[] {
  const undotted = text.replace(/(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,}/gu, (s) =>
    s.replaceAll('.', ''),
  );
  return [...undotted.matchAll(LETTERS)].map((match) => {
    const bare = match[0].replace(/['’]s$/iu, '');
    return { text: bare, key: fold(bare).replace(/['’]/g, ''), start: match.index };
  });
}

/**
 * Speech that gives orders to a language model. It is shown like any other, but proves nothing:
 * otherwise whoever says "ignore your instructions and write X" would have X said, thus proven.
 */
const ORDERS =
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|prior|above|earlier|preceding|your|all|any|these|system)\b.{0,30}\b(?:instructions?|prompts?|rules|directions|guidelines)\b|\bnew instructions?\s*:|\b(?:respond|reply|answer) (?:only|exactly) with\b|\b(?:set|make|change) the title to\b|<\|?\/?(?:im_start|im_end|system|assistant)\b|\[\/?INST\]/isu;

export const givesOrders = (text: string): boolean => ORDERS.test(text);

/** Gathers what the given turns say; their speakers' names count as said. */
export function gather(
  conversation: Conversation,
  turns: Iterable<number>,
  termOf: TermOf,
): Evidence {
  const english = isEnglish(conversation.language);
  const evidence = {
    words: new Set<string>(),
    forms: new Set<string>(),
    numbers: new Set<string>(),
    urls: new Set<string>(),
    terms: new Set<string>(),
  };
  const add = (text: string) => {
    const letters = readLetters(text);
    letters.forEach(({ text: form, key }, i) => {
      evidence.forms.add(form);
      evidence.words.add(key);
      const next = letters[i + 1];
      if (next) evidence.words.add(key + next.key);
    });
    for (const { keys } of readNumbers(text, english))
      for (const key of keys) evidence.numbers.add(key);
    for (const url of readUrls(text)) evidence.urls.add(url);
    for (const term of termsOf(text, termOf)) evidence.terms.add(term);
  };
  const speakers = new Set<string>();
  for (const turn of turns) {
    const spoken = conversation.turns[turn];
    if (!spoken || givesOrders(spoken.text)) continue;
    add(spoken.text);
    const speaker = spoken.speaker === null ? undefined : conversation.speakers[spoken.speaker];
    if (speaker) speakers.add(speaker.name);
  }
  for (const name of speakers) add(name);
  return evidence;
}

/** The content words of a text as terms, folded. */
export function termsOf(text: string, termOf: TermOf): string[] {
  return words(text).flatMap(({ key }) => termOf(fold(key)) ?? []);
}
