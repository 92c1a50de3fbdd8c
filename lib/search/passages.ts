import { sentences } from '../understanding/sentences.ts';

/** Raised whenever the same turn would be cut otherwise than before; indexes are then built anew. */
export const PASSAGE_VERSION = 2;
/** A turn up to this long is one passage: about a minute of speech, a screenful to read. */
const MAX_WORDS = 160;

/** Characters of a turn, `end` exclusive. */
interface Span {
  start: number;
  end: number;
}

/**
 * Cuts a long turn into passages of whole sentences, as equal in length as they allow; a short one
 * is a passage by itself. Every character that is no white space is in exactly one of them.
 */
export function passageSpans(
  text: string,
  { maxWords = MAX_WORDS, language = 'en' }: { maxWords?: number; language?: string } = {},
): Span[] {
  const total = countWords(text);
  if (total <= maxWords) return [{ start: 0, end: text.length }];
  const share = total / Math.ceil(total / maxWords);
  const spans: Span[] = [];
  let passed = 0;
  let part = -1;
  for (const sentence of sentences(text, language)) {
    const words = countWords(text.slice(sentence.start, sentence.end));
    // A sentence belongs where its middle falls.
    const own = Math.floor((passed + words / 2) / share);
    const last = spans.at(-1);
    if (last && own === part) last.end = sentence.end;
    else spans.push({ ...sentence });
    part = own;
    passed += words;
  }
  return spans;
}

const countWords = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** When the character at `offset` of a turn is said, and what that time is worth. */
export { timeAt as passageStartMs, timingAt as passageTiming } from '../timing/moment.ts';
