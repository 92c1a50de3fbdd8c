/** A number in a text: as written, and what it may be worth ("1990s" is also "nineties"). */
export interface WrittenNumber {
  text: string;
  /** Comparable readings; two numbers are the same where they share one. */
  keys: string[];
}

const numbered = (words: string, first: number, step = 1): [string, number][] =>
  words.split(' ').map((word, i) => [word, first + i * step]);

const UNITS = new Map([
  ...numbered('zero one two three four five six seven eight nine', 0),
  ...numbered('third fourth fifth sixth seventh eighth ninth', 3),
]);
/** Ordinals that mean other things alone ("first of all", "a second"). */
const LATE_UNITS = new Map(numbered('first second', 1));
const TEENS = new Map([
  ...numbered(
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen dozen',
    10,
  ).map(([word, value]): [string, number] => [word, word === 'dozen' ? 12 : value]),
  ...numbered(
    'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    10,
  ),
]);
const TENS = new Map([
  ...numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...numbered(
    'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth',
    20,
    10,
  ),
]);
const DECADES = new Map(
  numbered('twenties thirties forties fifties sixties seventies eighties nineties', 20, 10),
);
const SCALES = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const SUFFIXES = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['t', 1e12],
]);
const VAGUE = /^(?:dozen|hundred|thousand|million|billion|trillion)s$/;
const TOKEN = /\d+(?:[.,'’\u00a0\u202f]\d+)*|[\p{L}\p{M}]+/gu;

interface Token {
  text: string;
  key: string;
  start: number;
  end: number;
}

/** True where an English word is (part of) a number. */
export function isNumberWord(key: string): boolean {
  return (
    [UNITS, TEENS, TENS, DECADES, SCALES].some((words) => words.has(key)) ||
    key === 'hundred' ||
    VAGUE.test(key)
  );
}

/**
 * The numbers of a text, in digits ("1,500", "20th", "7B") and in English words ("fifteen hundred",
 * "twenty twenty-three"). Digits come out of names as well: "GPT-4" has a 4. Where the text is not
 * `english`, digits alone are read: "ten" and "six" mean other things elsewhere.
 */
export function readNumbers(text: string, english: boolean): WrittenNumber[] {
  const tokens: Token[] = [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    key: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: WrittenNumber[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    const run = /^\d/.test(token.text)
      ? digits(tokens, at)
      : english
        ? spelled(tokens, at)
        : { used: 1, keys: [] };
    const last = tokens[at + run.used - 1] ?? token;
    if (run.keys.length > 0) {
      found.push({ text: text.slice(token.start, last.end), keys: run.keys });
    }
    at += Math.max(1, run.used);
  }
  return found;
}

interface Run {
  used: number;
  keys: string[];
}

/** Digits, with a suffix that stands right behind ("5M", "90s") or a scale after a space. */
function digits(tokens: readonly Token[], at: number): Run {
  const token = tokens[at];
  const next = tokens[at + 1];
  const values = token ? valuesOf(token.text) : [];
  // "1.2.3" and "15.03.2024" are names for something rather than a worth.
  if (token && values.length === 0) return { used: 1, keys: [token.text] };
  if (!token || !next) return { used: 1, keys: values.map(String) };
  const attached = next.start === token.end;
  const suffix = attached ? SUFFIXES.get(next.key) : undefined;
  if (suffix) return { used: 2, keys: [...values.map((v) => v * suffix), ...values].map(String) };
  if (attached && next.key === 's') {
    return { used: 2, keys: values.flatMap((v) => [v, v % 100]).map(String) };
  }
  const scale = joined(token, next) ? (SCALES.get(next.key) ?? hundred(next.key)) : undefined;
  if (scale) return { used: 2, keys: values.map((v) => String(Math.round(v * scale))) };
  return { used: 1, keys: values.map(String) };
}

const hundred = (key: string) => (key === 'hundred' ? 100 : undefined);

/** "1,500" is 1500; "1.500" may be too; "1,5" may be one and a half. */
function valuesOf(text: string): number[] {
  const values: number[] = [];
  if (/^\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+$/.test(text))
    values.push(Number(text.replace(/\D/g, '')));
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) values.push(Number(text.replaceAll(',', '')));
  if (/^\d+(?:\.\d+)?$/.test(text)) values.push(Number(text));
  if (/^\d+,\d{1,2}$/.test(text)) values.push(Number(text.replace(',', '.')));
  return values;
}

/** Words of one number stand side by side: nothing but a space or a hyphen between them. */
const joined = (a: Token, b: Token) => b.start - a.end === 1;

/** Reads English number words from `at` as far as they are one number. */
function spelled(tokens: readonly Token[], at: number): Run {
  const opening = tokens[at]?.key ?? '';
  const decade = DECADES.get(opening);
  if (decade) return { used: 1, keys: [String(decade), String(1900 + decade)] };
  if (VAGUE.test(opening)) return { used: 1, keys: [opening] };
  let total = 0;
  let group: number | null = null;
  let last: 'unit' | 'teen' | 'tens' | 'hundred' | 'scale' | null = null;
  let scaleBefore = Number.POSITIVE_INFINITY;
  let used = 0;
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (!token || (i > at && previous && !joined(previous, token))) break;
    const { key } = token;
    const after: boolean = last === 'hundred' || last === 'scale';
    if (key === 'and' && after) continue;
    const ten = TENS.get(key) ?? TEENS.get(key);
    const unit = UNITS.get(key) ?? (last === 'tens' || after ? LATE_UNITS.get(key) : undefined);
    const scale = SCALES.get(key);
    if (unit !== undefined) {
      if (last !== null && last !== 'tens' && !after) break;
      group = (group ?? 0) + unit;
      last = 'unit';
    } else if (ten !== undefined) {
      // "nineteen ninety", "twenty twenty": a year, said in two halves.
      const year: boolean = total === 0 && group !== null && group >= 10 && group <= 20;
      if (last !== null && !after && !year) break;
      group = year && !after ? (group ?? 0) * 100 + ten : (group ?? 0) + ten;
      last = TENS.has(key) ? 'tens' : 'teen';
    } else if (key === 'hundred') {
      if (last === 'hundred' || (group ?? 0) > 99) break;
      group = (group ?? 1) * 100;
      last = 'hundred';
    } else if (scale !== undefined) {
      if (last === 'scale' || scale >= scaleBefore) break;
      total += (group ?? 1) * scale;
      group = null;
      scaleBefore = scale;
      last = 'scale';
    } else break;
    used = i - at + 1;
  }
  return { used, keys: used > 0 ? [String(total + (group ?? 0))] : [] };
}
