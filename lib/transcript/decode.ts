import { decodes, LOOKED_AT, legacyEncoding } from './legacy-encodings.ts';
import { TranscriptError } from './transcript.ts';

/**
 * The text behind a file's bytes: UTF-8 or UTF-16, with or without a byte order mark, else what old exports
 * still use: Windows-1252, or an encoding of East Asia or of Cyrillic where its letters tell. Line ends become "\n", a byte order mark goes.
 * @throws TranscriptError where the bytes are no text, or hold none.
 */
export function decode(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes))
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw new TranscriptError(
      'This is a binary file, not a text; give the transcript, not the recording or a document.',
      text.slice(0, nul).split('\n').length,
    );
  }
  if (text.trim() === '') throw new TranscriptError('The file is empty; it holds no transcript.');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (decodes(bytes, 'utf-8') ? 'utf-8' : legacyEncoding(bytes));
}

/** Without a mark UTF-16 of Latin letters has a zero in every second place. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = start.length * 0.3;
  if (start.length < 16 || bytes.length % 2 === 1) return null;
  if (odd > many && even < many / 20) return 'utf-16le';
  return even > many && odd < many / 20 ? 'utf-16be' : null;
}
