import type { Line } from './episode-block.ts';
import { isTemplate } from './furniture.ts';

const CODE =
  /^(?:import |export |from \S+ import|#include|#!|def |class |function |const |let |var |return |package |public |private |<\?|if \(|for \(|while \(|@\w+\(?|[})\]]+[;,]?$)/;
const CODE_END = /[;{}]$|=>$|\($/;
const LIST = /^(?:[-*+•]|\d{1,3}[.)])\s/u;
const ADDRESS = /https?:\/\/|\bwww\.|\]\(/i;
const KEY = /^["']?[\w.-]{1,40}["']?\s?[:=]\s?\S*$/;
const SENTENCE_ENDS = /[.!?…。！？؟۔।]/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;
/** So much of the lines must be of a kind for the whole to be. */
const MUCH = 0.2;
const MOST = 0.5;
const LEAST_WORDS = 12;
/** Words without a single full stop are speech as recognisers write it, from here on. */
const MANY_WORDS = 50;

/** Source text, settings or data rather than anybody's words. Linear. */
export function isCode(lines: readonly Line[], most = MUCH): boolean {
  const filled = lines.filter(({ text }) => text !== '' && !isTemplate(text));
  if (/^\{|^\[\s*(?:[{["]|$)/.test(filled[0]?.text.slice(0, 60) ?? '')) return true;
  return (
    share(filled, (text) => CODE.test(text.slice(0, 60)) || CODE_END.test(text.slice(-2))) > most ||
    isSettings(filled)
  );
}

/** Keys with a single value each, and lists below them, as YAML, robots.txt and the like have them. */
const isSettings = (filled: readonly Line[]) =>
  filled.length >= 3 &&
  share(
    filled,
    (text) => KEY.test(text.slice(0, 120)) || /^(?:- \S+|#.*)$/.test(text.slice(0, 120)),
  ) > MOST &&
  share(filled, (text) => KEY.test(text.slice(0, 120)) && !/[.!?…]$/u.test(text)) > MOST / 2;

/** The grants and disclaimers that every licence has in the same words. */
const LICENCE =
  /permission is hereby granted|permission to use, copy, modify|redistribution and use in source and binary|provided [“"]as is|general public license|mozilla public license|apache license|creative commons|terms and conditions for (?:use|copying)|without warrant(?:y|ies)|warrant(?:y|ies) of merchantability|all rights reserved/giu;
/** A version as changelogs have it in a heading. */
const VERSION =
  /^(?:#{1,4}\s+|\*\*)?\[?v?\d{1,4}\.\d{1,4}(?:\.\d{1,6})?(?:[-+.][\w.-]{1,30})?\]?(?:\([^()]*\))?(?:\s|\*|$)/;

/** What a text is that is written to be read and not spoken, whatever names stand in it; null for others. */
export function notSpeech(lines: readonly Line[]): string | null {
  const filled = lines.filter(({ text }) => text !== '');
  const start = filled
    .slice(0, 400)
    .map(({ text }) => text.slice(0, 500))
    .join(' ');
  const formulas = new Set(start.match(LICENCE)?.map((formula) => formula.toLowerCase()));
  if (
    formulas.size >= 2 ||
    (formulas.size === 1 && filled.length < 60 && /licen[cs]e/iu.test(start))
  )
    return 'a licence';
  const headings = filled.filter(({ text }) => /^(?:#{1,4}\s|\*\*\[?v?\d)/.test(text));
  const versions = headings.filter(({ text }) => VERSION.test(text.slice(0, 80)));
  const listed = share(filled, (text) => LIST.test(text.slice(0, 8)));
  if (versions.length >= 2 && versions.length > headings.length * 0.2 && listed > MUCH)
    return 'a changelog';
  return null;
}

/**
 * What a text is that is no running text ("a table", "a list of links"), or null where it is: only prose
 * may be taken for speech that nobody's name stands before. Linear.
 */
export function notProse(lines: readonly Line[]): string | null {
  const filled = lines.filter(({ text }) => text !== '' && !isTemplate(text));
  // A script that is about code may hold some.
  const spoken = soundsSpoken(filled);
  const most = spoken ? MOST : MUCH;
  if (isSettings(filled)) return 'a list of settings';
  if (isCode(filled, most)) return 'program source or data';
  const written = notSpeech(filled);
  if (written) return written;
  if (isTable(filled)) return 'a table';
  if (share(filled, (text) => ADDRESS.test(text.slice(0, 2_000))) > most) return 'a list of links';
  const fenced = filled.some(({ text }) => /^(?:```|~~~)/.test(text));
  const headings = share(filled, (text) => /^#{1,6}\s/.test(text));
  const listed = share(filled, (text) => LIST.test(text.slice(0, 8)));
  if ((fenced && !spoken) || listed > most || headings > 0.4)
    return 'a document of headings and lists, such as a README';
  const text = filled.map((line) => line.text).join('\n');
  const tokens = text.split(/\s+/u);
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const words = tokens.length + unspaced / 2;
  if (words < LEAST_WORDS) return 'a text too short to tell';
  const worded = tokens.filter((token) =>
    /^[\p{P}\p{S}]{0,3}[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{P}]{0,60}$/u.test(token.slice(0, 80)),
  );
  if (unspaced < text.length / 4 && worded.length < tokens.length * 0.85)
    return 'something else than running text';
  const ends = text.match(SENTENCE_ENDS)?.length ?? 0;
  // Recognisers leave out full stops, or nearly all of them.
  const flowing = ends > 0 && words / ends < 200 ? true : words >= MANY_WORDS;
  return flowing && words / filled.length >= 4 ? null : 'something else than running text';
}

const PROGRAMME = /\b(?:podcast|show|episode|radio|broadcast)\b/iu;
const PRESENTS =
  /(?:\bI['’]m|\bI am|[Mm]y name is) \p{Lu}|[Tt]hanks? (?:you )?for (?:listening|tuning)|[Ww]elcome (?:back )?to\b/u;

/** Whether a text opens as a programme does: it says what it is, and somebody says who they are or greets. */
function soundsSpoken(filled: readonly Line[]): boolean {
  const start = filled
    .slice(0, 60)
    .map(({ text }) => text.slice(0, 1_000))
    .join(' ');
  return PROGRAMME.test(start) && PRESENTS.test(start);
}

const WRITTEN = [
  'author',
  'authors',
  'byline',
  'templatekey',
  'draft',
  'permalink',
  'categories',
  'excerpt',
];
const RECORDED =
  /^(?:transcript.*|speakers?|hosts?|guests?|show|podcast.*|episode.*|season|audio.*|mp3|duration.*|youtube.*|video.*|channel|recording.*|media|enclosure)$/;

/** Whether front matter is an article's: it has an author, and nothing tells of a recording. */
export const isArticle = (keys: ReadonlySet<string>, lines: readonly Line[]): boolean =>
  WRITTEN.some((key) => keys.has(key)) &&
  ![...keys].some((key) => RECORDED.test(key)) &&
  !soundsSpoken(lines.filter(({ text }) => text !== ''));

/** Whether most of a text is a list, whatever names stand between its items. */
export function isList(lines: readonly Line[], isHead: (at: Line) => boolean): boolean {
  const filled = lines.filter(({ text }) => text !== '').length;
  const rest = lines.filter((at) => at.text !== '' && !isHead(at));
  return (
    rest.length >= 3 &&
    rest.length * 2 > filled &&
    share(rest, (text) => LIST.test(text.slice(0, 8))) > MOST
  );
}

/** Rows with the same number of the same separator. */
function isTable(filled: readonly Line[]): boolean {
  // Where words stand without spaces, so do their commas.
  const unspaced =
    share(filled, (text) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}]/u.test(text)) > MOST;
  const separators = [/\|/g, /\t/g, ...(unspaced ? [] : [/,(?!\s)|(?<="),/g, /;(?!\s)/g])];
  return separators.some((separator) => {
    const counts = new Map<number, number>();
    for (const { text } of filled) {
      const count = text.slice(0, 2_000).match(separator)?.length ?? 0;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const rows = Math.max(0, ...counts.values());
    return filled.length > 1 && rows >= filled.length * MOST;
  });
}

const share = (lines: readonly Line[], is: (text: string) => boolean) =>
  lines.filter(({ text }) => is(text)).length / Math.max(1, lines.length);
