import { centrality } from './centrality.ts';
import { isSelfContained } from './self-contained.ts';
import {
  beginsCleanly,
  disfluency,
  isAddressed,
  isCourtesy,
  isFinished,
  isQuestion,
  leans,
  pointsBack,
  warmsUp,
} from './sentence-form.ts';
import { type Candidate, inverseFrequencies, pickVaried, weigh } from './similarity.ts';
import type { Statement } from './statements.ts';
import type { Conversation, QuoteSpan } from './understanding.ts';

const SHORTEST = 12;
const LONGEST = 45;
const MOST_SENTENCES = 3;
/** Kept in reserve, to replace what the owner rejects. */
const SPARE = 10;

interface QuoteCandidate extends Candidate {
  quote: QuoteSpan;
  section: number;
  speaker: number | null;
}

/** How many quotes a conversation of so many words has: about ten in an hour, at most 15, none in a snippet. */
export function quotesFor(words: number): number {
  if (words < 200) return 0;
  return Math.max(1, Math.min(15, Math.round(words / 1_100)));
}

/** Marks of a definite or surprising statement, each with what it adds. */
export const MARKS: readonly { name: string; pattern: RegExp; adds: number }[] = [
  {
    name: 'contrast',
    pattern:
      /\b(?:but|instead of|rather than|not (?:because|just|only|about)|whereas|even though|although|unlike|on the other hand)\b/iu,
    adds: 0.25,
  },
  {
    name: 'claim',
    pattern:
      /\b(?:i (?:think|believe|realized|predict|bet|learned|guess)|the (?:point|key|truth|reason|problem|lesson|bottleneck|difference) (?:is|was)|it turns out|in the future|is going to|will be|should|must)\b/iu,
    adds: 0.2,
  },
  {
    name: 'absolute',
    pattern:
      /\b(?:never|always|nobody|no one|everyone|everything|nothing|impossible|only|every|all of|none of)\b/iu,
    adds: 0.2,
  },
  {
    name: 'superlative',
    pattern:
      /\b(?:most|best|worst|biggest|largest|hardest|fastest|greatest|first|extremely|far more|\p{L}{3,}est)\b/iu,
    adds: 0.2,
  },
  {
    name: 'number',
    pattern: /\b\d[\d.,]*\b|\b(?:hundred|thousand|million|billion|trillion|percent)s?\b/iu,
    adds: 0.15,
  },
];

/**
 * The sentences people would share, 12 to 45 words each: one to three whole sentences of one turn
 * that stand alone. Left out: anything that begins by leaning on the sentence before or points at
 * something unnamed early on, greetings and thanks, words to the other person about themselves,
 * questions, sentences that warm up ("Yeah", "Like"), end in mid-air or stumble.
 *
 * The score of a candidate, from 0 to about 2, is a sum of
 * - `MARKS`: contrast .25, claim .2, absolute .2, superlative .2, number .15, each once;
 * - centrality in the conversation (TextRank), up to .4;
 * - .3 × (1 - |words - 24| / 24): a quote that fits on a card;
 * - .2 × share of content words: substance;
 * minus 4 × the share of words that are hesitations or repetitions, and 1.5 × the share of words
 * that point at something outside ("it", "they", "that"): a quote has to stand alone.
 * MMR then spreads the choice over what is said, and each quote taken makes others of its section
 * and speaker a little dearer. `text` is the span itself, cut from the turn. `quotes` are in order,
 * `spare` holds the next best, best first.
 */
export function findQuotes(
  conversation: Conversation,
  statements: readonly Statement[],
  count = quotesFor(statements.reduce((sum, s) => sum + s.words.length, 0)),
): { quotes: QuoteSpan[]; spare: QuoteSpan[] } {
  const idf = inverseFrequencies(statements.map((s) => s.terms));
  const vectors = statements.map((s) => weigh(s.terms, idf));
  const ranks = centrality(vectors);
  const candidates: QuoteCandidate[] = [];
  statements.forEach((first, i) => {
    if (!opens(first)) return;
    let words = 0;
    for (let n = 0; n < MOST_SENTENCES; n++) {
      const last = statements[i + n];
      if (!last || last.turn !== first.turn || !continuesWell(last)) break;
      words += last.words.length;
      if (words > LONGEST) break;
      if (words < SHORTEST) continue;
      const members = statements.slice(i, i + n + 1);
      const text = conversation.turns[first.turn]?.text.slice(first.start, last.end) ?? '';
      const rank = Math.max(...members.map((_, m) => ranks[i + m] ?? 0));
      candidates.push({
        quote: {
          turn: first.turn,
          start: first.start,
          end: last.end,
          text,
          why: reason(text, members, rank),
        },
        section: first.section,
        speaker: first.speaker,
        score: quoteScore(text, members, rank),
        vector: weigh(
          members.flatMap((s) => s.terms),
          idf,
        ),
      });
    }
  });
  const picked = pickVaried(candidates, count + SPARE, 0.35, crowding).map((c) => c.quote);
  return {
    quotes: picked.slice(0, count).sort((a, b) => a.turn - b.turn || a.start - b.start),
    spare: picked.slice(count),
  };
}

/** Why a quote was chosen, in one sentence. */
function reason(text: string, members: readonly Statement[], rank: number): string {
  const words = members.reduce((sum, s) => sum + s.words.length, 0);
  const marks = MARKS.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name);
  const parts = [
    marks.length > 0 ? `has ${marks.map(withArticle).join(', ')}` : '',
    rank > 0.5 ? 'says what much of the conversation says' : '',
    `stands alone in ${words} words`,
  ].filter(Boolean);
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const withArticle = (mark: string) => `${/^[aeiou]/.test(mark) ? 'an' : 'a'} ${mark}`;

/** The score described at `findQuotes`. `rank` is the centrality of its best sentence, 0 to 1. */
export function quoteScore(text: string, members: readonly Statement[], rank: number): number {
  const words = members.flatMap((s) => s.words);
  const terms = members.reduce((sum, s) => sum + s.terms.length, 0);
  const marks = MARKS.reduce((sum, m) => sum + (m.pattern.test(text) ? m.adds : 0), 0);
  const fit = 0.3 * (1 - Math.abs(words.length - 24) / 24);
  const substance = (0.2 * terms) / Math.max(1, words.length);
  const pointing = pointsBack(words, words.length) / Math.max(1, words.length);
  return marks + 0.4 * rank + fit + substance - 4 * disfluency(words) - 1.5 * pointing;
}

/** May begin a quote. */
function opens(s: Statement): boolean {
  if (!beginsCleanly(s.text) || leans(s.words) || pointsBack(s.words, 7) > 0) return false;
  return isSelfContained(s.text);
}

/** Said while thinking: a quote with it reads like a transcript. */
const ASIDE = /\b(?:you know|i mean),|,\s*(?:you know|i mean)\b|\bu[hm]+\b/iu;

/** May stand in a quote. */
function continuesWell(s: Statement): boolean {
  if (s.words.length < 4 || !isFinished(s.text) || isQuestion(s.text)) return false;
  if (ASIDE.test(s.text)) return false;
  return !isCourtesy(s.text) && !warmsUp(s.words) && !isAddressed(s.text);
}

/** What makes a candidate dearer: overlap with a quote taken, or a crowded section or speaker. */
function crowding(candidate: QuoteCandidate, chosen: readonly QuoteCandidate[]): number {
  let sum = 0;
  let bySpeaker = 0;
  for (const taken of chosen) {
    const { quote } = taken;
    if (
      quote.turn === candidate.quote.turn &&
      quote.start < candidate.quote.end &&
      candidate.quote.start < quote.end
    ) {
      return Number.POSITIVE_INFINITY;
    }
    if (quote.turn === candidate.quote.turn) sum += 0.25;
    if (taken.section === candidate.section) sum += 0.15;
    if (taken.speaker === candidate.speaker) bySpeaker++;
  }
  return sum + (0.15 * bySpeaker) / Math.max(1, chosen.length);
}
