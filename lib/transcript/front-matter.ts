import { readDate } from './dates.ts';
import type { Line } from './episode-block.ts';
import { knownKey, roleOfKey, titleIn } from './particulars.ts';
import { type Person, readPeople } from './people.ts';
import { withoutPreface } from './preface.ts';
import { type Entry, entriesOf, unquote } from './yaml-lines.ts';
import { isTranscriptKey, transcriptLines } from './yaml-transcript.ts';

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
  /** The lines after it, or of the transcript that stands in it. */
  body: Line[];
}

/** Hugo has TOML between "+++" lines. */
const FENCE = /^(?:---|\+\+\+)\s*$/;
const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

/**
 * Reads front matter line by line and not as YAML (https://yaml.org/spec/1.2.2/): hand-written ones are
 * often invalid (a colon in a title, a stray tab), and the few keys wanted are plain lines, folded ones and
 * lists. A transcript that stands under a key of its own is the body; a file without front matter is all body.
 */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  const first = lines.findIndex(({ text }) => text !== '');
  const fence = first >= 0 && FENCE.test(lines[first]?.text ?? '') ? lines[first]?.text : undefined;
  const end = fence ? lines.findIndex(({ text }, i) => i > first && text === fence) : -1;
  const entries = end < 0 ? [] : entriesOf(lines.slice(first + 1, end));
  const front: FrontMatter = {
    title: null,
    show: null,
    date: null,
    language: null,
    summary: null,
    people: [],
    keys: new Set(entries.flatMap(({ key }) => key ?? [])),
    notes: [],
    body: end < 0 ? [...lines] : lines.slice(end + 1),
  };
  for (const entry of entries) {
    const spoken = isTranscriptKey(entry.key) ? transcriptLines(entry) : null;
    if (spoken) {
      front.notes.push(...front.body.filter(({ text }) => text !== ''));
      front.body = spoken;
    } else front.notes.push(...take(front, entry));
  }
  front.notes.sort((a, b) => a.line - b.line);
  return withoutPreface(front);
}

/** Takes what has a place; what has none is given back, as it stands. */
function take(front: FrontMatter, entry: Entry): Line[] {
  const field = entry.key === 'lang' ? 'language' : fieldOf(entry.key);
  if (field === 'people') {
    for (const value of entry.items.length > 0 ? entry.items : [entry.value]) {
      const names = value.startsWith('[') ? value.slice(1, -1).split(',') : [value];
      for (const name of names)
        front.people.push(...readPeople(unquote(name), roleOfKey(entry.key ?? '')));
    }
    // A handle such as 0xB10C has no letter that begins a name, but it is one.
    return [];
  }
  if (entry.value === '' || entry.value === '[]') return field ? [] : [...entry.lines];
  if (field === 'date' && readDate(entry.value)) front.date ??= readDate(entry.value);
  else if (field === 'language' && LANGUAGE.test(entry.value))
    front.language ??= entry.value.replaceAll('_', '-');
  else if (field === 'title' && titleIn(entry.value)) front.title ??= titleIn(entry.value);
  else if (field === 'show' || field === 'summary') front[field] ??= entry.value;
  else return [...entry.lines];
  return [];
}

const fieldOf = (key: string | null) =>
  key === null ? null : (knownKey(`${key}: x`)?.field ?? null);
