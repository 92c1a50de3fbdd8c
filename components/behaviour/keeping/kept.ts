import type { CitedWords } from '@/lib/citation/cited-words';
import { storedList } from './stored-list';

/** Words that somebody kept, and what they noted beside them. It never leaves the device. */
export interface KeptWords extends CitedWords {
  /** Path of the episode's page. */
  path: string;
  note: string;
  /** ISO 8601 time. */
  keptAt: string;
}

const KEY = 'kept-words';

/** What is kept on this device, newest first. */
export const keptWords = (): KeptWords[] =>
  storedList<KeptWords>(KEY, {
    passages: 'object',
    episode: 'string',
    show: 'string',
    startMs: 'number',
    estimated: 'boolean',
    url: 'string',
    path: 'string',
    note: 'string',
    keptAt: 'string',
  }).filter(
    ({ passages, url, date }) =>
      /^https?:/.test(url) &&
      URL.canParse(url) &&
      (!date || /^\d{4}-\d\d-\d\d$/.test(date)) &&
      Array.isArray(passages) &&
      passages.every(
        (passage) =>
          typeof passage?.text === 'string' &&
          (passage.speaker === null || typeof passage.speaker === 'string'),
      ),
  );

/** Keeps words, or takes up those that are kept already; false where the device keeps nothing. */
export function keep(words: CitedWords): boolean {
  const others = keptWords().filter(({ url }) => url !== words.url);
  const before = keptWords().find(({ url }) => url === words.url);
  const { pathname } = new URL(words.url);
  const note = before?.note ?? '';
  return store([{ ...words, path: pathname, note, keptAt: new Date().toISOString() }, ...others]);
}

export const noteOn = (url: string, note: string): boolean =>
  store(keptWords().map((words) => (words.url === url ? { ...words, note } : words)));

export const drop = (url: string): boolean =>
  store(keptWords().filter((words) => words.url !== url));

function store(words: readonly KeptWords[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(words));
    return true;
  } catch {
    return false;
  }
}
