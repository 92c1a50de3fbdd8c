const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The ISO 8601 calendar date that a line such as "June 1, 2026", "1st June 2026" or "2026-06-01"
 * gives, or null. Figures alone ("06/01/2026") count only where one of them cannot be a month:
 * the world does not agree on their order.
 */
export function readDate(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const year = numbers.find((number) => number.length === 4);
  if (!year) return null;
  const month = words.map((word) => MONTHS.indexOf(word.slice(0, 3))).find((at) => at >= 0);
  const others = numbers.filter((number) => number !== year).map(Number);
  if (month !== undefined && /\p{L}{3}/u.test(text)) {
    const [day] = others;
    return day === undefined ? null : calendarDate(Number(year), month + 1, day);
  }
  const [a, b] = others;
  if (a === undefined || b === undefined) return null;
  if (numbers[0] === year) return calendarDate(Number(year), a, b);
  if (a > 12) return calendarDate(Number(year), b, a);
  return b > 12 ? calendarDate(Number(year), a, b) : null;
}

/** Null for a day that the calendar does not have. */
function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
