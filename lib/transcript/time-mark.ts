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

/** "1h02m", "0h00m03.5s": hours and minutes, or minutes and seconds, by their letters. */
const LETTERED = String.raw`(\d{1,2})h\s?(\d{1,2})m(?:in)?(?:\s?(\d{1,2})(?:[.,](\d{1,3}))?s)?|(\d{1,3})m(?:in)?\s?(\d{1,2})(?:[.,](\d{1,3}))?s`;
const LETTERED_LEADING = new RegExp(
  `^(?:${OPEN}(?:${LETTERED})${CLOSE}|(?:${LETTERED})(?![\\p{L}\\p{N}]))`,
  'iu',
);

const LEADING = new RegExp(`^(?:${OPEN}${SPAN}${CLOSE}|${SPAN}(?![\\d:.,]*\\d))`, 'u');
const TRAILING = new RegExp(`(?:${OPEN}${SPAN}${CLOSE}|(?<![\\d:.,≈])${SPAN})$`, 'u');
const WHOLE = new RegExp(`^(?:${OPEN}${SPAN}${CLOSE}|${SPAN})$`, 'u');

/**
 * The time that `text` begins with, bracketed or bare, in bold or not, and what follows it; null where there is
 * none. Bold that goes on behind the time still does.
 */
export function leadingTime(text: string): { mark: TimeMark; rest: string; raw: string } | null {
  const fence = /^(?:\*\*|__)(?=[\d[(≈\\])/u.exec(text)?.[0];
  if (fence) {
    const within = leadingTime(text.slice(fence.length));
    if (!within) return null;
    const rest = within.rest.trimStart();
    const over = rest.startsWith(fence);
    return {
      ...within,
      raw: `${fence}${within.raw}${over ? fence : ''}`,
      rest: over ? rest.slice(fence.length) : `${fence}${rest}`,
    };
  }
  if (/^T\+\d/.test(text)) {
    const within = leadingTime(text.slice(2));
    return within && { ...within, raw: `T+${within.raw}` };
  }
  if (!/^[\d[(≈\\]/u.test(text)) return null;
  const start = text.slice(0, LONGEST);
  const found = LEADING.exec(start);
  const lettered = found ? null : LETTERED_LEADING.exec(start);
  const mark = found ? toMark(found) : lettered && byLetters(lettered);
  const raw = (found ?? lettered)?.[0] ?? '';
  return mark ? { mark, rest: text.slice(raw.length), raw } : null;
}

/** Two alternatives of hours, minutes, seconds, fraction or minutes, seconds, fraction. */
function byLetters(found: readonly (string | undefined)[]): TimeMark | null {
  const parts = found.slice(1, 8).some((part) => part !== undefined)
    ? found.slice(1, 8)
    : found.slice(8, 15);
  const [h, m, s, fraction, minutes, seconds, part] = parts;
  const [hours, mins, secs] = minutes === undefined ? [h, m, s] : ['0', minutes, seconds];
  if (Number(secs ?? '0') > 59 || (minutes === undefined && Number(mins) > 59)) return null;
  const whole = (Number(hours) * 60 + Number(mins)) * 60 + Number(secs ?? '0');
  return { startMs: whole * 1000 + Number((fraction ?? part ?? '0').padEnd(3, '0')), endMs: null };
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
  if (text.length > LONGEST) return null;
  const found = WHOLE.exec(text);
  if (found) return toMark(found);
  const lead = /h|m|\*|_/i.test(text) ? leadingTime(text) : null;
  return lead && lead.rest.trim() === '' ? lead.mark : null;
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
