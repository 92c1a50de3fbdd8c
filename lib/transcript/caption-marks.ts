import { readSpeech, saysSentence, tellsOfSound } from './speech-marks.ts';

/** Words without what is heard beside them, and this as it is written. */
export interface HeardBeside {
  text: string;
  marks: string[];
}

const NOTES = /[\u2669-\u266C]+/gu;
const WHOLE = /^(\[|\()\s*([^[\]()]{1,60}?)\s*[\])]$/u;
const MOST_WORDS = 6;

/**
 * Takes marks of sounds and music out of a cue or stretch. What stands in brackets alone is one in whatever
 * language, where `alone` says that cues have several words; a line that is sung keeps its words.
 */
export function withoutMarks(text: string, alone: boolean): HeardBeside {
  if (!/[[(*_\u2669-\u266C]/u.test(text)) return { text, marks: [] };
  const notes = text.match(NOTES) ?? [];
  const words = notes.length > 0 ? text.replace(NOTES, ' ') : text;
  const [, bracket, within = ''] = WHOLE.exec(words.trim()) ?? [];
  if (bracket && (tellsOfSound(within, MOST_WORDS) || (alone && isRemark(within, bracket)))) {
    return { text: '', marks: [...notes, words.trim()] };
  }
  const { text: said, marks } = readSpeech(words, 'plain');
  return marks.length + notes.length === 0
    ? { text, marks: [] }
    : { text: said, marks: [...notes, ...marks] };
}

/** In round brackets also words are put; a remark is in small letters, or all in capitals. */
function isRemark(within: string, bracket: string): boolean {
  if (!/\p{L}/u.test(within) || saysSentence(within)) return false;
  if (within.split(/\s+/u).length > MOST_WORDS) return false;
  return bracket === '[' || within === within.toLowerCase() || within === within.toUpperCase();
}

/** Whether most of these have several words, so that one in brackets is no word of a list. */
export function haveSeveralWords(texts: readonly string[]): boolean {
  const several = texts.filter((text) => /\S\s+\S/u.test(text.trim())).length;
  return several * 2 > texts.length;
}
