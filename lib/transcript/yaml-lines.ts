import type { Line } from './episode-block.ts';

/** A key of front matter with its value, over as many lines as it takes. */
export interface Entry {
  /** In lower case; null for lines that belong to none. */
  key: string | null;
  /** Folded to one line, without quotation marks. */
  value: string;
  /** Of a list, each folded; empty for a plain value. */
  items: string[];
  /** Whether the value is a block (`|`), whose line ends count. */
  block: boolean;
  /** All its lines, the key's own first. */
  lines: Line[];
}

const ITEM = /^-\s+(.*)$/;
const BLOCK = /^[|>][+-]?\d?[+-]?$/;

/** The keys of front matter at its margin, in order. Linear; nothing is required of the rest. */
export function entriesOf(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  for (const at of lines) {
    const last = entries.at(-1);
    const own = at.indent && !(last && isWhole(last)) ? null : keyOf(at.text);
    if (own) entries.push({ key: own.key, value: '', items: [], block: false, lines: [at] });
    else if (last) last.lines.push(at);
    else entries.push({ key: null, value: '', items: [], block: false, lines: [at] });
  }
  return entries.map(read);
}

/** A plain value on the key's own line: a key below it is one of its own, however it is indented. */
function isWhole({ lines }: Entry): boolean {
  const value = keyOf(lines[0]?.text ?? '')?.value ?? '';
  return lines.length === 1 && /^[^\s"'|>[{]/.test(value);
}

/** `key: value`, or TOML's `key = "value"`. */
function keyOf(text: string): { key: string; value: string } | null {
  const [, key, value = ''] =
    /^["']?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)["']?(?::(?=\s|$)|\s?=(?=\s))\s*(.*)$/u.exec(text) ?? [];
  return key === undefined ? null : { key: key.toLowerCase(), value };
}

function read(entry: Entry): Entry {
  if (entry.key === null) return entry;
  const first = keyOf(entry.lines[0]?.text ?? '')?.value ?? '';
  const rest = entry.lines.slice(1).filter(({ text }) => text !== '');
  if (BLOCK.test(first)) {
    return {
      ...entry,
      block: first.startsWith('|'),
      value: rest.map(({ text }) => text).join(' '),
    };
  }
  const items: string[] = [];
  const folded = [first];
  for (const { text } of rest) {
    const item = ITEM.exec(text);
    if (item && first === '') items.push(item[1] ?? '');
    else if (items.length > 0) items[items.length - 1] += ` ${text}`;
    else folded.push(text);
  }
  return { ...entry, items: items.map(unquote), value: unquote(folded.join(' ')) };
}

/** Quotes of YAML's flow scalars; JSON's escapes are among them. */
export function unquote(value: string): string {
  const text = value.trim();
  if (/^".*"$/.test(text)) {
    try {
      return String(JSON.parse(text)).replace(/\s+/gu, ' ').trim();
    } catch {
      return text.slice(1, -1);
    }
  }
  return /^'.*'$/.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}
