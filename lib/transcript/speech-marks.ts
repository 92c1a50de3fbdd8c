import { type InlineTime, placeTimes } from './inline-times.ts';
import { readLink, readSign } from './markdown-signs.ts';
import { trailingTime, wholeTime } from './time-mark.ts';

/** What was said, and what stands within it without being said, as the file writes it. */
export interface Speech {
  text: string;
  marks: string[];
  /** Times that stood between the words. */
  times: InlineTime[];
}

/** How a file marks its words up: not at all, in Markdown, or as a page whose leading bold became `**`. */
export type Writing = 'plain' | 'markdown' | 'markup';

/** Words by which transcribers say what is heard beside speech. */
const SOUNDS = new Set(
  `laugh laughs laughing laughter chuckle chuckles chuckling giggles music musical musik musique música
  applause clapping crosstalk inaudible unintelligible indistinct silence pause coughs coughing cough sigh
  sighs sighing cheers cheering sound sounds noise jingle sfx throat foreign sings singing ding dings beep
  beeps static gasps sniffs whistles affirmative negative overlapping break lachen lacht gelächter applaus
  rires risas aplausos smeh ringing`.split(/\s+/),
);
const SOUND_ACTS = /^(?:laugh\w*|chuckl\w*|giggl\w*|sigh\w*|cough\w*|gasp\w*|applause|crosstalk)$/;
/** Words that only a sentence has; a remark in brackets with one of them was said. */
const SENTENCE = /^(?:i|you|we|he|she|they|it|my|your|is|was|are|were|that|this|like|love)$/;
const LONGEST = 80;

/** Whether one of the words is such as only a sentence has. */
export const saysSentence = (words: string): boolean =>
  (words.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []).some((word) => SENTENCE.test(word));

/** Whether the words within brackets (without them) tell of a sound, or of words nobody could make out. */
export function tellsOfSound(within: string, most: number): boolean {
  const words = within.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  if (words.length === 0 || words.length > most) return false;
  return words.some((word) => SOUNDS.has(word)) && !words.some((word) => SENTENCE.test(word));
}

/** Whether a whole line is a mark: "[music]", "(Intro music: swing)", "*laughs*", "♪ … ♪". */
export function isSoundLine(line: string): boolean {
  if (/^[♪♫]/u.test(line)) return true;
  const [, within] =
    /^(?:\\?\[|\(|[*_]{1,3})([^[\]()]{1,80}?)(?:\\?\]|\)|[*_]{1,3})\.?$/u.exec(
      line.slice(0, 100),
    ) ?? [];
  return within !== undefined && line.length < 100 && tellsOfSound(within, 10);
}

/** Where a mark may begin. */
const PLAIN = /!?\\?\[|\(|[*_]{1,3}|[♪♫]/gu;
const MARKED = /!?\\?\[|\(|[*_]{1,3}|[♪♫]|`+|<(?=[a-z/!])|\{(?=[:#.])|^[-*+](?=\s)/giu;

/**
 * Takes the marks out of a line of speech: sounds ("[laughs]", "(sighs)", "♪ … ♪"), times in brackets,
 * and in Markdown the addresses of links, whose words stay. An editor's addition in square brackets stays:
 * the sentence needs it. Linear: nothing is looked for beyond 80 characters.
 */
export function readSpeech(source: string, writing: Writing): Speech {
  const markdown = writing === 'markdown';
  const line =
    writing === 'markup' && source.startsWith('**') ? source.slice(2).replace('**', '') : source;
  const marks: string[] = [];
  const times: InlineTime[] = [];
  let text = '';
  let from = 0;
  const opening = markdown ? MARKED : PLAIN;
  opening.lastIndex = 0;
  for (let found = opening.exec(line); found; found = opening.exec(line)) {
    const mark = readMark(line, found.index, found[0], markdown);
    if (!mark) continue;
    const before = line.slice(from, found.index);
    const stop = mark.spoken === ' ' ? stopAfter(line, found.index + mark.raw.length) : '';
    // “Really [laughs].” ends as “Really.” does; behind “Really. [laughs].” there is nothing more to end.
    const ends = stop !== '' && /[^\s.,;:!?…]$/u.test(before.trimEnd());
    text += ends ? `${before.trimEnd()}${stop} ` : `${before}${mark.spoken}`;
    if (mark.ms !== null) times.push({ offset: text.length, ms: mark.ms, ofSound: mark.ofSound });
    // Signs around words that were said tell nothing by themselves.
    if (!('quiet' in mark)) marks.push(mark.raw);
    from = found.index + mark.raw.length + stop.length;
    opening.lastIndex = from;
  }
  text += line.slice(from);
  const words = text.split(/\s+/u).filter(Boolean);
  const said = markdown ? words.map(plainWord) : words;
  return { text: said.join(' '), marks, times: placeTimes(times, text, said) };
}

/** Signs that end something, right behind a mark and before white space. */
const stopAfter = (line: string, at: number): string =>
  /^[.,;:!?…]{1,3}(?=\s|$)/u.exec(line.slice(at, at + 4))?.[0] ?? '';

const CLOSING: Record<string, string> = { '[': ']', '\\[': '\\]', '(': ')' };

function readMark(line: string, at: number, open: string, markdown: boolean) {
  if (open === '[' || open === '![') {
    const link = readLink(line, at, markdown);
    if (link) return { ...link, ms: null, ofSound: false };
  }
  if (
    /^[`<{+-]|^!/.test(open) ||
    (open === '*' && markdown && at === 0 && /\s/.test(line[1] ?? ''))
  ) {
    const sign = markdown ? readSign(line, at, open) : null;
    return sign && { ...sign, ms: null, ofSound: false, quiet: true };
  }
  const close = CLOSING[open] ?? open;
  const start = at + open.length;
  const length = line.slice(start, start + LONGEST * (open === '[' ? 3 : 1)).indexOf(close);
  if (length < 0) return null;
  const between = line.slice(start, start + length);
  // “*(laughs)*”: the stars around a bracket go with it.
  const starred = /[*_]/.test(open) && /^(?:\\?\[[^\]]*\]|\([^)]*\))$/.test(between);
  const within = starred ? between.replace(/^\\?[[(]|\\?[\])]$/g, '') : between;
  const end = start + length + close.length;
  const raw = line.slice(at, end);
  if (/[♪♫]/u.test(open)) return { raw, spoken: ' ', ms: null, ofSound: false };
  const square = open.endsWith('[') || (starred && between.includes('['));
  const most = square ? 8 : open === '(' || starred ? 5 : 2;
  const emphasis = !square && open !== '(' && !starred;
  const time = emphasis ? null : wholeTime(within.trim());
  const isSound = emphasis
    ? SOUND_ACTS.test(within.trim().toLowerCase())
    : time !== null || tellsOfSound(within, most);
  if (!isSound) return null;
  // "[unintelligible 00:16:38.07]" tells when, too.
  const when = time ?? trailingTime(within.trim())?.mark;
  return { raw, spoken: ' ', ms: when?.startMs ?? null, ofSound: time === null };
}

/** A word without Markdown's emphasis and escapes (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
function plainWord(word: string): string {
  if (!/[*_\\]/.test(word) || /^[*_]+$/.test(word)) return word;
  const open = /^[*_]+/.exec(word)?.[0].length ?? 0;
  let end = word.length;
  while (end > open && /[.,;:!?)"”’…]/u.test(word[end - 1] ?? '')) end--;
  let start = end;
  while (start > open && /[*_]/.test(word[start - 1] ?? '') && word[start - 2] !== '\\') start--;
  const bare = `${word.slice(open, start)}${word.slice(end)}`.replaceAll('**', '');
  return bare.replace(/\\([!-/:-@[-`{-~])/g, '$1') || word;
}
