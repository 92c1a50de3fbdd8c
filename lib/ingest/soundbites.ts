import { timeAt } from '../timing/moment.ts';
import type { TimedSpan } from '../timing/timed.ts';
import { sentences } from '../understanding/sentences.ts';
import type { QuoteSpan } from '../understanding/understanding.ts';

/** A moment that the show itself picked. Milliseconds. */
export interface Soundbite {
  startMs: number;
  durationMs: number;
  title?: string | undefined;
}

/** Publishers cut by ear: a sentence belongs to a soundbite where its middle does, give or take (milliseconds). */
const SLACK_MS = 300;
const MOST_WORDS = 80;

/**
 * The words of soundbites (https://podcastindex.org/namespace/1.0#soundbite) as quotes: whole sentences of
 * the turn that has most of them. `unplaced` counts those that no known times reach: where times are estimates
 * nobody can tell their words.
 */
export function soundbiteQuotes(
  soundbites: readonly Soundbite[],
  turns: readonly ({ text: string } & TimedSpan)[],
  language: string,
): { quotes: QuoteSpan[]; unplaced: number } {
  const quotes: QuoteSpan[] = [];
  for (const { startMs, durationMs, title } of soundbites) {
    const from = startMs - SLACK_MS;
    const to = startMs + durationMs + SLACK_MS;
    let best: { turn: number; start: number; end: number; words: number } | null = null;
    for (const [position, turn] of turns.entries()) {
      if (turn.timing === 'estimated' || turn.endMs < from || turn.startMs > to) continue;
      const own = sentences(turn.text, language).filter(({ start, end }) => {
        const middle = (timeAt(turn, start) + timeAt(turn, end)) / 2;
        return middle >= from && middle <= to;
      });
      const span = upTo(MOST_WORDS, own, turn.text);
      if (span && span.words > (best?.words ?? 0)) best = { turn: position, ...span };
    }
    if (!best) continue;
    const { turn, start, end } = best;
    const text = turns[turn]?.text.slice(start, end) ?? '';
    const named = title && title.trim() !== '' ? `: “${title.trim()}”` : '';
    quotes.push({ turn, start, end, text, why: `The show’s own soundbite${named}.` });
  }
  return { quotes, unplaced: soundbites.length - quotes.length };
}

/** The first of the sentences in a row, as many as have so many words; at least one. */
function upTo(most: number, own: readonly { start: number; end: number }[], text: string) {
  const [first] = own;
  if (!first) return null;
  let span = { start: first.start, end: first.end, words: wordsIn(text, first.start, first.end) };
  for (const { end } of own.slice(1)) {
    const words = wordsIn(text, first.start, end);
    if (words > most) break;
    span = { start: first.start, end, words };
  }
  return span;
}

const wordsIn = (text: string, start: number, end: number) =>
  text.slice(start, end).match(/\S+/g)?.length ?? 0;
