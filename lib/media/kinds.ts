/** The recordings that browsers play, by the ending of their name, and their media types. */
const TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  m4b: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  weba: 'audio/webm',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  mov: 'video/quicktime',
};

/** The endings there are, for a sentence: "mp3, m4a, …". */
export const MEDIA_ENDINGS = Object.keys(TYPES).join(', ');

/** The media type that a file's name or the path of an address tells; null where it names no recording. */
export function mediaTypeOf(name: string): string | null {
  const ending = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(TYPES, ending) ? (TYPES[ending] ?? null) : null;
}

/** Four characters that stand at the fifth byte of MP4 and QuickTime files. */
const BOXES = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip']);

/**
 * Whether a file begins as recordings do: MP3 (also behind ID3 or padding), ADTS, MP4, Ogg, WAV, FLAC,
 * WebM and Matroska. Signatures as in https://mimesniff.spec.whatwg.org/#matching-an-audio-or-video-type-pattern.
 */
export function beginsAsMedia(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 3) === 'ID3' || text(0, 4) === 'OggS' || text(0, 4) === 'fLaC') return true;
  if (/^(?:RIFF|RF64)$/.test(text(0, 4))) return text(8, 12) === 'WAVE';
  if (text(0, 4) === '\x1a\x45\xdf\xa3' || BOXES.has(text(4, 8))) return true;
  const first = bytes.findIndex((byte) => byte !== 0);
  return first >= 0 && bytes[first] === 0xff && ((bytes[first + 1] ?? 0) & 0xe0) === 0xe0;
}
