import { forms } from '../normalise.ts';
import type { GlossaryEntry } from './entry.ts';

/** An entry as a file has it: the show is a slug or a title, still to be looked up. */
export interface WrittenEntry extends GlossaryEntry {
  show: string | null;
  /** Number of the line in the file, from 1. */
  line: number;
}

/** What is wrong in a line, as one sentence for the owner. */
export interface GlossaryProblem {
  line: number;
  message: string;
}

const SHOW = /^\[(.*)\]$/;
const MOST_CHARACTERS = 200;
export const MOST_ENTRIES = 20_000;

/**
 * Reads a glossary: a line `term: misheard, misheard too` for each term, `[Show]` before the lines that
 * hold for one show only, `#` before a remark. Problems never hide entries, nor entries problems.
 */
export function parseGlossary(text: string): {
  entries: WrittenEntry[];
  problems: GlossaryProblem[];
} {
  const entries: WrittenEntry[] = [];
  const problems: GlossaryProblem[] = [];
  const seen = new Map<string, WrittenEntry>();
  let show: string | null = null;
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = i + 1;
    const say = (message: string) => problems.push({ line, message });
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    const heading = SHOW.exec(content)?.[1]?.trim();
    if (heading !== undefined) {
      if (heading === '') say('names no show: write [Name of the show].');
      else show = heading;
      continue;
    }
    const colon = content.lastIndexOf(':');
    const term = content.slice(0, Math.max(0, colon)).trim();
    if (colon < 0 || forms(term).length === 0) {
      say('has no term: write “term: misheard form, another”.');
      continue;
    }
    const heardForms = content
      .slice(colon + 1)
      .split(',')
      .map((form) => form.trim())
      .filter((form) => form !== '');
    if (heardForms.length === 0)
      say(`says nothing that was heard for “${term}”: add it after the colon.`);
    for (const heard of heardForms) {
      const key = `${show ?? ''}\n${forms(heard).join(' ')}`;
      const entry = { show, term, heard, line };
      const before = seen.get(key);
      const wrong = problemOf(entry, before);
      if (wrong) say(wrong);
      if (wrong || before) continue;
      seen.set(key, entry);
      entries.push(entry);
    }
  }
  if (entries.length > MOST_ENTRIES) {
    problems.push({
      line: entries[MOST_ENTRIES]?.line ?? 0,
      message: `is one too many: a glossary holds ${MOST_ENTRIES.toLocaleString('en')} forms.`,
    });
  }
  return { entries, problems };
}

function problemOf(entry: WrittenEntry, before: WrittenEntry | undefined): string | null {
  const { term, heard } = entry;
  const words = forms(heard);
  if (term.length > MOST_CHARACTERS || heard.length > MOST_CHARACTERS)
    return `is too long: a term or form has at most ${MOST_CHARACTERS} characters.`;
  if (words.length === 0) return `has “${heard}” as a misheard form, which has no letter or digit.`;
  if (words.join(' ') === forms(term).join(' '))
    return `corrects “${heard}” to the same words: leave it out.`;
  if (before && before.term !== term)
    return `corrects “${heard}” to “${term}”, but line ${before.line} corrects it to “${before.term}”: keep one.`;
  return null;
}

/** Entries in the file's own form, shows in the order of their names, what holds for all first. */
export function printGlossary(
  entries: readonly (GlossaryEntry & { show: string | null })[],
): string {
  const shows = new Map<string | null, Map<string, string[]>>();
  for (const { show, term, heard } of entries) {
    const terms = shows.get(show) ?? new Map<string, string[]>();
    terms.set(term, [...(terms.get(term) ?? []), heard]);
    shows.set(show, terms);
  }
  const blocks = [...shows]
    .sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''))
    .map(([show, terms]) =>
      [
        ...(show === null ? [] : [`[${show}]`]),
        ...[...terms].map(([term, heard]) => `${term}: ${heard.join(', ')}`),
      ].join('\n'),
    );
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
}
