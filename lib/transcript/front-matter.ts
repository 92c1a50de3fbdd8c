import { readDate } from './dates.ts';
import type { Line } from './episode-block.ts';
import { knownKey } from './episode-block.ts';
import { type Person, readPeople } from './people.ts';

/** What stands between "---" lines at the top of a Markdown file. */
export interface FrontMatter {
  title: string | null;
  show: string | null;
  date: string | null;
  language: string | null;
  summary: string | null;
  people: Person[];
  /** All keys, in lower case. */
  keys: ReadonlySet<string>;
  /** Lines that tell nothing a transcript has a place for, as they are. */
  notes: Line[];
  /** The lines after it. */
  body: Line[];
}

const FENCE = /^---\s*$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/**
 * Reads front matter line by line and not as YAML (https://yaml.org/spec/1.2.2/): hand-written ones are
 * often invalid (a colon in a title, a stray tab), and the few keys wanted are plain lines and lists.
 * A file without it is all body.
 */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  const first = lines.findIndex(({ text }) => text !== '');
  const opens = first >= 0 && FENCE.test(lines[first]?.text ?? '');
  const end = opens ? lines.findIndex(({ text }, i) => i > first && FENCE.test(text)) : -1;
  const front: FrontMatter = {
    title: null,
    show: null,
    date: null,
    language: null,
    summary: null,
    people: [],
    keys: new Set(
      end < 0 ? [] : lines.slice(first + 1, end).flatMap(({ text }) => keyOf(text) ?? []),
    ),
    notes: [],
    body: end < 0 ? [...lines] : lines.slice(end + 1),
  };
  let key = '';
  for (const { line, text } of end < 0 ? [] : lines.slice(first + 1, end)) {
    const item = /^-\s+(.*)$/.exec(text);
    if (!item) key = keyOf(text) ?? '';
    const value = unquote(item ? (item[1] ?? '') : text.slice(text.indexOf(':') + 1));
    if (!take(front, key, value)) front.notes.push({ line, text });
  }
  return front;
}

const keyOf = (text: string) => /^([A-Za-z][\w -]{0,40}):(?:\s|$)/.exec(text)?.[1]?.toLowerCase();

/** False where Earmark has no place for it. */
function take(front: FrontMatter, key: string, value: string): boolean {
  if (value === '' || value === '[]') return knownKey(`${key}: x`) !== null;
  const field = knownKey(`${key}: x`)?.field ?? (key === 'lang' ? 'language' : null);
  if (field === 'people') {
    const role = /host/.test(key) ? 'host' : /guest/.test(key) ? 'guest' : null;
    const names = value.startsWith('[') ? value.slice(1, -1).split(',') : [value];
    for (const name of names) front.people.push(...readPeople(unquote(name), role));
    // A handle such as 0xB10C has no letter that begins a name, but it is one.
    return true;
  }
  if (field === 'date') front.date ??= readDate(value);
  else if (field === 'language' && LANGUAGE.test(value)) front.language ??= value;
  else if (field === 'title' || field === 'show' || field === 'summary') front[field] ??= value;
  else return false;
  return true;
}

/** Quotes of YAML's flow scalars; JSON's escapes are among them. */
function unquote(value: string): string {
  const text = value.trim();
  if (/^".*"$/.test(text)) {
    try {
      return String(JSON.parse(text)).replace(/\s+/gu, ' ').trim();
    } catch {
      return text.slice(1, -1);
    }
  }
  return /^'.*'$/.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}
