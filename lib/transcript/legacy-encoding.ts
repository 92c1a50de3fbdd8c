/** Scripts of their own, told by the letters that their languages use most. */
const SCRIPTS: readonly [encoding: string, frequent: string][] = [
  ['windows-1251', 'оеаинтсрвлкмдпуяыьі'],
  ['koi8-r', 'оеаинтсрвлкмдпуяыь'],
  ['windows-1253', 'αοιετσνηυρπκμλάήίόςω'],
  ['windows-1255', 'יוהלאמרתשבנפקם'],
  ['windows-1256', 'اليمونرتبةعدسف'],
];
/** Languages in Latin letters, by those that English lacks; what fits as well as another stands first. */
const LATIN: readonly [encoding: string, letters: string][] = [
  ['windows-1252', 'éèêàçùûîôœëïâ'],
  ['windows-1252', 'äöüß'],
  ['windows-1252', 'áéíóúñü¿¡ºª'],
  ['windows-1252', 'áâãàéêíóôõúüç'],
  ['windows-1252', 'åäöæøé'],
  ['windows-1252', 'àèéìòù'],
  ['windows-1252', 'áðéíóúýþæö'],
  ['windows-1254', 'çğıöşüâîû'],
  ['windows-1250', 'ąćęłńóśźż'],
  ['windows-1250', 'áčďéěíňóřšťúůýžäľôĺŕ'],
  ['windows-1250', 'čćđšž'],
  ['windows-1250', 'áéíóöőúüű'],
];
/** What a text must be full of to be in one of the encodings with two bytes a character. */
const WIDE: readonly [encoding: string, own: RegExp, least: number][] = [
  ['shift_jis', /[\u3041-\u30FE]/gu, 0.2],
  ['euc-jp', /[\u3041-\u30FE]/gu, 0.2],
  ['euc-kr', /\p{sc=Hangul}/gu, 0.6],
];
const SAMPLE_BYTES = 60_000;
/** Quotation marks, dashes and the like, which all these languages share. */
const SHARED = /[\u2000-\u206F«»°©®™€£§·\u00A0]/gu;
/** In texts of another script most letters stand beside one another; in Latin ones few that are not English do. */
const OTHER_SCRIPT = 0.75;

/** With fewer damaged characters than this among those outside ASCII a text is still UTF-8. */
const DAMAGED = 0.05;

/**
 * The encoding of bytes that are no flawless UTF-8, judged by the letters that it would give, in a sample of the
 * bytes; Windows-1252 where nothing tells. A guess, as for every file without a mark.
 */
export function legacyEncoding(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  if (share(read('utf-8', sample, false), /\uFFFD/gu) < DAMAGED) return 'utf-8';
  const wide = WIDE.find(
    ([encoding, own, least]) => share(read(encoding, sample, true), own) >= least,
  );
  if (wide) return wide[0];
  const pairs = pairsOf(sample);
  if (pairs.alone < pairs.all * 0.05) {
    if (pairs.gb > pairs.all * 0.7 && read('gb18030', sample, true)) return 'gb18030';
    if (pairs.big5 > pairs.all * 0.7 && read('big5', sample, true)) return 'big5';
  }
  const known = besideOthers(sample) >= OTHER_SCRIPT ? SCRIPTS : LATIN;
  let best = { encoding: 'windows-1252', fits: known === LATIN ? 0 : 0.5 };
  for (const [encoding, letters] of known) {
    const text = read(encoding, sample, false).replace(SHARED, '');
    const fits = share(
      known === LATIN ? text.toLowerCase() : text,
      new RegExp(`[${letters}]`, 'gu'),
    );
    if (fits > best.fits) best = { encoding, fits };
  }
  return best.encoding;
}

/** Some of the bytes, from a place on where they are not ASCII, ending between two lines. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, bytes.lastIndexOf(0x0a, Math.max(0, first)) + 1);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  const end = sample.length < SAMPLE_BYTES ? -1 : sample.lastIndexOf(0x0a);
  return end > 0 ? sample.subarray(0, end) : sample;
}

/** "" where the bytes cannot be of the encoding. */
function read(encoding: string, bytes: Uint8Array, fatal: boolean): string {
  try {
    return textOf(bytes, encoding, fatal);
  } catch {
    return '';
  }
}

/** From 0x80 on, as Windows-1252 has them. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text that bytes are in an encoding. Node takes Windows-1252 for Latin-1, which has controls where the
 * former has quotation marks and dashes (https://github.com/nodejs/node/issues/56542).
 */
export function textOf(bytes: Uint8Array, encoding: string, fatal = false): string {
  // As a stream where it is a sample, which may end within a character.
  const text = new TextDecoder(encoding, { fatal }).decode(bytes, { stream: fatal });
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Which share of the characters outside ASCII are of a kind. */
function share(text: string, own: RegExp): number {
  const other = text.match(/[^\0-\x7F]/gu)?.length ?? 0;
  return other === 0 ? 0 : (text.match(own)?.length ?? 0) / other;
}

/** Bytes in twos as Chinese encodings have them: how many are of frequent characters, and high bytes alone. */
function pairsOf(bytes: Uint8Array) {
  const count = { all: 0, gb: 0, big5: 0, alone: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const [lead = 0, trail = 0] = [bytes[i], bytes[i + 1]];
    if (lead < 0x81) continue;
    count.all++;
    if (trail < 0x40) count.alone++;
    else i++;
    if (lead >= 0xa1 && lead <= 0xd7 && trail >= 0xa1) count.gb++;
    if (lead >= 0xa1 && lead <= 0xc6) count.big5++;
  }
  return count;
}

function besideOthers(bytes: Uint8Array): number {
  let [high, beside] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[i + 1] ?? 0) > 0x7f || (bytes[i - 1] ?? 0) > 0x7f) beside++;
  }
  return high === 0 ? 0 : beside / high;
}
