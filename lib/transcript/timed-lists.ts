import type { JsonPath } from './json-walk.ts';
import { isObject, readEntry, type TimedEntry } from './timed-entry.ts';

/** A list of what was said, somewhere in a document. */
export interface TimedList {
  path: JsonPath;
  entries: readonly unknown[];
  /** The value that holds it, whose other lists may tell who speaks when. */
  around: unknown;
}

const DEEPEST = 6;
/** So many entries tell what a list is. */
const FEW = 8;
const MANY_KEYS = 64;
/** Keys that only files made to do harm have. */
const INHERITED = new Set(['__proto__', 'constructor', 'prototype']);
/** Of several lists those that hold as much as this of the longest hold the whole talk. */
const NEARLY_ALL = 0.8;

/** The list with what was said, where a document has one: of several that hold all of it the one that names speakers. */
export function timedListOf(document: unknown): TimedList | null {
  const lists: (TimedList & { named: boolean })[] = [];
  const visit = (value: unknown, path: JsonPath, around: unknown): void => {
    if (Array.isArray(value)) {
      const first = value.slice(0, FEW).map((each) => said(each));
      const several = first.filter((each) => each !== null);
      if (several.length > 0 && several.length >= first.length * 0.75) {
        const named = several.some(({ speaker }) => speaker !== null);
        lists.push({ path, entries: value, around, named });
      }
    } else if (isObject(value) && path.length < DEEPEST) {
      for (const [key, each] of Object.entries(value).slice(0, MANY_KEYS)) {
        if (typeof each === 'object' && !INHERITED.has(key)) visit(each, [...path, key], value);
      }
    }
  };
  visit(document, [], null);
  if (lists.length < 2) return lists[0] ?? null;
  const letters = lists.map(({ entries }) => lettersOf(entries));
  const most = letters.reduce((more, each) => Math.max(more, each), 0);
  const whole = lists.filter((_, i) => (letters[i] ?? 0) >= most * NEARLY_ALL);
  return whole.find(({ named }) => named) ?? whole[0] ?? null;
}

/** An entry that has words, and tells when they are said or by whom; null for others. */
function said(value: unknown): TimedEntry | null {
  const entry = readEntry(value);
  if (entry === null) return null;
  if (entry.text !== null && (entry.start || entry.speaker !== null)) return entry;
  const inner = innerOf(value, entry).slice(0, FEW).map(readEntry);
  return inner.some((each) => each?.text && each.start) ? entry : null;
}

/** The entries that an entry has of its own. */
export function innerOf(value: unknown, { within }: TimedEntry): readonly unknown[] {
  const inner = within !== null && isObject(value) ? value[within] : [];
  return Array.isArray(inner) ? inner : [];
}

function lettersOf(entries: readonly unknown[]): number {
  let letters = 0;
  for (const value of entries) {
    const entry = readEntry(value);
    if (entry?.text) letters += entry.text.length;
    else if (entry)
      for (const each of innerOf(value, entry)) letters += readEntry(each)?.text?.length ?? 0;
  }
  return letters;
}

/** Who speaks when, as some documents list it beside their words: entries with a speaker and a time, without words. */
export function speakerSpans(around: unknown): TimedEntry[] {
  if (!isObject(around)) return [];
  for (const list of Object.values(around)) {
    if (!Array.isArray(list)) continue;
    const spans = list.map(readEntry);
    const tell = (span: TimedEntry | null): span is TimedEntry =>
      span !== null && span.speaker !== null && span.start !== null && span.text === null;
    if (spans.length > 0 && spans.every(tell)) return spans;
  }
  return [];
}
