import type { CueBlock } from './caption-blocks.ts';
import type { CuePart } from './caption-cues.ts';

const TAG = /<\/?[a-z][^<>]*>|\{\\[^{}]*\}/gi;
const FONT = /<font(?:\s[^<>]*)?>|<\/font\s*>/gi;
const COLOUR = /\scolor\s*=\s*["']?\s*([#\w]{1,30})/i;
/** A dash before words, not before a number alone: "-5 degrees" is nobody's turn. */
const DASH = /^((?:<[^<>]*>)*)\s*[-–—](?:\s+|(?=[\p{L}"“'‘¿¡[(…]))/u;

/** The words of captions without their markup: SubRip's HTML tags, and what it borrows from SSA. */
export const withoutTags = (text: string): string => text.replace(TAG, '');

const unspaced = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Between two cues of one highlighted line there may be such a gap, in milliseconds. */
const GAP_MS = 1_000;

/** A cue with its words as they are marked up, and as they are said. */
type Marked = CueBlock & { raw: string; text: string };

/**
 * Captions that mark the word being said repeat the line for each of its words (Whisper's
 * `--highlight_words`, https://github.com/openai/whisper/blob/main/whisper/utils.py): such cues become one.
 * What two speakers say in two colours, word for word the same, stays said twice.
 */
export function unhighlighted(blocks: readonly CueBlock[]): CueBlock[] {
  const marked = blocks.map((block): Marked => {
    const raw = unspaced(block.body.join(' '));
    return { ...block, raw, text: unspaced(withoutTags(raw)) };
  });
  const highlights = marked.some((cue, i) => isSameLine(marked[i - 1], cue) && marksPart(cue));
  if (!highlights) return [...blocks];
  const list: Marked[] = [];
  for (const cue of marked) {
    const last = list.at(-1);
    const plain = cue.raw === cue.text || last?.raw === last?.text;
    if (last && isSameLine(last, cue) && (plain || marksPart(cue) || marksPart(last))) {
      Object.assign(last, { raw: cue.raw, endMs: Math.max(last.endMs, cue.endMs) });
    } else list.push(cue);
  }
  return list.map(({ raw: _, text: __, ...block }) => block);
}

const isSameLine = (last: Marked | undefined, cue: Marked): last is Marked =>
  last !== undefined &&
  cue.text !== '' &&
  cue.text === last.text &&
  cue.raw !== last.raw &&
  cue.startMs - last.endMs <= GAP_MS;

/** Whether some words of a cue stand within tags and some do not. */
function marksPart({ raw, text }: Marked): boolean {
  const outside = unspaced(raw.replace(/<[a-z][^<>]*>[^<>]*<\/[^<>]*>/gi, ' '));
  return raw !== text && outside !== '' && outside.length < text.length;
}

/**
 * Whether dashes tell where somebody else begins: some cue has two lines that begin with one, as
 * subtitlers write a dialogue, or several cues begin with one.
 */
export function dashesTell(blocks: readonly CueBlock[]): boolean {
  let cues = 0;
  for (const { body } of blocks) {
    const dashes = body.filter((line) => DASH.test(line.trimStart())).length;
    if (dashes > 1) return true;
    cues += dashes;
  }
  return cues > 1;
}

/** A leading dash as the sign by which all captions tell a change of speaker. */
export const dashAsChange = (line: string): string => line.trimStart().replace(DASH, '>> $1');

/** A line without its leading dash, where colours tell the speakers already. */
export const withoutDash = (line: string): string => line.trimStart().replace(DASH, '$1');

/**
 * The words of a cue by the colour that they are written in. Uncoloured words have a colour of their own,
 * for the first speaker is often left as the player shows them.
 */
export function colouredParts(body: readonly string[]): CuePart[] {
  const text = body.join(' ');
  const open: string[] = [];
  const parts: CuePart[] = [];
  const add = (piece: string) => {
    if (withoutTags(piece).trim() === '') return;
    const speaker = `colour ${open.at(-1) ?? 'default'}`;
    const last = parts.at(-1);
    if (last?.speaker === speaker) last.text += ` ${piece}`;
    else parts.push({ speaker, text: piece });
  };
  let from = 0;
  for (const { 0: tag, index } of text.matchAll(FONT)) {
    add(text.slice(from, index));
    from = index + tag.length;
    if (tag.startsWith('</')) open.pop();
    else open.push((COLOUR.exec(tag)?.[1] ?? open.at(-1) ?? 'default').toLowerCase());
  }
  add(text.slice(from));
  return parts;
}

/**
 * Whether colours tell speakers: there are two or more, and hardly a cue changes colour within a line,
 * which would be emphasis.
 */
export function coloursTell(blocks: readonly CueBlock[]): boolean {
  const colours = new Set<string | null>();
  let coloured = 0;
  let mixed = 0;
  for (const { body } of blocks) {
    for (const { speaker } of colouredParts(body)) colours.add(speaker);
    if (!body.some((line) => COLOUR.test(line))) continue;
    coloured++;
    if (body.some((line) => colouredParts([line]).length > 1)) mixed++;
  }
  return coloured > 1 && colours.size > 1 && mixed <= coloured / 4;
}
