/** The names of the months, January first, in the languages that dates are most often written in. */
const MONTHS =
  `january januar janvier enero janeiro gennaio januari|february februar février febrero fevereiro febbraio
februari|march märz mars marzo março maart|april avril abril aprile|may mai mayo maio maggio mei maj|june juni juin junio
junho giugno|july juli juillet julio julho luglio|august août agosto augustus augusti|september septembre septiembre
setembro settembre|october oktober octobre octubre outubro ottobre|november novembre noviembre novembro|december dezember
décembre diciembre dezembro dicembre`
    .split('|')
    .map((names) => names.split(/\s+/).map(folded));

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Which month a word names, from 0, in full or by its first three or four letters; -1 for none. */
function monthOf(word: string): number {
  const short = word.length >= 3 && word.length <= 4;
  return MONTHS.findIndex((names) =>
    names.some((name) => name === word || (short && name.startsWith(word))),
  );
}

/**
 * The ISO 8601 calendar date that a line such as "June 1, 2026", "1st June 2026" or "2026-06-01"
 * gives, or null. Figures alone ("06/01/2026") count only where one of them cannot be a month:
 * the world does not agree on their order.
 */
export function readDate(text: string): string | null {
  const words = folded(text).match(/\p{L}+|\d+/gu) ?? [];
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const year = numbers.find((number) => number.length === 4);
  if (!year) return null;
  const month = words.map(monthOf).find((at) => at >= 0);
  const others = numbers.filter((number) => number !== year).map(Number);
  if (month !== undefined && /\p{L}{3}/u.test(text)) {
    const [day] = others;
    return day === undefined ? null : calendarDate(Number(year), month + 1, day);
  }
  const [a, b] = others;
  // With full stops the day always comes first.
  const stops = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?\d{4}(?!\d)/.exec(text);
  if (stops) return calendarDate(Number(year), Number(stops[2]), Number(stops[1]));
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
