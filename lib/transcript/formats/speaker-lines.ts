import { readDialogue, surveyDialogue } from '../dialogue.ts';
import type { TranscriptFormat } from '../transcript.ts';

/**
 * Turns under a line with the speaker and the time, as Rev (`Speaker 1 (00:03):`), Otter (`Name  0:03`),
 * Descript (`[00:00:03] Name:`), Riverside (`Name (00:03)`) and Zoom export them.
 */
export const speakerLines: TranscriptFormat = {
  name: 'speaker-lines',
  description: 'a line with speaker and time (Name  0:12, or [00:12] Name), the words below it',

  detect(text) {
    const { heads, inline, alone, filled } = surveyDialogue(text);
    const share = heads.size / Math.max(1, filled);
    if (alone === 0 || inline >= alone || share < 0.01) return 0;
    return alone === 1 ? 0.35 : share > 0.05 ? 0.88 : 0.6;
  },

  parse(text) {
    return readDialogue(this.name, text);
  },
};
