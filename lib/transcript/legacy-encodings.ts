/** So many bytes tell. */
export const LOOKED_AT = 60_000;

/** Encodings by the letters that a text in them is full of; a wrong guess would show others. */
const BY_LETTERS: [encoding: string, letters: RegExp, share: number][] = [
  ['shift_jis', /[\p{sc=Hiragana}\u30a0-\u30ff]/gu, 0.25],
  ['euc-jp', /[\p{sc=Hiragana}\u30a0-\u30ff]/gu, 0.25],
  ['euc-kr', /\p{sc=Hangul}/gu, 0.5],
  // The commonest characters of Chinese, in either way of writing them.
  ['gb18030', /[的一是不了在人有我他这个们中来上大为和说你就]/gu, 0.08],
  ['big5', /[的一是不了在人有我他這個們中來上大為和說你就]/gu, 0.08],
  // Cyrillic: small letters everywhere, capitals few.
  ['windows-1251', /[а-яёіїє]/gu, 0.75],
  ['koi8-r', /[а-яё]/gu, 0.75],
];

/** Whether bytes are a text in an encoding; a character that the end cuts in two does not count. */
export function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a text that is no Unicode: the first whose letters it is full of, else Windows-1252. Only
 * the beginning is looked at, up to a line end.
 */
export function legacyEncoding(bytes: Uint8Array): string {
  const cut = bytes.length > LOOKED_AT ? bytes.lastIndexOf(0x0a, LOOKED_AT) : bytes.length;
  const start = bytes.subarray(0, cut > 0 ? cut : bytes.length);
  for (const [encoding, letters, share] of BY_LETTERS) {
    if (!decodes(start, encoding)) continue;
    const text = new TextDecoder(encoding).decode(start);
    const beyond = text.match(/[^\p{ASCII}\s\p{P}]/gu)?.length ?? 0;
    const latin = text.match(/[a-z]/gi)?.length ?? 0;
    // Accents of a language in Latin letters are Cyrillic letters in these, but few.
    if (/^(?:windows|koi8)/.test(encoding) && beyond < latin) continue;
    if (beyond >= 8 && (text.match(letters)?.length ?? 0) >= beyond * share) return encoding;
  }
  return 'windows-1252';
}
