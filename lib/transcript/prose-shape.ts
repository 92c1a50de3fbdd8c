import type { Line } from './episode-block.ts';

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

/** Source text or data rather than anybody's words. Linear. */
export function isCode(lines: readonly Line[]): boolean {
  const filled = lines.filter(({ text }) => text !== '');
  if (/^\{|^\[\s*(?:[{["]|$)/.test(filled[0]?.text.slice(0, 60) ?? '')) return true;
  return (
    share(filled, (text) => CODE.test(text.slice(0, 60)) || CODE_END.test(text.slice(-2))) > MUCH
  );
}

/**
 * What a text is that is no running text ("a table", "a list of links"), or null where it is: only prose
 * may be taken for speech that nobody's name stands before. Linear.
 */
export function notProse(lines: readonly Line[]): string | null {
  const filled = lines.filter(({ text }) => text !== '');
  if (isCode(filled)) return 'program source or data';
  if (isTable(filled)) return 'a table';
  if (share(filled, (text) => ADDRESS.test(text.slice(0, 2_000))) > MUCH) return 'a list of links';
  const fenced = filled.some(({ text }) => /^(?:```|~~~)/.test(text));
  const headings = share(filled, (text) => /^#{1,6}\s/.test(text));
  const listed = share(filled, (text) => LIST.test(text.slice(0, 8)));
  if (fenced || listed > MUCH || headings > 0.4)
    return 'a document of headings and lists, such as a README';
  if (share(filled, (text) => KEY.test(text.slice(0, 120))) > MOST) return 'a list of settings';
  const text = filled.map((line) => line.text).join('\n');
  const tokens = text.split(/\s+/u);
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const words = tokens.length + unspaced / 2;
  if (words < LEAST_WORDS) return 'a text too short to tell';
  const spoken = tokens.filter((token) =>
    /^[\p{P}\p{S}]{0,3}[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{P}]{0,60}$/u.test(token.slice(0, 80)),
  );
  if (unspaced < text.length / 4 && spoken.length < tokens.length * 0.85)
    return 'something else than running text';
  const ends = text.match(SENTENCE_ENDS)?.length ?? 0;
  const flowing = ends > 0 ? words / ends < 200 : words >= MANY_WORDS;
  return flowing && words / filled.length >= 4 ? null : 'something else than running text';
}

/** Rows with the same number of the same separator. */
function isTable(filled: readonly Line[]): boolean {
  return [/\|/g, /\t/g, /,(?!\s)|(?<="),/g, /;(?!\s)/g].some((separator) => {
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
