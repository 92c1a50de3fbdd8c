/** A piece of a line as it stands, and the words of it that were said. */
export interface Marked {
  raw: string;
  spoken: string;
}

/** No link's words or address are longer (characters). */
const LONGEST_WORDS = 300;
const LONGEST_ADDRESS = 2_000;

/**
 * The link, picture or footnote that begins at `at` with "[" or "![": a link's words were said, its address was not
 * (https://spec.commonmark.org/0.31.2/#links). Outside of Markdown only what leads to an address is one.
 * Null where it is none.
 */
export function readLink(line: string, at: number, markdown: boolean): Marked | null {
  const picture = line[at] === '!';
  const open = at + (picture ? 1 : 0);
  const close = closing(line, open, '[', ']', LONGEST_WORDS);
  if (close < 0) return null;
  const words = line.slice(open + 1, close);
  if (markdown && /^\^[\w-]{1,40}$/.test(words))
    return { raw: line.slice(at, close + 1), spoken: '' };
  const next = line[close + 1];
  const end =
    next === '('
      ? closing(line, close + 1, '(', ')', LONGEST_ADDRESS)
      : next === '[' && markdown
        ? closing(line, close + 1, '[', ']', 80)
        : -1;
  if (end < 0) return null;
  const address = line.slice(close + 2, end).trim();
  const leads =
    next === '[' ? /^[\w .-]{1,60}$/.test(address) : /^<?(?:https?:|mailto:|\/|#|\.)/.test(address);
  if (!leads && !(markdown && next === '(' && !/\s/.test(address))) return null;
  const spoken = picture || /^!\[/.test(words) ? ' ' : words.replace(/\\(?=[[\]])|`/g, '');
  return { raw: line.slice(at, end + 1), spoken };
}

/** Code, a tag, an address in angle brackets, attributes or a list's sign: the words in them were said. */
export function readSign(line: string, at: number, open: string): Marked | null {
  if (open.startsWith('`')) {
    const end = line.slice(at + open.length, at + LONGEST_WORDS).indexOf(open);
    const spoken = line.slice(at + open.length, at + open.length + Math.max(0, end));
    return end < 0 ? null : { raw: line.slice(at, at + end + open.length * 2), spoken };
  }
  const rest = line.slice(at, at + LONGEST_ADDRESS);
  const raw =
    /^(?:<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]*)?\/?>|<!--[^>]*-->|<(?:https?:|mailto:)[^<>\s]*>|\{[:#.][^{}]*\})/i.exec(
      rest,
    )?.[0] ?? (at === 0 && /^[-*+]\s/.test(rest) ? rest.slice(0, 2) : null);
  // A line break parts words; other tags stand within them.
  return raw === null
    ? null
    : { raw, spoken: /^<(?:br|https?:|mailto:)/i.test(raw) || !raw.startsWith('<') ? ' ' : '' };
}

/** Where the bracket at `from` closes, with those within it, or -1. */
function closing(line: string, from: number, open: string, close: string, most: number): number {
  if (!line.slice(from, from + most).includes(close)) return -1;
  let depth = 0;
  const last = Math.min(line.length, from + most);
  for (let at = from; at < last; at++) {
    const sign = line[at];
    if (sign === '\\') at++;
    else if (sign === open) depth++;
    else if (sign === close && --depth === 0) return at;
  }
  return -1;
}
