import { chooseAmong, readDialogueLines } from '../dialogue.ts';
import { readFrontMatter } from '../front-matter.ts';
import { readParagraphs } from '../paragraphs.ts';
import { linesOf, sampleOf } from '../text-lines.ts';
import type { TranscriptFormat } from '../transcript.ts';

/** A page of fewer words only points to a recording. */
const LEAST_WORDS = 4;

/**
 * Bitcoin Transcripts' Markdown (https://github.com/bitcointranscripts/bitcointranscripts): front matter
 * with `transcript_by`, headings as topics, and turns after `Speaker 0: 00:00:00`, `AB:` or a full name; a talk has
 * none.
 */
export const bitcoinTranscripts: TranscriptFormat = {
  name: 'bitcoin-transcripts',
  description: 'Bitcoin Transcripts Markdown (front matter with transcript_by)',

  detect(text) {
    if (!/^\s{0,9}---/.test(text)) return 0;
    const { keys, body } = readFrontMatter(linesOf(sampleOf(text)));
    const words = body.reduce(
      (sum, line) => sum + (line.text === '' ? 0 : line.text.split(' ').length),
      0,
    );
    return keys.has('transcript_by') && words >= LEAST_WORDS ? 0.95 : 0;
  },

  parse(text) {
    const front = readFrontMatter(linesOf(text));
    const named = chooseAmong(front.body, front.people).heads.size > 1;
    return named
      ? readDialogueLines(this.name, front, 'markdown')
      : readParagraphs(this.name, front, 'markdown');
  },
};
