import { Tokenizer } from 'htmlparser2';
import type { Line } from './episode-block.ts';
import { readable } from './readable.ts';

/** A page as lines, with names in bold as `**Name**` and headings as `## Topic`, as a transcript in text has them. */
export interface MarkupPage {
  lines: Line[];
  /** Of the page's own title element. */
  title: string | null;
  language: string | null;
  /** Whether speakers stand in `cite` and times in `time`, as Podcasting 2.0 has it. */
  cites: number;
  paragraphs: number;
}

const SKIPPED = new Set(
  'script style head nav header footer noscript template svg button form select textarea iframe'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div li ul ol br h1 h2 h3 h4 h5 h6 section article main tr td th table blockquote dt dd dl body html hr cite pre figure aside'.split(
    ' ',
  ),
);
const BOLD = new Set(['strong', 'b', 'dt']);

/**
 * Reads markup as a stream of tags, in time linear in it and without building a tree: nesting that no
 * browser would show cannot make it slow. Tags are read as the HTML standard's tokenizer does
 * (https://html.spec.whatwg.org/multipage/parsing.html#tokenization).
 */
export function readMarkup(markup: string): MarkupPage {
  const page: MarkupPage = { lines: [], title: null, language: null, cites: 0, paragraphs: 0 };
  const lineAt = lineCounter(markup);
  let words: string[] = [];
  let begins = 0;
  let tag = '';
  let attribute = '';
  let value = '';
  let skipped: { tag: string; depth: number } | null = null;
  let title: string[] | null = null;
  let bold = 0;
  let leads = false;
  let cite: string | null = null;
  let lastCite: string | null = null;

  const flush = (prefix = '') => {
    if (leads) closeBold(words);
    const text = words.join('').replace(/\s+/gu, ' ').trim();
    if (text !== '') page.lines.push({ line: lineAt(begins), text: `${prefix}${text}` });
    words = [];
    leads = false;
  };
  const gap = () => {
    if (page.lines.at(-1)?.text) page.lines.push({ line: page.lines.at(-1)?.line ?? 1, text: '' });
  };
  const put = (text: string, at: number) => {
    if (title) title.push(text);
    if (skipped) return;
    if (words.length === 0) {
      if (text.trim() === '') return;
      begins = at + text.length - text.trimStart().length;
    }
    words.push(text);
  };
  const open = (name: string, at: number) => {
    if (name === 'title') title = [];
    if (skipped) {
      if (skipped.tag === name) skipped.depth++;
      return;
    }
    if (SKIPPED.has(name)) skipped = { tag: name, depth: 1 };
    else if (BLOCKS.has(name)) {
      flush();
      if (name === 'p') page.paragraphs++;
      if (name !== 'br') gap();
      bold = 0;
    }
    if (name === 'cite') page.cites++;
    if (name === 'time') {
      flush();
      begins = at;
    }
    if (BOLD.has(name) && bold++ === 0 && words.length === 0) {
      words.push('**');
      begins = at;
      leads = true;
    }
  };
  const close = (name: string) => {
    if (name === 'title' && title) {
      page.title ??= title.join('').replace(/\s+/gu, ' ').trim() || null;
      title = null;
    }
    if (skipped) {
      if (skipped.tag === name && --skipped.depth === 0) skipped = null;
      return;
    }
    if (BOLD.has(name) && bold > 0 && --bold === 0 && leads) {
      closeBold(words);
      leads = false;
    }
    if (name === 'cite') {
      cite =
        words
          .join('')
          .replace(/[\s:：]+$/u, '')
          .replaceAll('**', '')
          .trim() || null;
      lastCite = cite;
      words = [];
      if (cite) page.lines.push({ line: lineAt(begins), text: `**${cite}:**` });
    } else if (name === 'time') {
      const time = words.join('').trim();
      words = [];
      const head = page.lines.at(-1);
      if (cite !== null && head) head.text = `**${cite}:** [${time}]`;
      else
        page.lines.push({
          line: lineAt(begins),
          text: lastCite ? `**${lastCite}:** [${time}]` : `[${time}]`,
        });
      cite = null;
    } else if (/^h[1-6]$/.test(name)) {
      flush(`${'#'.repeat(Number(name[1]))} `);
      gap();
    } else if (BLOCKS.has(name)) {
      flush();
      gap();
    }
  };

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (from, to) => put(markup.slice(from, to), from),
      ontextentity: (point, to) => put(readable(String.fromCodePoint(point)), to - 1),
      onopentagname: (from, to) => {
        tag = markup.slice(from, to).toLowerCase();
        open(tag, from);
      },
      onclosetag: (from, to) => close(markup.slice(from, to).toLowerCase()),
      onattribname: (from, to) => {
        attribute = tag === 'html' ? markup.slice(from, to).toLowerCase() : '';
        value = '';
      },
      onattribdata: (from, to) => {
        if (attribute === 'lang') value += markup.slice(from, to);
      },
      onattribend: () => {
        if (attribute === 'lang' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(value))
          page.language ??= value;
      },
      onselfclosingtag: () => {},
      onattribentity: () => {},
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onend: () => {},
      onopentagend: () => {},
      onprocessinginstruction: () => {},
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  flush();
  return page;
}

/** Ends bold before the white space that it covers; bold without words is none. */
function closeBold(words: string[]) {
  const last = words.at(-1) ?? '';
  if (last === '**') words.pop();
  else words.push('**');
}

/** The line of a position; positions are asked for in rising order, so the text is walked through once. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (at) => {
    while (next >= 0 && next < at) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
