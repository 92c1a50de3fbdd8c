import { type Phrase, phrasesOf } from '../phrases.ts';
import { isCourtesy, isQuestion } from '../sentence-form.ts';
import type { Statement } from '../statements.ts';
import type { TermOf } from '../words.ts';
import { readCasing } from './casing.ts';
import { isAddress, personReader } from './people.ts';
import { kindReader } from './word-kinds.ts';

/** What a statement has to offer to titles. */
export interface Phrased {
  phrases: readonly Phrase[];
  asks: boolean;
}

/** How a whole conversation puts things, however it is divided into sections. */
export interface Phrasing {
  /** One for each statement, in order. */
  statements: readonly Phrased[];
  /** How often each phrase and term is said. */
  phrases: ReadonlyMap<string, number>;
  terms: ReadonlyMap<string, number>;
  /** The usual form of a phrase, by its key. */
  textOf: (key: string) => string;
  /** Whether a text names nothing but people in the room. */
  isPerson: (text: string) => boolean;
}

/** Reads a conversation once for the titles of both its levels. Linear in the text. */
export function readPhrasing(
  statements: readonly Statement[],
  termOf: TermOf,
  people: readonly string[],
): Phrasing {
  const kindsOf = kindReader(statements, termOf);
  const forms = new Map<string, Map<string, number>>();
  const phrases = new Map<string, number>();
  const terms = new Map<string, number>();
  const phrased = statements.map((statement): Phrased => {
    for (const term of statement.terms) increase(terms, term);
    if (isCourtesy(statement.text)) return NOTHING;
    const own = phrasesOf(statement, kindsOf(statement), termOf).filter(
      (phrase) => !isAddress(statement, phrase),
    );
    for (const { key, text } of own) {
      increase(phrases, key);
      const known = forms.get(key) ?? new Map<string, number>();
      increase(known, text);
      forms.set(key, known);
    }
    return { phrases: own, asks: isQuestion(statement.text) };
  });
  const casing = readCasing(statements);
  const texts = new Map<string, string>();
  const textOf = (key: string) => {
    const text = texts.get(key) ?? casing(forms.get(key) ?? new Map());
    texts.set(key, text);
    return text;
  };
  const isPerson = personReader(statements, people);
  return { statements: phrased, phrases, terms, textOf, isPerson };
}

const NOTHING: Phrased = { phrases: [], asks: false };

export function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
