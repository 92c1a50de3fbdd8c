/** A stretch of a text: characters `start` to `end` (exclusive). */
export interface Span {
  start: number;
  end: number;
}

const ABBREVIATION =
  /(?:^|[\s("“[])(?:dr|mr|mrs|ms|prof|st|sr|jr|vs|gen|rep|sen|gov|lt|col|fig|approx|inc|ltd|co|corp|e\.g|i\.e|cf|al|ca|u\.s|u\.k|ph\.d)\.$/iu;
/** "No. 5" is a number, "No. But" an answer. */
const NUMERO = /(?:^|\s)no\.$/iu;
const INITIAL = /(?:^|[\s("“.])\p{Lu}\.$/u;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // A language tag that is not well formed still has sentences.
    made = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
  segmenters.set(language, made);
  return made;
}

/**
 * The sentences of one turn, in order, without the white space around them. Splitting is
 * `Intl.Segmenter`'s (Unicode Annex 29); a split after an abbreviation ("Dr.", "e.g.") or an
 * initial ("J. R.") is undone. Offsets are exact: `text.slice(start, end)` is the sentence.
 */
export function sentences(text: string, language: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let from = 0; from < text.length; ) {
    const to = endOfPiece(text, from);
    for (const part of segmenterFor(language).segment(text.slice(from, to))) {
      const end = from + part.index + part.segment.length;
      if (end < text.length && continues(text, start, end)) continue;
      pushTrimmed(spans, text, start, end);
      start = end;
    }
    from = to;
  }
  if (start < text.length) pushTrimmed(spans, text, start, text.length);
  return spans;
}

/** Longest text that is given to the segmenter at once: what it costs grows with its square. */
const PIECE = 2_000;

/** Where the piece that begins at `start` ends: after a sentence if there is one, else between words. */
function endOfPiece(text: string, start: number): number {
  if (text.length - start <= PIECE) return text.length;
  const window = text.slice(start, start + PIECE);
  for (const ends of ['. ', '? ', '! ', '。', '？', '！', ' ']) {
    const at = window.lastIndexOf(ends);
    if (at > PIECE / 2) return start + at + ends.length;
  }
  return start + PIECE;
}

/** Only the last few characters decide, so the cost does not grow with the sentence. */
function continues(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - 16), end).trimEnd();
  if (NUMERO.test(tail)) return /\d/.test(text[end] ?? '');
  return ABBREVIATION.test(tail) || INITIAL.test(tail);
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  if (end > start) spans.push({ start, end });
}
