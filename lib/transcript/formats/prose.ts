import { readFrontMatter } from '../front-matter.ts';
import { readParagraphs } from '../paragraphs.ts';
import { isArticle, notProse } from '../prose-shape.ts';
import { linesOf, sampleOf } from '../text-lines.ts';
import { TranscriptError, type TranscriptFormat } from '../transcript.ts';

/** Running text in which nobody is named: the last resort, for what no other format claims. */
export const prose: TranscriptFormat = {
  name: 'prose',
  description: 'plain paragraphs of speech without names',

  detect(text) {
    const { body, keys } = readFrontMatter(linesOf(sampleOf(text)));
    return !isArticle(keys, body) && notProse(body) === null ? 0.35 : 0;
  },

  parse(text) {
    const front = readFrontMatter(linesOf(text));
    const why = notProse(front.body);
    if (why) throw new TranscriptError(`This is ${why}, not a transcript.`, 1);
    return readParagraphs(this.name, front, front.keys.size > 0 ? 'markdown' : 'plain');
  },
};
