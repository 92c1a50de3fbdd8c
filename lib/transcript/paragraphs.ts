import { type Piece, readConversation } from './conversation.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHead } from './head-line.ts';
import { isDiscourse, isNameLike } from './label-shape.ts';
import { lineKinds } from './line-kinds.ts';
import type { Writing } from './speech-marks.ts';
import type { Transcript, Warning } from './transcript.ts';

/** A paragraph longer than this, on many lines, is a recogniser's output without any… */
const LONG_PARAGRAPH = 200;
/** …which is parted at the first line that ends a sentence after so many words. */
const ENOUGH_WORDS = 80;
const SENTENCE_END = /[.!?…。！？؟]["”’»)\]]*$/u;

/** Running text without speakers: one turn a paragraph, and nobody's. */
export function readParagraphs(format: string, front: FrontMatter, writing: Writing): Transcript {
  const pieces: Piece[] = [];
  const warnings: Warning[] = [];
  let words = 0;
  let begins = true;
  let before = '';
  const kinds = lineKinds(front.body, () => false);
  for (const [i, at] of front.body.entries()) {
    const { line } = at;
    const kind = kinds[i] ?? { kind: 'blank' };
    if (kind.kind === 'blank') {
      begins = true;
    } else if (kind.kind === 'heading') {
      pieces.push({ kind: 'heading', line, text: kind.title, level: kind.level });
      begins = true;
    } else if (kind.kind === 'note') {
      pieces.push({ kind: 'note', line, text: at.text });
    } else {
      // ">>" is how broadcasters mark that somebody else speaks.
      const text = at.text.replace(/^>>+\s*/, '');
      begins ||= text !== at.text;
      const sentence = words >= ENOUGH_WORDS && SENTENCE_END.test(before.slice(-16));
      if (begins || sentence || words >= LONG_PARAGRAPH) {
        const none = { label: null, bracket: null, mark: null };
        pieces.push({ kind: 'turn', line, text, raw: at.text, ...none });
        words = 0;
        begins = false;
      } else pieces.push({ kind: 'speech', line, text });
      words += text.split(/\s+/u).length;
      before = text;
      const head = readHead(text);
      if (head?.label && head.colon && isNameLike(head.label) && !isDiscourse(head.label)) {
        const message = `“${head.label}:” may name a speaker; it is taken for speech, for nothing else in the file says so.`;
        warnings.push({ line, message });
      }
    }
  }
  return readConversation(format, pieces, front, { writing, warnings });
}
