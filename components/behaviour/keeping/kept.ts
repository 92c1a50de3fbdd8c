import { z } from 'zod/mini';
import type { CitedWords } from '@/lib/citation/cited-words';

/** Words that somebody kept, and what they noted beside them. It never leaves the device. */
export interface KeptWords extends CitedWords {
  /** Path of the episode's page. */
  path: string;
  note: string;
  /** ISO 8601 time. */
  keptAt: string;
}

const KEY = 'kept-words';

const Kept = z.array(
  z.object({
    passages: z.array(z.object({ speaker: z.nullable(z.string()), text: z.string() })),
    episode: z.string(),
    show: z.string(),
    date: z.nullable(z.string()),
    language: z.nullable(z.string()),
    startMs: z.number(),
    estimated: z.boolean(),
    url: z.string(),
    path: z.string(),
    note: z.string(),
    keptAt: z.string(),
  }),
);

/** What is kept on this device, newest first. */
export function keptWords(): KeptWords[] {
  try {
    const stored = Kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
    return stored.success ? stored.data : [];
  } catch {
    return [];
  }
}

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
