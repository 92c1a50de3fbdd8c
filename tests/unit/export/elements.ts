import { Parser } from 'htmlparser2';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** Its own text, without that of the elements in it. */
  text: string;
}

/** Every element of a document, as an HTML parser sees it. */
export function elements(html: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: '' };
      found.push(element);
      open.push(element);
    },
    ontext: (text) => {
      const last = open.at(-1);
      if (last) last.text += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return found;
}

export const named = (html: string, name: string) =>
  elements(html).filter((one) => one.name === name);

export const classed = (html: string, name: string) =>
  elements(html).filter(({ attributes }) => attributes.class?.split(' ').includes(name));

/** Words that try to be markup. */
export const HOSTILE = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'--><!-- <svg onload=alert(1)>",
  '<b>&amp;</b> & &lt;',
  '</title></style></main></body></html>',
  '<a href="javascript:alert(1)">x</a>',
];
