import { readDialogueLines } from '../dialogue.ts';
import { readFrontMatter } from '../front-matter.ts';
import { namesAsHeads, speakingLevel } from '../heading-names.ts';
import { isCode, isList, notSpeech } from '../prose-shape.ts';
import { linesOf, sampleOf } from '../text-lines.ts';
import { headingOf } from '../topic-headings.ts';
import type { TranscriptFormat } from '../transcript.ts';

/** Scripts in Markdown: every turn stands under a heading with the speaker's name (`#### ANN`). */
export const script: TranscriptFormat = {
  name: 'script',
  description: 'scripts with the speaker as a heading (#### NAME) above the words',

  detect(text) {
    const { body } = readFrontMatter(linesOf(sampleOf(text)));
    if (isCode(body) || notSpeech(body) || isList(body, ({ text }) => headingOf(text) !== null))
      return 0;
    return speakingLevel(body.flatMap(({ text }) => headingOf(text) ?? [])) === null ? 0 : 0.86;
  },

  parse(text) {
    const front = readFrontMatter(linesOf(text));
    return readDialogueLines(this.name, { ...front, body: namesAsHeads(front.body) }, 'markdown');
  },
};
