import { isCourtesy } from '../sentence-form.ts';
import type { Conversation } from '../understanding.ts';
import { cueOf } from './explaining-cues.ts';
import type { Found } from './gather-mentions.ts';
import type { Reading, Token } from './reading.ts';

/** The mention that explains a thing, how well it does (0 and up), and the words it does it with. */
export interface Defining {
  index: number;
  cue: number;
  /** The cue with the weight of its passage. */
  score: number;
  quote: string;
}

/** How far around a mention its cues are sought, in characters; it bounds what the patterns cost. */
const REACH = 90;
/** What has not been explained in so many mentions is not explained later. */
const EXAMINED = 300;
/** How many turns a question waits for its answer. */
const PATIENCE = 5;
/** Up to so many words, a turn says hardly more than a yes. */
const SHORT_ANSWER = 25;

const ASKED =
  /(?:\bwhat(?: exactly| actually)?(?: is|['’]s| are|['’]re| was| does| do)|\bwho(?: is|['’]s| are)|\bhow (?:do|does|would|did)(?: you)?(?: define| explain| describe)?|\b(?:define|explain|describe|tell (?:me|us)(?: a bit| more| a little)*(?: about)?|talk (?:to us |to me )?about|walk us through))(?: exactly| actually| like)?(?: an?| the| this| these| your)?\s*$/iu;
/** Whether a mention asks after the thing rather than telling of it. */
const asks = (text: string, found: Found, sentenceEnd: number) =>
  /[?？]/u.test(text.slice(found.end, Math.min(sentenceEnd, found.end + 2 * REACH)));

/**
 * The mention in the passage that explains the thing. Each is judged by the words around it ("X is
 * a", "called X"), by whether it answers a question after X, by how much is said in its turn and how
 * often X is named in it; the earlier of equals wins.
 */
export function definingMention(
  conversation: Conversation,
  reading: Reading,
  mentions: readonly Found[],
): Defining {
  const inTurn = new Map<number, number>();
  for (const { turn } of mentions) inTurn.set(turn, (inTurn.get(turn) ?? 0) + 1);
  let best: Defining = { index: 0, cue: 0, score: 0, quote: '' };
  let bestScore = Number.NEGATIVE_INFINITY;
  let asked: Found | null = null;
  let answered = -1;
  mentions.slice(0, EXAMINED).forEach((found, index) => {
    const text = conversation.turns[found.turn]?.text ?? '';
    const tokens = reading.turns[found.turn] ?? [];
    const statement = tokens[found.from]?.statement;
    if (!statement) return;
    const before = text.slice(Math.max(statement.start, found.start - REACH), found.start);
    const after = text.slice(found.end, Math.min(statement.end, found.end + REACH));
    let cue = cueOf(before, after);
    const question = asks(text, found, statement.end);
    const inquiry = question && (ASKED.test(before) || /\bdefin/iu.test(before));
    // Who asks "what is X?" and talks on, answers it.
    const answersItself = inquiry && tokens.length - found.to > SHORT_ANSWER;
    if (question) cue = answersItself ? 3.5 : Math.min(cue, 1);
    if (isCourtesy(statement.text)) cue -= 2;
    let score = cue + weightOf(tokens, inTurn.get(found.turn) ?? 1);
    const open: Found | null = asked;
    const long = tokens.length > SHORT_ANSWER;
    if (answersItself) score += 2;
    if (open && (!question || answersItself) && answersTo(conversation, open, found)) {
      if (answered < 0 || answered === found.turn) score += long ? 4 : 1.5;
      if (long) answered = found.turn;
    }
    if (question && !answersItself) score -= 1.5;
    if (isListed(tokens, found, text)) score -= 3;
    score += 1.5 * (1 - found.turn / Math.max(1, conversation.turns.length));
    if (inquiry && !answersItself) {
      asked = found;
      answered = -1;
    }
    if (score > bestScore + 1e-9) {
      bestScore = score;
      best = { index, cue: Math.max(0, cue), score, quote: quoteOf(text, found, statement.end) };
    }
  });
  return best;
}

/** How much the turn says, and how much of it is about this thing. */
function weightOf(tokens: readonly Token[], mentions: number): number {
  const length = Math.min(4, Math.log2(1 + tokens.length / 8));
  return length + Math.min(1.8, 0.6 * (mentions - 1)) - (tokens.length < 8 ? 1.5 : 0);
}

function answersTo(conversation: Conversation, asked: Found, found: Found): boolean {
  if (found.turn === asked.turn) return found.start > asked.end;
  if (found.turn - asked.turn > PATIENCE) return false;
  return (
    conversation.turns[found.turn]?.speaker !== conversation.turns[asked.turn]?.speaker ||
    conversation.turns[found.turn]?.speaker === null
  );
}

/** True for one of several, between commas: "Luma, Sora, and Veo". */
function isListed(tokens: readonly Token[], found: Found, text: string): boolean {
  const previous = tokens[found.from - 1];
  const next = tokens[found.to];
  const gapBefore = previous ? text.slice(previous.end, found.start) : '';
  const gapAfter = next ? text.slice(found.end, next.start) : '';
  const and = (token: Token | undefined) => token?.key === 'and' || token?.key === 'or';
  const commas = Number(gapBefore.includes(',')) + Number(gapAfter.includes(','));
  return commas === 2 || (commas === 1 && (and(previous) || and(next)));
}

/** The mention and the words after it, for a reader: at most nine words. */
function quoteOf(text: string, found: Found, sentenceEnd: number): string {
  const rest = text.slice(found.start, Math.min(sentenceEnd, found.end + REACH));
  const words = rest.split(/\s+/u);
  const shown = words
    .slice(0, 9)
    .join(' ')
    .replace(/[\s,;:.!?…]+$/u, '');
  const whole = found.end + REACH >= sentenceEnd && words.length <= 9;
  return whole ? shown : `${shown} …`;
}
