import { element, escapeXml } from './xml.ts';

/** Something to read, as a feed reader shows it. */
export interface AtomEntry {
  title: string;
  url: string;
  /** ISO 8601 calendar date, or null where nobody knows. */
  date: string | null;
  /** When what is behind the address was last changed, a date and time of ISO 8601; else the date counts. */
  changedAt?: string;
  summary: string | null;
  authors: readonly string[];
}

/** What stands for an unknown date: Atom wants one, and a new one each time would make old entries new. */
const UNDATED = '1970-01-01';

/** An Atom feed (RFC 4287). `self` is its own address, `url` the page it is about. */
export function toAtom(feed: {
  title: string;
  self: string;
  url: string;
  entries: readonly AtomEntry[];
}): string {
  const newest = feed.entries.map(updated).sort();
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', feed.self),
    element('title', feed.title),
    element('updated', newest.at(-1) ?? stamp(UNDATED)),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.url)}"/>`,
    '<author><name>Earmark</name></author>',
    ...feed.entries.map(toEntry),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function toEntry(entry: AtomEntry): string {
  const { title, url, date, summary, authors } = entry;
  return [
    '<entry>',
    element('id', url),
    element('title', title),
    element('updated', updated(entry)),
    date === null ? '' : element('published', stamp(date)),
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    ...authors.map((name) => `<author>${element('name', name)}</author>`),
    element('summary', summary),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');
}

const updated = ({ changedAt, date }: AtomEntry) => changedAt ?? stamp(date ?? UNDATED);

const stamp = (date: string) => `${date}T00:00:00Z`;
