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
  let named: { tag: string; depth: number; from: number } | null = null;
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
  const put = (source: string, at: number) => {
    // Signs of buttons and anchors, in as many characters, so that places stay.
    const text = source.replace(/[▶►▷⏵⏯¶↩]/gu, ' ');
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
    if (named?.tag === name) named.depth++;
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
    if (named?.tag === name && --named.depth === 0) {
      nameWords(words, named.from);
      named = null;
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

  /** What a tag's attributes say of the words in it: who speaks, or when. */
  const attributed = (name: string, text: string, at: number) => {
    if (skipped || title) return;
    if (name === 'class') {
      if (!named && NAMES_SPEAKER.test(text)) named = { tag, depth: 1, from: words.length };
      return;
    }
    const time = timeIn(name, text);
    if (time === null) return;
    if (words.length === 0) begins = at;
    words.push(`[${time}] `);
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
        const name = markup.slice(from, to).toLowerCase();
        attribute = tag === 'html' || name === 'class' || TIMES.has(name) ? name : '';
        value = '';
      },
      onattribdata: (from, to) => {
        if (attribute !== '' && value.length < 200) value += markup.slice(from, to);
      },
      onattribend: (_, end) => {
        if (attribute !== 'lang') attributed(attribute, value, end);
        else if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(value)) page.language ??= value;
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

/** Classes of what holds a speaker's name; not of what holds their words. */
const NAMES_SPEAKER =
  /(?:^|\s)(?:[\w-]*[_-])?(?:speaker|speaker[_-]?name|person|participant|cite)(?:[_-](?:name|label|\d{1,2}))?(?:\s|$)/i;
const TIMES = new Set(
  'data-m data-start data-start-time data-time data-timestamp data-begin onclick href'.split(' '),
);

/** The time that an attribute tells, as a clock; null where it tells none. */
function timeIn(name: string, text: string): string | null {
  if (name === 'onclick' || name === 'href') {
    const jump =
      /(?:seek|play|jump|goto|skip)\w{0,12}\(\s?['"]?([\d:.]{1,14})|[#?&]t=(\d{1,6})s?$/i.exec(
        text,
      );
    return jump ? asClock(jump[1] ?? jump[2] ?? '') : null;
  }
  if (name === 'data-m')
    return /^\d{1,9}$/.test(text) ? asClock(String(Number(text) / 1000)) : null;
  return asClock(text);
}

function asClock(text: string): string | null {
  const parts = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:\.(\d{1,3})\d{0,9})?$/.exec(text);
  if (!parts) return null;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = parts;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${fraction.padEnd(3, '0')}`;
}

/** No name is longer (characters); what is longer are the words. */
const LONGEST_NAME = 60;

/** Sets the words from `from` on as a name in bold, as every other format has it. */
function nameWords(words: string[], from: number) {
  const name = words
    .slice(from)
    .join('')
    .replaceAll('**', '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s:：]+$/u, '')
    .trim();
  const before = words.slice(0, from).join('').trim();
  if (name === '' || name.length > LONGEST_NAME || /[.!?]$/.test(name)) return;
  if (before !== '' && !/^\[[\d:.]*\]$/.test(before.replaceAll('*', ''))) return;
  words.splice(0, words.length, before === '' ? '' : `${before} `, `**${name}:** `);
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
