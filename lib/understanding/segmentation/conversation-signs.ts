import type { Conversation } from '../understanding.ts';
import { words as wordsOf } from '../words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const FRAMES = list(`ok okay okey alright right great cool kay fine good perfect`);
const CONTINUERS = list(`
yeah yes yep yup no nope but because cause it its thats which or mhm mm uhhuh hmm exactly correct
true sure i he she they them absolutely definitely
`);

/** Explicit announcements that the topic changes. */
const SHIFT =
  /\b(?:let'?s (?:talk|move|go|get|start|jump|turn|dive|switch|discuss|begin|look|see|take)|mov(?:e|ing) on|next (?:topic|question|item|up|thing|one|section|slide|point|part|step)|speaking of|switch(?:ing)? gears|(?:last|final|next|first|second|third|another|other|one more|follow-?up) (?:question|topic|point|thing|item|part|section)|(?:i|we) (?:want|wanted|would like|'d like) to (?:ask|talk|touch|get|go|discuss|start|move|know)|tell (?:me|us)|talk (?:a (?:little )?bit )?about|what about|how about|turn to|moving to|back to|agenda|chapter|topic)\b/iu;
const WELCOME =
  /\b(?:welcome|good (?:morning|afternoon|evening)|hello|introduc\w+|my name is|thanks? for (?:having|coming|joining|being))\b/iu;
const THANKS =
  /\b(?:thank you|thanks|appreciate|wrap(?:ping)? up|closing|final thoughts|bye|conclu\w+)\b/iu;

/** What the talk itself (not its words' topics) shows at the gap before each turn. */
export type Signs = Record<string, Float64Array>;

/** Reads the signs for the gap before every turn; entry 0 means nothing. Linear in the text. */
export function readSigns({ turns }: Conversation): Signs {
  const n = turns.length;
  const words = turns.map((t) => wordsOf(t.text));
  const lengths = words.map((w) => w.length);
  const before = new Float64Array(n + 1);
  lengths.forEach((len, i) => {
    before[i + 1] = (before[i] ?? 0) + len;
  });
  const total = before[n] ?? 0;
  const asks = askShares(turns);
  const signs: Signs = {};
  const sign = (name: string, value: (i: number) => number | boolean) => {
    const values = new Float64Array(n);
    for (let i = 1; i < n; i++) values[i] = Number(value(i));
    signs[name] = values;
  };
  const text = (i: number) => turns[i]?.text ?? '';
  const key = (i: number, w: number) => words[i]?.[w]?.key ?? '';
  const len = (i: number) => lengths[i] ?? 0;
  const isQuestion = turns.map((t) => /[?？]["'”’)]?\s*$/u.test(t.text));
  const hasQuestion = turns.map((t) => /[?？]/u.test(t.text));
  const ends = turns.map((t) => /[.!?。！？:]["'”’)\]]*\s*$/u.test(t.text));
  const meanLength = total / Math.max(1, n);
  const rel = (i: number) => Math.log((len(i) + 1) / (meanLength + 1));

  sign('lengthAfter', (i) => rel(Math.min(n - 1, i + 1)));
  sign('longAfterLull', (i) => Math.max(0, rel(i) - Math.max(rel(i - 1), i > 1 ? rel(i - 2) : -5)));
  sign('so', (i) => key(i, 0) === 'so' || (FRAMES.has(key(i, 0)) && key(i, 1) === 'so'));
  sign('now', (i) =>
    ['now', 'next', 'finally', 'first', 'second', 'lastly', 'anyway'].includes(key(i, 0)),
  );
  sign('continues', (i) => CONTINUERS.has(key(i, 0)));
  sign('short', (i) => len(i) <= 3);
  sign('shift', (i) => SHIFT.test(text(i).slice(0, 400)));
  sign('shiftBefore', (i) => SHIFT.test(text(i - 1).slice(-200)));
  sign('asks', (i) => isQuestion[i] ?? false);
  sign('askedWithin', (i) => hasQuestion[i] ?? false);
  sign('askedBefore', (i) => isQuestion[i - 1] ?? false);
  sign('asksAfter', (i) => isQuestion[i + 1] ?? false);
  sign('hostBefore', (i) => asks.share(i - 1));
  sign('change', (i) => turns[i]?.speaker !== turns[i - 1]?.speaker);
  sign('midSentence', (i) => !(ends[i - 1] ?? true));
  sign('thanksBefore', (i) => THANKS.test(text(i - 1)));
  sign('welcome', (i) => WELCOME.test(text(i)));
  sign('ratherNearEnd', (i) => Math.exp(-(total - (before[i] ?? 0)) / 500));
  const floor = floorShift(turns, lengths, 12);
  sign('floor', (i) => floor[i] ?? 0);
  return signs;
}

/** For each turn, the share of its speaker's turns that ask: who runs the conversation. */
function askShares(turns: Conversation['turns']): { share: (i: number) => number } {
  const asked = new Map<number | null, { asks: number; turns: number }>();
  for (const turn of turns) {
    const own = asked.get(turn.speaker) ?? { asks: 0, turns: 0 };
    own.turns++;
    if (/[?？]/u.test(turn.text)) own.asks++;
    asked.set(turn.speaker, own);
  }
  const share = (i: number) => {
    const own = asked.get(turns[i]?.speaker ?? null);
    return own ? own.asks / (own.turns + 4) : 0;
  };
  return { share };
}

/** How differently the floor is shared between the `reach` turns before and after, 0 to 1. */
function floorShift(
  turns: Conversation['turns'],
  lengths: readonly number[],
  reach: number,
): Float64Array {
  const found = new Float64Array(turns.length);
  for (let i = 1; i < turns.length; i++) {
    const left = new Map<number | null, number>();
    const right = new Map<number | null, number>();
    let l = 0;
    let r = 0;
    for (let j = Math.max(0, i - reach); j < Math.min(turns.length, i + reach); j++) {
      const speaker = turns[j]?.speaker ?? null;
      const side = j < i ? left : right;
      const amount = lengths[j] ?? 0;
      side.set(speaker, (side.get(speaker) ?? 0) + amount);
      if (j < i) l += amount;
      else r += amount;
    }
    let distance = 0;
    for (const speaker of new Set([...left.keys(), ...right.keys()])) {
      distance += Math.abs(
        (left.get(speaker) ?? 0) / Math.max(1, l) - (right.get(speaker) ?? 0) / Math.max(1, r),
      );
    }
    found[i] = distance / 2;
  }
  return found;
}
