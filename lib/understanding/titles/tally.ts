import { type Phrase, phrasesOf } from '../phrases.ts';
import { isCourtesy, isQuestion } from '../sentence-form.ts';
import type { Statement } from '../statements.ts';
import type { TermOf } from '../words.ts';
import { isAddress } from './people.ts';
import { kindReader } from './word-kinds.ts';

/** How a phrase occurs in one section. */
export interface Seen {
  sample: Phrase;
  count: number;
  /** Number of turns that have it. */
  turns: number;
  firstTurn: number;
  lastTurn: number;
  /** Terms of the section before the statement that has it first. */
  before: number;
  /** The turn that asks for it or brings it up as the section opens. */
  asked: Cue | null;
}

export interface Cue {
  turn: number;
  how: 'asked' | 'brought up';
}

/** What one section says. */
export interface Told {
  phrases: Map<string, Seen>;
  terms: Map<string, number>;
  /** Number of terms. */
  size: number;
}

/** What all sections say. */
export interface Tally {
  sections: Told[];
  /** How often each phrase and term is said in the whole episode. */
  phrases: ReadonlyMap<string, number>;
  terms: ReadonlyMap<string, number>;
  /** How each phrase is written, by its key. */
  forms: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Terms within which a section is opening. */
const OPENING_TERMS = 40;
const BRINGS_UP =
  /^(?:about|regarding|discuss|discussing|called|explain|explaining|describe|explore|introduce|cover)$/;

/** Counts the terms and phrases of every section, in one pass. */
export function tally(statements: readonly Statement[], sections: number, termOf: TermOf): Tally {
  const kindsOf = kindReader(statements, termOf);
  const told = Array.from(
    { length: sections },
    (): Told => ({
      phrases: new Map(),
      terms: new Map(),
      size: 0,
    }),
  );
  const forms = new Map<string, Map<string, number>>();
  const phrases = new Map<string, number>();
  const terms = new Map<string, number>();
  for (const statement of statements) {
    const here = told[statement.section];
    if (!here) continue;
    const before = here.size;
    here.size += statement.terms.length;
    for (const term of statement.terms) {
      increase(here.terms, term);
      increase(terms, term);
    }
    if (isCourtesy(statement.text)) continue;
    const asks = isQuestion(statement.text);
    for (const phrase of phrasesOf(statement, kindsOf(statement), termOf)) {
      if (isAddress(statement, phrase)) continue;
      increase(phrases, phrase.key);
      const known = forms.get(phrase.key) ?? new Map<string, number>();
      increase(known, phrase.text);
      forms.set(phrase.key, known);
      note(here, phrase, statement, before, asks);
    }
  }
  return { sections: told, phrases, terms, forms };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function note(here: Told, phrase: Phrase, statement: Statement, before: number, asks: boolean) {
  const { turn } = statement;
  const known = here.phrases.get(phrase.key);
  const seen: Seen = known ?? {
    sample: phrase,
    count: 0,
    turns: 0,
    firstTurn: turn,
    lastTurn: -1,
    before,
    asked: null,
  };
  seen.count++;
  if (seen.lastTurn !== turn) seen.turns++;
  seen.lastTurn = turn;
  if (seen.asked === null && before < OPENING_TERMS) {
    const article = /^(?:an?|the)$/.test(statement.words[phrase.at - 1]?.key ?? '');
    const previous = statement.words[phrase.at - (article ? 2 : 1)]?.key ?? '';
    if (asks) seen.asked = { turn, how: 'asked' };
    else if (BRINGS_UP.test(previous)) seen.asked = { turn, how: 'brought up' };
  }
  if (!known) here.phrases.set(phrase.key, seen);
}
