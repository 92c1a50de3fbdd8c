import { headingOf, linesOf, readDialogueLines, sampleOf } from '../dialogue.ts';
import { readFrontMatter } from '../front-matter.ts';
import { namesAsHeads, speakingLevel } from '../heading-names.ts';
import { isCode } from '../prose-shape.ts';
import type { TranscriptFormat } from '../transcript.ts';

/** Scripts in Markdown: every turn stands under a heading with the speaker's name (`#### ANN`). */
export const script: TranscriptFormat = {
  name: 'script',
  description: 'scripts with the speaker as a heading (#### NAME) above the words',

  detect(text) {
    if (isCode(linesOf(sampleOf(text)))) return 0;
    const { body } = readFrontMatter(linesOf(sampleOf(text)));
    return speakingLevel(body.flatMap(({ text }) => headingOf(text) ?? [])) === null ? 0 : 0.86;
  },

  parse(text) {
    const front = readFrontMatter(linesOf(text));
    return readDialogueLines(this.name, { ...front, body: namesAsHeads(front.body) }, 'markdown');
  },
};
