/** A time that stands beside words in a text, in milliseconds. */
export interface TimeMark {
  /** Null where the file itself calls the time an estimate ("≈1:02"): only given times are facts. */
  startMs: number | null;
  /** Null unless the mark is a span ("0:10 - 0:14"). */
  endMs: number | null;
}

/** One clock: "1:02", "01:02.5", "75:20", "00:01:02,500". No two parts can match the same digits. */
const CLOCK = String.raw`(≈\s?)?(?:(\d{1,4}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?`;
const SPAN = String.raw`${CLOCK}(?:\s{0,3}(?:-->|[-–—])\s{0,3}${CLOCK})?`;
const OPEN = String.raw`(?:\\?[[(]\s?)`;
const CLOSE = String.raw`(?:\s?\\?[\])])`;
/** A mark is short, so patterns look no further than this; that keeps them linear on any line. */
const LONGEST = 48;

const LEADING = new RegExp(`^(?:${OPEN}${SPAN}${CLOSE}|${SPAN}(?![\\d:.,]*\\d))`, 'u');
const TRAILING = new RegExp(`(?:${OPEN}${SPAN}${CLOSE}|(?<![\\d:.,≈])${SPAN})$`, 'u');
const WHOLE = new RegExp(`^(?:${OPEN}${SPAN}${CLOSE}|${SPAN})$`, 'u');

/** The time that `text` begins with, bracketed or bare, and what follows it; null where there is none. */
export function leadingTime(text: string): { mark: TimeMark; rest: string; raw: string } | null {
  if (!/^[\d[(≈\\]/u.test(text)) return null;
  const found = LEADING.exec(text.slice(0, LONGEST));
  const mark = found && toMark(found);
  return found && mark ? { mark, rest: text.slice(found[0].length), raw: found[0] } : null;
}

/** The time that `text` ends with, and what stands before it; null where there is none. */
export function trailingTime(text: string): { mark: TimeMark; before: string; raw: string } | null {
  if (!/[\d\])]$/u.test(text.slice(-1))) return null;
  const found = TRAILING.exec(text.slice(-LONGEST));
  const mark = found && toMark(found);
  return found && mark
    ? { mark, before: text.slice(0, text.length - found[0].length), raw: found[0] }
    : null;
}

/** The time that `text` is, and nothing else. */
export function wholeTime(text: string): TimeMark | null {
  const found = text.length > LONGEST ? null : WHOLE.exec(text);
  return found && toMark(found);
}

/** Two alternatives of two clocks with five groups each. */
function toMark(found: readonly (string | undefined)[]): TimeMark | null {
  const from = found[4] === undefined ? 11 : 1;
  const start = toClock(found.slice(from, from + 5));
  if (!start) return null;
  const hasEnd = found[from + 8] !== undefined;
  const end = hasEnd ? toClock(found.slice(from + 5, from + 10)) : null;
  if (hasEnd && !end) return null;
  return { startMs: start.ms, endMs: end?.ms ?? null };
}

function toClock(groups: readonly (string | undefined)[]): { ms: number | null } | null {
  const [estimate, hours, minutes = '0', seconds = '0', fraction = '0'] = groups;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  if (estimate !== undefined) return { ms: null };
  const whole = (Number(hours ?? '0') * 60 + Number(minutes)) * 60 + Number(seconds);
  return { ms: whole * 1000 + Number(fraction.padEnd(3, '0')) };
}
