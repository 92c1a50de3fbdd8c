import type { Cue } from './cue.ts';
import { speakersOfLabels } from './speaker-labels.ts';
import type { TranscriptSpeaker, TranscriptTurn } from './transcript.ts';

/** Without names a turn ends at such a silence, in milliseconds… */
const SILENCE_MS = 2_000;
/** …or at the first sentence end after so many words. */
const ENOUGH_WORDS = 80;
/** …or, where recognisers leave out full stops, after so many in any case. */
const MOST_WORDS = 200;

/**
 * Cues as turns: a speaker goes on until another is named, so cues in a row become one turn. Where
 * nobody is ever named, turns end at silences and at sentence ends, for a page without paragraphs
 * cannot be read. Every word of every cue is in exactly one turn, in order.
 */
export function cuesToTurns(cues: readonly Cue[]): {
  speakers: TranscriptSpeaker[];
  turns: TranscriptTurn[];
} {
  const labels = [...new Set(cues.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const anonymous = labels.length === 0;
  const turns: (TranscriptTurn & { words: number })[] = [];
  let speaker: number | null = null;
  for (const cue of cues) {
    if (cue.speaker !== null) speaker = labels.indexOf(cue.speaker);
    else if (cue.changes) speaker = null;
    const last = turns.at(-1);
    const words = cue.text.split(' ').length;
    const goesOn =
      last &&
      !(cue.changes && cue.speaker === null) &&
      last.speaker === speaker &&
      !(anonymous && endsTurn(last, cue.startMs));
    if (goesOn) {
      last.text += ` ${cue.text}`;
      last.endMs = Math.max(last.endMs ?? 0, cue.endMs);
      last.words += words;
    } else {
      const { startMs, endMs, text, line } = cue;
      turns.push({ speaker, text, startMs, endMs: Math.max(startMs, endMs), line, words });
    }
  }
  return {
    speakers: speakersOfLabels(labels),
    turns: turns.map(({ words: _, ...turn }) => turn),
  };
}

const SENTENCE_END = /[.!?…。？！]["”’»)\]]*$/u;

/** Whether a turn that nobody is named for ends before words that begin at `nextMs`. */
export function endsTurn(
  last: { text: string; endMs: number | null; words: number },
  nextMs: number,
): boolean {
  if (nextMs - (last.endMs ?? 0) >= SILENCE_MS) return true;
  if (last.words >= MOST_WORDS) return true;
  return last.words >= ENOUGH_WORDS && SENTENCE_END.test(last.text.slice(-16));
}
