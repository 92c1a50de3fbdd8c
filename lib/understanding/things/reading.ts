import { readStatements, type Statement } from '../statements.ts';
import type { Conversation } from '../understanding.ts';
import { isEnglish, termReader, wordKey } from '../words.ts';
import { foldWord } from './thing-keys.ts';

/** How a word is cased: "model", "London", "GPU" or "H100", "iPhone", one capital letter, or no letters. */
export type Shape = 'lower' | 'upper' | 'caps' | 'inner' | 'letter' | 'other';

/** A word, or a part of a hyphenated one, as evidence of a name. */
export interface Token {
  /** Without a possessive "'s". */
  text: string;
  /** As in the stop lists. */
  key: string;
  folded: string;
  start: number;
  end: number;
  shape: Shape;
  /** Its capital may be owed to its place: first in a sentence, a quotation or a line. */
  opens: boolean;
  /** Only a space or a hyphen stands between it and the token before. */
  glued: boolean;
  hyphened: boolean;
  statement: Statement;
}

/** A conversation cut into tokens, and what its casing can tell. */
export interface Reading {
  turns: Token[][];
  statements: Statement[];
  words: number;
  /** False where nearly everything is upper-case, or nothing is. */
  casingTells: boolean;
  /** True where nouns are capitalised as a rule (German): a capital alone proves no name. */
  nounsAreCapital: boolean;
  english: boolean;
}

const POSSESSIVE = /['’][sS]$/u;
const OPENING = /(?:^|[.?!:;"“”„«([{—–…>*#•|\n‘])[\s'"“‘*_-]*$/u;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>)\]]+/giu;
/** "[laughter]", "{vocalsound}", "(inaudible 00:12)": what a transcriber wrote, not what was said. */
const ASIDE = /\[[^\]\n]{0,60}\]|\{[^}\n]{0,60}\}|<[^>\n]{0,60}>|\([^()\n]{0,40}\)/gu;

/** Reads the tokens of every turn. Linear in the text. */
export function readTokens(conversation: Conversation): Reading {
  const { turns: spoken, language } = conversation;
  const english = isEnglish(language);
  const whole = [{ firstTurn: 0, lastTurn: spoken.length - 1 }];
  const statements = readStatements(conversation, whole, termReader(language));
  const turns: Token[][] = spoken.map(() => []);
  const asides = spoken.map(({ text }) => asidesOf(text));
  let words = 0;
  for (const statement of statements) {
    const text = spoken[statement.turn]?.text ?? '';
    const tokens = turns[statement.turn] ?? [];
    const skipped = asides[statement.turn] ?? [];
    for (const word of statement.words) {
      words++;
      if (skipped.length > 0 && skipped.some((s) => word.start >= s.start && word.start < s.end)) {
        continue;
      }
      pushParts(tokens, text, word.text, word.start, statement);
    }
  }
  return {
    turns,
    statements,
    words,
    english,
    ...judgeCasing(turns, english),
  };
}

function asidesOf(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const pattern of [ADDRESS, ASIDE]) {
    for (const match of text.matchAll(pattern)) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return spans;
}

function pushParts(tokens: Token[], text: string, word: string, at: number, statement: Statement) {
  let start = at;
  for (const part of word.split('-')) {
    const bare = part.replace(POSSESSIVE, '');
    const end = start + bare.length;
    if (bare !== '') {
      const previous = tokens[tokens.length - 1];
      const between = previous ? text.slice(previous.end, start) : '\n';
      const first = previous?.statement !== statement;
      tokens.push({
        text: bare,
        key: wordKey(part),
        folded: foldWord(bare),
        start,
        end,
        shape: shapeOf(bare),
        opens: first || OPENING.test(text.slice(Math.max(0, start - 6), start)),
        glued: !first && (between === ' ' || between === '-' || between === ''),
        hyphened: !first && between === '-',
        statement,
      });
    }
    start += part.length + 1;
  }
}

/** How a word is cased. */
export function shapeOf(text: string): Shape {
  const first = text.charAt(0);
  if (/^\p{N}/u.test(text) || text.toLowerCase() === text.toUpperCase()) return 'other';
  const letters = text.replace(/[^\p{L}]/gu, '');
  const rest = text.slice(1);
  if (letters.length === 1 && first !== first.toLowerCase()) {
    return text.length > 1 ? 'caps' : 'letter';
  }
  if (letters === letters.toUpperCase() || /^\p{Lu}{2,}s$/u.test(letters)) return 'caps';
  if (/\p{Lu}/u.test(rest)) return 'inner';
  return first === first.toLowerCase() ? 'lower' : 'upper';
}

function judgeCasing(turns: readonly Token[][], english: boolean) {
  let lower = 0;
  let upper = 0;
  let caps = 0;
  for (const tokens of turns) {
    for (const token of tokens) {
      if (token.opens || token.key === 'i') continue;
      if (token.shape === 'lower') lower++;
      else if (token.shape === 'upper') upper++;
      else if (token.shape === 'caps') caps++;
    }
  }
  const cased = Math.max(1, lower + upper + caps);
  return {
    casingTells: caps / cased < 0.4 && upper / cased < 0.6,
    nounsAreCapital: cased > 50 && upper / cased > (english ? 0.2 : 0.1),
  };
}
