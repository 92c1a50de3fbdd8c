import { readDate } from './dates.ts';
import { excerpt } from './excerpt.ts';
import { knownKey, roleOfKey, titleIn } from './particulars.ts';
import { type Person, readPeople } from './people.ts';
import type { Warning } from './transcript.ts';

/** A line of a file, counted from 1. */
export interface Line {
  line: number;
  text: string;
  /** Characters of white space before it, where that was any. */
  indent?: number;
}

/** What an export says about the episode beside its turns. */
export interface EpisodeBlock {
  title: string | null;
  show: string | null;
  date: string | null;
  language: string | null;
  summary: string | null;
  people: Person[];
  notes: Line[];
  warnings: Warning[];
}

const URL_IN_LINE = /https?:\/\/\S+|\bwww\.\S+/i;
const POINTER_WORDS = 30;

/** A line that sends the reader elsewhere: it has an address and little else. */
export const isPointer = (text: string) =>
  URL_IN_LINE.test(text) && text.split(/\s+/).length <= POINTER_WORDS;

/**
 * Reads the plain block that exports put after the last turn (or before the first): known keys,
 * paragraphs of the publisher's summary, and pointers to elsewhere, which are notes.
 * `paragraphs` says whether loose text is that summary or only a note.
 */
export function readEpisodeBlock(lines: readonly Line[], paragraphs: boolean): EpisodeBlock {
  const block: EpisodeBlock = {
    title: null,
    show: null,
    date: null,
    language: null,
    summary: null,
    people: [],
    notes: [],
    warnings: [],
  };
  const summary: string[] = [];
  for (const { line, text } of lines) {
    const known = knownKey(text);
    if (known?.field === 'summary' || (!known && paragraphs && !isPointer(text))) {
      const words = known ? known.value : text.trim();
      if (words) summary.push(words);
    } else if (!known?.value) {
      block.notes.push({ line, text: text.trim() });
    } else if (known.field === 'people') {
      block.people.push(...readPeople(known.value, roleOfKey(known.key)));
    } else if (known.field === 'date') {
      block.date ??= readDate(known.value);
      if (block.date === null) {
        const message = `“${excerpt(known.value)}” is no date that can be read for certain; say it with --date 2026-06-01.`;
        block.warnings.push({ line, message });
      }
    } else if (known.field === 'language') {
      if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(known.value)) block.language ??= known.value;
      else block.notes.push({ line, text: text.trim() });
    } else if (known.field === 'title' && titleIn(known.value)) {
      block.title ??= titleIn(known.value);
    } else if (known.field === 'show') {
      block.show ??= titleIn(known.value) ?? known.value;
    } else block.notes.push({ line, text: text.trim() });
  }
  block.summary = summary.join('\n\n') || null;
  block.show ??= concludeShow(block);
  return block;
}

/**
 * The show where no line names it: words of the summary whose letters are those of the address that
 * the block points to ("Latent Space", latent.space), or that stand before "podcast", "show" or "team".
 */
function concludeShow(block: EpisodeBlock): string | null {
  const prose = block.summary ?? '';
  const phrases = [...prose.matchAll(/\p{Lu}[\p{L}\p{N}’'&]*(?:\s+\p{Lu}[\p{L}\p{N}’'&]*){0,5}/gu)]
    .flatMap(([phrase]) => runs(phrase.split(/\s+/)))
    .sort((a, b) => b.length - a.length);
  let found: string | undefined;
  const pointer = block.notes.find(({ text }) => URL_IN_LINE.test(text));
  const address = pointer && URL_IN_LINE.exec(pointer.text)?.[0];
  if (address) {
    const host =
      address
        .replace(/^https?:\/\//i, '')
        .replace(/^www\./i, '')
        .split(/[/:?#]/)[0] ?? '';
    const names = [host, host.replace(/\.[^.]+$/, ''), host.split('.').slice(-2, -1)[0] ?? ''].map(
      letters,
    );
    found = names
      .filter((name) => name.length >= 4)
      .flatMap((name) => phrases.filter((phrase) => letters(phrase) === name))[0];
  }
  found ??= /\bthe ((?:\p{Lu}[\p{L}\p{N}’'&]* ){1,5})(?:podcast|show|team)\b/iu
    .exec(prose)?.[1]
    ?.trim();
  if (!found || !/^\p{Lu}/u.test(found)) return null;
  const message = `The file does not name its show; “${excerpt(found)}” is concluded from its closing words (say it with --show).`;
  block.warnings.push({ line: pointer?.line ?? 1, message });
  return found;
}

/** All runs of up to five words. */
function runs(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    words.slice(from, from + 5).map((_, length) => words.slice(from, from + length + 1).join(' ')),
  );
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
