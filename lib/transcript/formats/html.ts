import { chooseAmong, readDialogueLines } from '../dialogue.ts';
import type { FrontMatter } from '../front-matter.ts';
import { readFrontMatter } from '../front-matter.ts';
import { namesAsHeads } from '../heading-names.ts';
import { type MarkupPage, readMarkup } from '../markup-lines.ts';
import { readParagraphs } from '../paragraphs.ts';
import { isTranscriptTitle } from '../preface.ts';
import { notProse } from '../prose-shape.ts';
import { sampleOf } from '../text-lines.ts';
import { TranscriptError, type TranscriptFormat } from '../transcript.ts';
import { rootTag } from '../xml-walk.ts';

const FIRST_TAG =
  /^<(?:(?:html|head|body|p|div|cite|section|article|main|h[1-6]|span|strong|b|time|br|ul|ol|dl|blockquote|figure|a|em|i|table)(?:[\s/]|$))/i;

/**
 * HTML: Podcasting 2.0's with `cite` and `time`
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md),
 * and pages as sites publish them, with names in bold, in headings or before a colon.
 */
export const html: TranscriptFormat = {
  name: 'html',
  description: 'HTML (cite, time and p, or paragraphs that open with a name)',

  detect(text) {
    if (!FIRST_TAG.test(rootTag(text))) return 0;
    const page = readMarkup(sampleOf(text));
    if (page.cites > 0) return 0.95;
    const { body } = frontOf(page);
    if (chooseAmong(body, []).heads.size > 1) return 0.9;
    return notProse(body) === null ? 0.5 : 0;
  },

  parse(text) {
    const page = readMarkup(text);
    const front = frontOf(page);
    if (front.body.every(({ text }) => text === '')) {
      throw new TranscriptError('This page has no words in its body.', 1);
    }
    const named = chooseAmong(front.body, []).heads.size > (page.cites > 0 ? 0 : 1);
    const transcript = named
      ? readDialogueLines(this.name, front, 'markup')
      : readParagraphs(this.name, front, 'markup');
    const { title, language } = transcript;
    return {
      ...transcript,
      title: title ?? (page.title && !isTranscriptTitle(page.title) ? page.title : null),
      language: language ?? page.language,
    };
  },
};

const frontOf = (page: MarkupPage): FrontMatter => readFrontMatter(namesAsHeads(page.lines));
