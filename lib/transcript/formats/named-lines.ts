import { readDialogue, surveyDialogue } from '../dialogue.ts';
import type { TranscriptFormat } from '../transcript.ts';

/**
 * Turns that open with a name on the line of their first words: `Name: words`, `**Name:** words` as
 * Changelog's Markdown has it (https://github.com/thechangelog/transcripts), `0:12 Name: words`.
 */
export const namedLines: TranscriptFormat = {
  name: 'named-lines',
  description: 'lines that open with the speaker (Name: words, or **Name:** words)',

  detect(text) {
    const { heads, inline, alone, labels, filled, opens } = surveyDialogue(text);
    const share = heads.size / Math.max(1, filled);
    const bold = [...heads.values()].some((head) => head.bold);
    if (inline === 0 || alone > inline || (share < 0.02 && !(bold && opens))) return 0;
    const recurs = inline + alone - labels;
    const few = recurs === 0 && (labels > 4 || share < 0.5) && !(bold && opens);
    if (few) return 0.2;
    return Math.min(
      0.88,
      0.5 +
        (bold ? 0.2 : 0) +
        (labels > 1 ? 0.1 : 0) +
        Math.min(0.1, recurs / 50) +
        Math.min(0.1, share / 5),
    );
  },

  parse(text) {
    return readDialogue(this.name, text);
  },
};
