import type { Sample } from './samples.ts';
import type { Seeded } from './seeded.ts';

/** What has broken parsers, here or elsewhere. */
const TOKENS = [
  '<',
  '>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&amp;',
  '&#0;',
  '&#99999999;',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '\\u0000',
  '\\ud800',
  '"__proto__":',
  '"constructor":{"prototype":',
  '1e999',
  '-1',
  '0',
  'NaN',
  '9'.repeat(400),
  '-0.0000001',
  'null',
  'true',
  '[]',
  '{}',
  '00:00:00,000 --> 00:00:01,000',
  '99:99:99,999 --> 00',
  '-->',
  '00:01',
  '[00:12:34]',
  '(1:02)',
  '≈0:10',
  'WEBVTT',
  'NOTE',
  'STYLE',
  '<v Ann>',
  '</v>',
  '<00:00:01.000>',
  '---',
  '#### ',
  '# ',
  '**',
  '*',
  '_',
  '> ',
  'A',
  'Speaker 1:',
  'Ann Lee:',
  ':',
  '：',
  '\t',
  ' ',
  '\n',
  '\r',
  '\n\n',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '\u202e',
  '\ud83d',
  '\u0000',
  '\u0301',
  '日',
  'ß',
  'ﷺ',
  '♪',
  '♫',
  '…',
  '“',
  '”',
  'http://a.example/',
  'Episode: ',
  'Hosts: A (B), C (D)',
  'Date: June 31, 2026',
  'start\tend\ttext',
  '[Script Info]',
  'Dialogue: ',
]; // prettier-ignore

const repeats = [2, 10, 100, 1_000];

type Mutation = (text: string, by: Seeded, others: readonly Sample[]) => string;

const at = (text: string, by: Seeded) => by.below(text.length + 1);
const stretch = (text: string, by: Seeded) => {
  const from = at(text, by);
  return [from, Math.min(text.length, from + by.below(by.pick([4, 40, 400])))] as const;
};
const insert = (text: string, place: number, what: string) =>
  text.slice(0, place) + what + text.slice(place);

const MUTATIONS: readonly Mutation[] = [
  (text, by) => insert(text, at(text, by), by.pick(TOKENS)),
  (text, by) => insert(text, at(text, by), by.pick(TOKENS).repeat(by.pick(repeats))),
  (text, by) => {
    const [from, to] = stretch(text, by);
    return text.slice(0, from) + text.slice(to);
  },
  (text, by) => {
    const [from, to] = stretch(text, by);
    return insert(text, at(text, by), text.slice(from, to).repeat(by.pick([1, 2, 50])));
  },
  (text, by) => text.slice(0, at(text, by)),
  (text, by) => text.slice(at(text, by)),
  (text, by) => {
    const place = at(text, by);
    return insert(
      text.slice(0, place) + text.slice(place + 1),
      place,
      String.fromCharCode(by.below(0xffff)),
    );
  },
  (text, by) => {
    const lines = text.split('\n');
    const [one, other] = [by.below(lines.length), by.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    return lines.join('\n');
  },
  (text, by) => text.replaceAll('\n', by.pick(['\r\n', '\r', '\n\n', ' ', '\n\t'])),
  (text, by) => text.replace(/\d+/g, (digits) => (by.next() < 0.1 ? by.pick(TOKENS) : digits)),
  (text, by, others) => {
    const other = by.pick(others).text;
    return text.slice(0, at(text, by)) + other.slice(at(other, by));
  },
  (text, by) =>
    by.pick(['[', '{"a":', '<a>', '(', '> ', '<div><p>']).repeat(by.pick(repeats)) + text,
];

/** A file that is nearly valid, or hardly: one to five changes to a valid one. */
export function mutate(text: string, by: Seeded, others: readonly Sample[]): string {
  let mutated = text;
  for (let left = 1 + by.below(5); left > 0; left--)
    mutated = by.pick(MUTATIONS)(mutated, by, others);
  return mutated.slice(0, 400_000);
}
