/** A word as it is compared, and where it stands. */
export interface SpokenWord {
  /** Letters and figures only, lower case, without accents. */
  form: string;
  /** Of its text. */
  offset: number;
}

/** Scripts without spaces: each sign is compared by itself. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The words of a text, in order; signs that are not said are in none of them. Linear. */
export function spokenWords(text: string): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const { 0: piece, index } of text.matchAll(/\S+/g)) {
    if (UNSPACED.test(piece)) {
      let offset = index;
      for (const sign of piece) {
        const form = formOf(sign);
        if (form !== '') words.push({ form, offset });
        offset += sign.length;
      }
    } else {
      const form = formOf(piece);
      if (form !== '') words.push({ form, offset: index });
    }
  }
  return words;
}

const formOf = (piece: string) =>
  /^[a-z0-9]+$/.test(piece)
    ? piece
    : piece
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');

/** Longer words are compared by so many letters. */
const LETTERS = 24;

/**
 * Whether two words may be one, heard or spelt differently: at least two thirds of their letters agree, in
 * order (Levenshtein 1966).
 */
export function soundsAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const most = Math.floor(Math.min(long.length, LETTERS) / 3);
  if (most === 0 || long.length - short.length > most) return false;
  let row = Array.from({ length: Math.min(short.length, LETTERS) + 1 }, (_, i) => i);
  for (let i = 1; i <= Math.min(long.length, LETTERS); i++) {
    const next = [i];
    for (let k = 1; k < row.length; k++) {
      const same = long[i - 1] === short[k - 1] ? 0 : 1;
      next.push(Math.min((row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1, (row[k - 1] ?? 0) + same));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= most;
}
