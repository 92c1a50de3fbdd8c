import { SaxesParser } from 'saxes';
import { readable } from './readable.ts';
import { TranscriptError } from './transcript.ts';

/** An element as it opens. Names are without prefix: tools choose their own. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** From 1. */
  line: number;
}

export interface XmlVisitor {
  open(element: XmlElement): void;
  text(text: string, line: number): void;
  close(name: string): void;
}

/** Deeper nesting than this is made to do harm. */
const DEEPEST = 100;

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Walks through well-formed XML once, in the order of the text. Nothing outside the text is ever read, and
 * entities that a document defines itself are refused, so that neither can a file be fetched nor a few
 * lines grow to gigabytes.
 * @throws TranscriptError with line and column where the text is not well-formed, or is refused.
 */
export function walkXml(text: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('error', ({ message }) => {
    const [, line = '1', column = '1', why] = /^(?:[^:]*:)?(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    throw new TranscriptError(
      `This XML is broken at line ${line}, column ${column}: ${(why ?? message).replace(/\.$/, '')}; export it once more, or mend it there.`,
      Number(line),
    );
  });
  parser.on('doctype', (doctype) => {
    if (!/<!ENTITY|\[/.test(doctype)) return;
    throw new TranscriptError(
      'This XML defines entities of its own, which are not read; write the words themselves in their place and take the DOCTYPE away.',
      parser.line,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) {
      throw new TranscriptError('This XML is nested more deeply than any transcript.', parser.line);
    }
    const own = Object.entries(attributes).map(([key, value]) => [bare(key), value] as const);
    visitor.open({ name: bare(name), attributes: new Map(own), line: parser.line });
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    visitor.close(bare(name));
  });
  const said = (words: string) => visitor.text(readable(words), parser.line);
  parser.on('text', said);
  parser.on('cdata', said);
  parser.write(text).close();
}

/** The outermost element's tag as it stands in the text, or "" where the text is no XML. Linear. */
export function rootTag(text: string): string {
  let i = 0;
  for (let skipped = 0; skipped < 50; skipped++) {
    while (/\s/.test(text[i] ?? '')) i++;
    if (text[i] !== '<') return '';
    const closing = text.startsWith('<!--', i)
      ? '-->'
      : text.startsWith('<?', i)
        ? '?>'
        : /^<!doctype/i.test(text.slice(i, i + 9))
          ? '>'
          : null;
    if (closing === null) return text.slice(i, i + 2_000).split('>', 1)[0] ?? '';
    const subset = closing === '>' && /^[^>[]{0,500}\[/.test(text.slice(i, i + 600));
    const end = text.indexOf(subset ? ']>' : closing, i);
    if (end < 0) return '';
    i = end + (subset ? 2 : closing.length);
  }
  return '';
}
