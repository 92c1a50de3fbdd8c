import type { Phrase } from '../phrases.ts';
import type { Statement } from '../statements.ts';
import { increase, type Phrasing } from './phrasing.ts';

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

/** Terms within which a section is opening. */
const OPENING_TERMS = 40;
const BRINGS_UP =
  /^(?:about|regarding|discuss|discussing|called|explain|explaining|describe|explore|introduce|cover)$/;

/** Counts the terms and phrases of every section, in one pass. */
export function tally(
  statements: readonly Statement[],
  sections: number,
  phrasing: Phrasing,
): Told[] {
  const told = Array.from(
    { length: sections },
    (): Told => ({
      phrases: new Map(),
      terms: new Map(),
      size: 0,
    }),
  );
  for (const [i, statement] of statements.entries()) {
    const here = told[statement.section];
    if (!here) continue;
    const before = here.size;
    here.size += statement.terms.length;
    for (const term of statement.terms) increase(here.terms, term);
    const { phrases = [], asks = false } = phrasing.statements[i] ?? {};
    for (const phrase of phrases) note(here, phrase, statement, before, asks);
  }
  return told;
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
