import { parseChapters } from '../../lib/transcript/chapters.ts';
import { decode } from '../../lib/transcript/decode.ts';
import { parseTimes, parseTranscript } from '../../lib/transcript/formats/index.ts';
import { Transcript, TranscriptError } from '../../lib/transcript/transcript.ts';

/** A refusal and a warning are sentences for people: none is longer, and none is a stack. */
const LONGEST_REFUSAL = 4_000;
const LONGEST_WARNING = 500;
const own = Object.getOwnPropertyNames(Object.prototype).sort().join();

/**
 * What is wrong with how a file is read: null where it is read whole, or refused in a sentence. Whatever a
 * file holds, nothing else is thrown, no time is outside a recording, no turn without words, and objects of
 * the program stay as they were.
 */
export function judge(text: string): string | null {
  const bytes = new TextEncoder().encode(text);
  for (const [what, read] of [
    ['parseTranscript', () => whole(parseTranscript(decode(bytes)))],
    ['parseTimes', () => ordered(parseTimes(decode(bytes)))],
    ['parseChapters', () => chapters(decode(bytes))],
  ] as const) {
    const wrong = judged(read);
    if (wrong) return `${what}: ${wrong}`;
  }
  return Object.getOwnPropertyNames(Object.prototype).sort().join() === own
    ? null
    : 'Object.prototype has another property';
}

function judged(read: () => string | null): string | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TranscriptError)) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const { message, line } = error;
    if (message.length > LONGEST_REFUSAL) return `a refusal of ${message.length} characters`;
    if (!/[.!?;)]$/u.test(message)) return `a refusal without an end: ${message.slice(0, 200)}`;
    return line === null || line >= 1 ? null : `a refusal at line ${line}`;
  }
}

function whole(transcript: Transcript): string | null {
  const { success, error } = Transcript.safeParse(transcript);
  if (!success) return `not a transcript: ${error.message.slice(0, 300)}`;
  const empty = transcript.turns.findIndex(({ text }) => text.trim() !== text || text === '');
  if (empty >= 0) return `turn ${empty} has blanks around its words, or none`;
  const backwards = transcript.turns.findIndex(
    ({ startMs, endMs }) => startMs !== null && endMs !== null && endMs < startMs,
  );
  if (backwards >= 0) return `turn ${backwards} ends before it begins`;
  const long = transcript.warnings.find(({ message }) => message.length > LONGEST_WARNING);
  return long
    ? `a warning of ${long.message.length} characters: ${long.message.slice(0, 80)}`
    : null;
}

function ordered(times: { startMs: number; endMs: number }[]): string | null {
  const odd = times.findIndex(
    ({ startMs, endMs }) => !Number.isSafeInteger(startMs) || !(endMs >= startMs) || startMs < 0,
  );
  return odd < 0 ? null : `time ${odd} is ${JSON.stringify(times[odd])}`;
}

function chapters(text: string): string | null {
  const odd = parseChapters(text)?.find(
    ({ startMs, title }) => !Number.isSafeInteger(startMs) || startMs < 0 || title.trim() === '',
  );
  return odd ? `chapter ${JSON.stringify(odd)}` : null;
}
