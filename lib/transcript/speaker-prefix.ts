/** "Name: words" at the start of a line: up to four capitalised words, or SPEAKER_01 and the like. */
const PREFIX =
  /^(?:-\s*)?((?:\p{Lu}[\p{L}\p{N}.'’“”"_-]*)(?: (?:[“"‘'«]?\p{Lu}[\p{L}\p{N}.'’“”"»_-]*|\d+|de|van|von|of)){0,3}):\s+(?=\S)/u;
/** A machine's label in brackets, as WhisperX and whisper.cpp write it: "[SPEAKER_00]: ", "(speaker 1) ". */
const BRACKETED = /^[[(]\s?(speaker[ _-]?[\p{L}\p{N}?]{1,12})\s?[\])](?:\s*:)?\s*(?=\S)/iu;
/** Whatever stands before a colon, and may be how a meeting's software names people: "Ann Lee (she/her): ". */
const LOOSE = /^(?:[-–—]\s*)?([\p{L}\p{N}@([][^:：<>\u2060]{0,48})(?::\s+|：\s*)(?=\S)/u;
const LONGEST = 60;
const MOST_WORDS = 6;
/** A sentence has ended before the colon, so that it belongs to words. */
const SENTENCE_END = /[\p{Ll}\p{N}][.!?…。！？,;]\s/u;
/** Who made the captions is not who speaks. */
const CREDITS =
  /^(?:sub(?:title|titles|titled|titling|s)?|captions?|captioned|captioning|transcript|transcribed|translat(?:ed|ion|or)|sync(?:ed|hronized)?|edited|prevod|napisy|sous-titres)(?: by)?$/iu;

/** A label before words. */
export interface SpeakerPrefix {
  speaker: string;
  rest: string;
  /** It looks like a name: where it does not, only a whole file tells. */
  sure: boolean;
}

/** What may be the speaker's label before a colon, and the words after it; null where there is none. */
export function speakerPrefix(text: string): SpeakerPrefix | null {
  const start = text.slice(0, LONGEST);
  const bracketed = BRACKETED.exec(start);
  const found = bracketed ?? PREFIX.exec(start) ?? LOOSE.exec(start);
  const speaker = found?.[1]?.trim();
  if (!found || !speaker || CREDITS.test(speaker)) return null;
  const sure = bracketed !== null || PREFIX.test(start);
  if (!sure) {
    if (!/\p{L}/u.test(speaker) || SENTENCE_END.test(speaker)) return null;
    if (speaker.split(/\s+/u).length > MOST_WORDS) return null;
  }
  return { speaker, rest: text.slice(found[0].length), sure };
}
