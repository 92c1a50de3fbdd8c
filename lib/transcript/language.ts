import { franc } from 'franc';

/** Fewer characters of speech than this say too little of their language. */
const FEWEST = 400;
/** As many as franc looks at. */
const PIECE = 2_048;
const PIECES = 7;
/** Scots and Galician are too near to English and Portuguese to be told from how people talk; they can be said. */
const NEVER = ['sco', 'glg'];

/**
 * The language of most of what is said, as a BCP 47 tag ("de"), by its trigrams (Cavnar & Trenkle 1994) or
 * its script; null where too little is said to tell. Seven pieces from the whole of the talk are weighed.
 */
export function spokenLanguage(turns: readonly { text: string }[]): string | null {
  const said = turns.map(({ text }) => text).join(' ');
  if (said.length < FEWEST) return null;
  const counts = new Map<string, number>();
  const weighed = pieces(said);
  for (const piece of weighed) {
    const found = franc(piece, { ignore: NEVER });
    const count = (counts.get(found) ?? 0) + 1;
    counts.set(found, count);
    // The others could not outvote it any more.
    if (count * 2 > weighed.length) break;
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['und'];
  return most === 'und' ? null : new Intl.Locale(most).language;
}

/** At equal distances, or all of it where that is not more. */
function pieces(said: string): string[] {
  const count = Math.min(PIECES, Math.ceil(said.length / PIECE));
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * (said.length - PIECE)) / Math.max(1, count - 1));
    return said.slice(Math.max(0, from), Math.max(0, from) + PIECE);
  });
}
