import { Clock, IsoDuration, Milliseconds, Seconds } from './recorded-time.ts';

/** What an entry of a list says, whatever its tool calls it. */
export interface TimedEntry {
  text: string | null;
  start: WrittenTime | null;
  end: WrittenTime | null;
  /** How long it lasts, where the entry says so in place of its end. */
  lasts: WrittenTime | null;
  speaker: string | number | null;
  /** The key of its own entries (words, sentences), where it has some. */
  within: string | null;
}

/** A time whose unit its key, or its form, may tell: else only the whole list does. */
export interface WrittenTime {
  value: string | number;
  unit: 'ms' | 's' | null;
}

/** Milliseconds, a bare number being in `unit`; null where it is no time. */
export function timeOf({ value, unit }: WrittenTime, otherwise: 'ms' | 's'): number | null {
  if (typeof value === 'string' && /[PT:]/.test(value)) {
    return value.startsWith('PT') ? IsoDuration.parse(value) : Clock.parse(value);
  }
  return ((unit ?? otherwise) === 'ms' ? Milliseconds : Seconds).parse(value);
}

const TEXT =
  /^(?:text|body|content|transcript|transcription|sentence|caption|word|value|subtitle)$/;
/** The word as it is written, where its bare letters stand beside it. */
const WRITTEN = /^(?:punctuatedword|punct|displaytext)$/;
const START =
  /^(?:start|from|begin|beginning|offset|time|timestamp|ts|in|t?start|(?:start|begin)(?:time|timestamp|ts|offset|at)|time(?:start|begin)|offset(?:start|begin))$/;
const END =
  /^(?:end|to|until|stop|finish|out|(?:end|stop)(?:time|timestamp|ts|offset|at)|time(?:end|stop)|offset(?:end|stop))$/;
const LASTS = /^(?:duration|dur|d|length)$/;
const UNIT = /(?:in)?(ms|msecs?|millis|milliseconds|sec|secs|seconds|s)$/;
const SPEAKER =
  /^(?:speaker|speakername|speakerlabel|speakerid|speakertag|voice|participant|participantname|participantrole)$/;
/** A name says more than a number. */
const NAMES = /name$|^voice$|^participant$/;
const WITHIN = new Set([
  'words',
  'items',
  'elements',
  'tokens',
  'sentences',
  'segments',
  'children',
]);
/** A number from here on is a date: no recording goes on for so long in either unit. */
const CALENDAR = 1_000_000_000;
/** An object in place of a value: a person, a time in two reckonings. */
const INNER = ['name', 'label', 'speaker_label', 'id', 'relative', 'seconds'];

const bare = (key: string) => key.replace(/[_\s-]/g, '').toLowerCase();
type Values = Record<string, unknown>;
export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a list's entry says; where it has no words itself, what an object within it says. */
export function readEntry(value: unknown): TimedEntry | null {
  if (!isObject(value)) return null;
  const entry = readKeys(value);
  if (entry.text !== null || entry.within !== null) return entry;
  const inner = Object.values(value).filter(isObject).map(readKeys);
  return inner.find(({ text }) => text !== null) ?? entry;
}

/** The object's own keys only: what its prototype has is not in the file. */
function readKeys(value: Values): TimedEntry {
  const entry: TimedEntry = {
    text: null,
    start: null,
    end: null,
    lasts: null,
    speaker: null,
    within: null,
  };
  let named = false;
  for (const [key, own] of Object.entries(value)) {
    const name = bare(key);
    if (Array.isArray(own)) {
      if (WITHIN.has(name) && own.some(isObject)) entry.within ??= key;
      else if (START.test(name) && own.length === 2) {
        entry.start ??= written(own[0], null);
        entry.end ??= written(own[1], null);
      }
      continue;
    }
    if (typeof own === 'string' && WRITTEN.test(name)) entry.text = own;
    else if (typeof own === 'string' && TEXT.test(name)) entry.text ??= own;
    else if (SPEAKER.test(name)) {
      const label = plain(own);
      if (label !== null && (entry.speaker === null || (!named && NAMES.test(name)))) {
        entry.speaker = label;
        named = NAMES.test(name);
      }
    } else {
      const { stem, unit } = unitIn(name);
      const time = written(own, unit);
      if (time === null) continue;
      if (START.test(stem)) entry.start = better(entry.start, time);
      else if (END.test(stem)) entry.end = better(entry.end, time);
      else if (LASTS.test(stem)) entry.lasts = better(entry.lasts, time);
    }
  }
  return entry;
}

/** The unit that a key names ("startMs", "end_seconds"), and the key without it. */
function unitIn(name: string): { stem: string; unit: WrittenTime['unit'] } {
  const suffix = UNIT.exec(name)?.[1];
  if (!suffix || [START, END, LASTS].some((known) => known.test(name)))
    return { stem: name, unit: null };
  return { stem: name.replace(UNIT, ''), unit: suffix.startsWith('m') ? 'ms' : 's' };
}

/** Of two keys for one time the one that tells its unit. */
const better = (known: WrittenTime | null, other: WrittenTime) =>
  known === null || (known.unit === null && other.unit !== null) ? other : known;

function written(value: unknown, unit: 'ms' | 's' | null): WrittenTime | null {
  const own = plain(value);
  if (own === null || own === '') return null;
  const time = { value: own, unit };
  if (unit === null && Number(own) >= CALENDAR) return null;
  return timeOf(time, 's') === null && timeOf(time, 'ms') === null ? null : time;
}

/** A string or number, or the first that an object has in its place. */
function plain(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (!isObject(value)) return null;
  for (const key of INNER) {
    const own = Object.hasOwn(value, key) ? value[key] : null;
    if (typeof own === 'string' || typeof own === 'number') return own;
  }
  return null;
}
