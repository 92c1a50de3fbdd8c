import type { ExchangeView, TurnView } from '../store/views.ts';
import type { Timing } from '../timing/timed.ts';
import type { Person, SaidSpan } from './check-quote.ts';

/** A turn beside or around a quote. */
export interface ContextTurn {
  turnId: string;
  speaker: Person | null;
  startMs: number;
  timing: Timing;
  /** Verbatim; a long turn is cut at white space. */
  text: string;
  cutBefore: boolean;
  cutAfter: boolean;
  /** Which characters of `text` the quote is from, or null. */
  quoted: { start: number; end: number } | null;
}

/** So many turns before and after a quote are its exchange. */
export const NEIGHBOURS = 1;
/** So many characters around a quote are shown of its turn, and so many of the turns beside it. */
const AROUND = 500;

export function contextOf(
  { turns, first }: ExchangeView,
  spans: readonly SaidSpan[],
  personOf: (turn: TurnView) => Person | null,
): ContextTurn[] {
  const from = spans[0]?.position ?? first;
  return turns.map((turn, i) => {
    const position = first + i;
    const span = spans.find((own) => own.position === position);
    const whole = { start: 0, end: turn.text.length };
    // Of the turn before the end matters, of the one after the beginning.
    const kept = span ?? (position < from ? { ...whole, start: whole.end } : { ...whole, end: 0 });
    const start = startOfWord(turn.text, kept.start - AROUND);
    const end = endOfWord(turn.text, kept.end + AROUND);
    return {
      turnId: turn.anchor,
      speaker: personOf(turn),
      startMs: turn.startMs,
      timing: turn.timing,
      text: turn.text.slice(start, end),
      cutBefore: start > 0,
      cutAfter: end < turn.text.length,
      quoted: span ? { start: span.start - start, end: span.end - start } : null,
    };
  });
}

function startOfWord(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}

function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const last = text.slice(Math.max(0, at - 40), at).search(/\s\S*$/u);
  return last < 0 ? at : Math.max(0, at - 40) + last;
}
