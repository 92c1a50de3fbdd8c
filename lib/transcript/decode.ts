import { legacyEncoding, textOf } from './legacy-encoding.ts';
import { readable } from './readable.ts';
import { TranscriptError } from './transcript.ts';

/**
 * The text behind a file's bytes: UTF-8 or UTF-16 by byte order mark or by its zeros, else UTF-8, else
 * the encoding of old exports that fits best. Line ends become "\n", a byte order mark goes, and so do
 * controls and what turns letters round.
 * @throws TranscriptError where the bytes are no text, or hold none.
 */
export function decode(bytes: Uint8Array): string {
  const decoded = textOf(bytes, encodingOf(bytes))
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const nul = decoded.indexOf('\0');
  if (nul >= 0) {
    throw new TranscriptError(
      'This is a binary file, not a text; give the transcript, not the recording or a document.',
      decoded.slice(0, nul).split('\n').length,
    );
  }
  const text = readable(decoded);
  if (text.trim() === '') throw new TranscriptError('The file is empty; it holds no transcript.');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = unmarkedUtf16(bytes);
  if (wide) return wide;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return legacyEncoding(bytes);
  }
}

const SAMPLE_BYTES = 4_000;

/** UTF-16 without a mark: every other byte of its digits, blanks and line ends is zero, and no other is. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd > sample.length * 0.2) return 'utf-16le';
  return odd === 0 && even > sample.length * 0.2 ? 'utf-16be' : null;
}
