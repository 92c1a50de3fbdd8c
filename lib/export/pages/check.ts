import type { Timing } from '../../timing/timed.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clock, link, markdownPage } from './markdown-page.ts';

/** A moment that a quote may be from, as far as the page in Markdown shows it. */
interface Moment {
  episode: { title: string };
  show: { title: string };
  date: string | null;
  speaker: { name: string } | null;
  startMs: number;
  timing: Timing;
  said: string;
  /** A path of this site. */
  url: string;
}

/** What a check found. */
export interface Checked {
  quote: string;
  /** The verdict in words, and why. */
  title: string;
  reasons: readonly string[];
  match:
    | (Moment & { context: readonly { speaker: { name: string } | null; text: string }[] })
    | null;
  others: readonly Moment[];
}

/** A checked quote as Markdown; `parameters` is the query string that asked for it. */
export function checkMarkdown(checked: Checked, site: string, parameters: string): string {
  const { quote, title, reasons, match, others } = checked;
  const exchange = (match?.context ?? []).map(
    ({ speaker, text }) =>
      `**${escapeMarkdown(speaker?.name ?? 'Unknown speaker')}**: ${escapeMarkdown(text)}`,
  );
  return markdownPage({ title, url: `${site}/check?${parameters}` }, [
    `As given:\n\n> ${escapeMarkdown(quote)}`,
    reasons.map(escapeMarkdown).join(' '),
    match && `As said:\n\n> ${escapeMarkdown(match.said)}\n\n${source(match, site)}`,
    exchange.length > 0 ? '## The exchange' : null,
    ...exchange,
    others.length > 0 ? '## Other moments like it' : null,
    ...others.map((other) => `> ${escapeMarkdown(other.said)}\n\n${source(other, site)}`),
  ]);
}

function source(moment: Moment, site: string): string {
  const { speaker, startMs, timing, episode, show, date, url } = moment;
  const who = escapeMarkdown(speaker?.name ?? 'Unknown speaker');
  const where = escapeMarkdown([episode.title, show.title, date].filter(Boolean).join('; '));
  return `${who} (${link(clock(startMs, timing), site + url)}), ${where}`;
}
