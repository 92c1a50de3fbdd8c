import { readable } from './readable.ts';
import { TranscriptError } from './transcript.ts';

/**
 * The text behind a file's bytes: UTF-8 or UTF-16 by byte order mark, else UTF-8, else
 * Windows-1252 (which old exports still use). Line ends become "\n", a byte order mark goes, and so do
 * controls and what turns letters round.
 * @throws TranscriptError where the bytes are no text, or hold none.
 */
export function decode(bytes: Uint8Array): string {
  const decoded = new TextDecoder(encodingOf(bytes))
    .decode(bytes)
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
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
