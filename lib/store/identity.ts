import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A short, URL-safe name for a piece of content: `length` characters of base 32 over its SHA-256. */
export function fingerprint(content: string, length = 8): string {
  const digest = createHash('sha256').update(content).digest();
  let name = '';
  for (const byte of digest.subarray(0, length)) name += ALPHABET[byte & 31];
  return name;
}

/**
 * Words as they stand in a URL: lower case, marks stripped, anything but letters and digits
 * turned into single hyphens, cut at a word near 80 characters. Letters of every script stay.
 * Text without any letter or digit gets a fingerprint.
 */
export function slugify(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
  if (plain === '') return `x${fingerprint(text)}`;
  if (plain.length <= 80) return plain;
  const cut = plain.lastIndexOf('-', 80);
  return plain.slice(0, cut > 40 ? cut : 80);
}

/** Makes each name unique by adding "-2", "-3"… to repetitions, in order. */
export function unique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let n = 2; taken.has(candidate); n++) candidate = `${name}-${n}`;
    taken.add(candidate);
    return candidate;
  });
}

/** Below this many words a turn ("Yeah.") is told apart by what was said before it. */
const DISTINCT_WORDS = 8;

/**
 * Stable anchors for an episode's turns: made from the words (case and punctuation do not count),
 * so that they outlive insertions and removals elsewhere.
 */
export function turnAnchors(texts: readonly string[]): string[] {
  const plain = texts.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return unique(
    plain.map((words, i) => {
      const short = words.split(' ').length < DISTINCT_WORDS;
      return fingerprint(short ? `${plain[i - 1] ?? ''}\n${words}` : words);
    }),
  );
}
