import type { TranscriptSpeaker } from './transcript.ts';

/** What a machine calls somebody: SPEAKER_00, spk_0, S1, A, 0, "channel 1, A", "colour yellow". */
const MACHINE_LABEL =
  /^(?:channel \S+(?:, \S+)?|colour \S+|(?:speaker|spk|spkr|s|ch|channel|voice|v)?[ _:-]{0,3}\d{1,4}|[a-z]|(?:speaker|spk|spkr)[ _-][a-z]|[\da-f]{8}-[\da-f-]{27}(?:@[\da-f-]{36})?)$/i;
/** What reads well as it is. */
const READABLE = /^Speaker \d+$/;

/**
 * Speakers from the labels of a recogniser, in order of appearance. A machine's label becomes "Speaker 1"
 * and so on, counted in that order; a name stays. The label itself is kept, for naming them by it.
 */
export function speakersOfLabels(labels: readonly string[]): TranscriptSpeaker[] {
  const taken = new Set(labels.filter((label) => !isMachineLabel(label)));
  let count = 0;
  return labels.map((label) => {
    let name = label;
    if (isMachineLabel(label)) {
      do name = `Speaker ${++count}`;
      while (taken.has(name));
    }
    return { label, name, role: null, inferred: false };
  });
}

const isMachineLabel = (label: string) => MACHINE_LABEL.test(label) && !READABLE.test(label);
