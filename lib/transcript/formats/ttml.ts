import { spokenCues, transcriptOfPieces } from '../piece-transcript.ts';
import type { TranscriptFormat } from '../transcript.ts';
import { readTtml } from '../ttml-document.ts';
import { rootTag } from '../xml-walk.ts';

/** Timed Text Markup Language, versions 1 and 2 and their profiles (https://www.w3.org/TR/ttml2/). */
export const ttml: TranscriptFormat = {
  name: 'ttml',
  description: 'TTML (<tt> with <p begin end>)',
  detect: (text) => (/^<(?:[\w.-]+:)?tt(?:\s|$)/.test(rootTag(text)) ? 0.95 : 0),
  parse: (text) => transcriptOfPieces('ttml', readTtml(text)),
  cues: (text) => spokenCues(readTtml(text).pieces),
};
