import { isSoundLine } from './speech-marks.ts';
import { wholeTime } from './time-mark.ts';

const ADDRESS_ENDS = /(?:^|[\s(<])(?:https?:\/\/|www\.)[^\s<>]+$/i;
/** A line is looked at so far (characters). */
const LOOKED_AT = 2_300;

/** A line that nobody says; `apart` where it opens a paragraph. */
export const isAside = (text: string, apart: boolean): boolean =>
  isSoundLine(text) || (apart && isReference(text)) || isFurniture(text);

/** An address alone, or a title with its address after a colon: it points to something nobody reads out. */
export function isReference(text: string): boolean {
  const bare = text.replace(/[)>.]{0,2}$/, '');
  if (!ADDRESS_ENDS.test(bare.slice(-2_000)))
    return /^(?:[-*+]\s+)?\[[^[\]]{1,200}\]\([^()\s]{1,2000}\)$/.test(text.slice(0, LOOKED_AT));
  const words = bare.slice(0, Math.max(bare.lastIndexOf(' '), 0)).trim();
  return (
    words === '' ||
    /^[-*+]$/.test(words) ||
    (words.endsWith(':') && words.split(/\s+/u).length <= 30)
  );
}

/** Who wrote it down, or with what. */
const CREDIT =
  /^\W{0,3}(?:meeting ended after|this (?:editable |podcast )?transcript (?:was|is|has been) (?:auto|machine|computer|generated|created|produced|transcribed|edited|lightly|provided)|this is (?:an? )?(?:auto-?generated|automatic(?:ally)?|machine) |transcribed (?:by|with|using) |transcript (?:by|provided by|created (?:by|with)|generated (?:by|with)|edited by) |transcription (?:by|provided by)[ :]|transcript courtesy of |transkribiert von |transcrito por |transcrit par |subtitles by the amara|(?:copyright )?(?:©|\(c\)) ?(?:19|20)\d\d|copyright (?:19|20)\d\d|npr transcripts are created)/i;

/** What tools, editors and site generators leave between the words. */
export function isFurniture(text: string): boolean {
  const line = text.slice(0, LOOKED_AT);
  return (
    /^(?:[-*_=~•](?:\s?[-*_=~•]){2,60})$/.test(line.slice(0, 130)) ||
    wholeTime(text) !== null ||
    CREDIT.test(line.slice(0, 60)) ||
    isTemplate(line)
  );
}

/** Tags, comments, pictures, link definitions and the commands of Jekyll, Hugo and the like, alone on a line. */
export function isTemplate(line: string): boolean {
  if (!/^[<{![:]/.test(line)) return false;
  return (
    /^\{[{%:][^{}]*[%}]?\}$/.test(line) ||
    /^\{[{%][^{}]{0,400}[%}]\}(?:\s*\{[{%][^{}]{0,400}[%}]\}){1,5}$/.test(line) ||
    /^<!--.*-->$/.test(line) ||
    /^(?:<\/?[a-z][^<>]*>\s*){1,20}$/i.test(line) ||
    /^<summary>[^<>]*<\/summary>$/i.test(line) ||
    /^\[[^[\]]{1,200}\]:\s*\S+(?:\s+["'(].*)?$/.test(line) ||
    /^!\[[^[\]]*\]\([^()\s]*\)$/.test(line) ||
    /^\[!\[[^[\]]*\]\([^()\s]*\)\]\([^()\s]*\)$/.test(line) ||
    /^:{3,}(?:\s.*)?$/.test(line)
  );
}
