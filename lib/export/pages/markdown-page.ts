import type { EpisodeRef } from '../../store/views.ts';
import { formatClock } from '../../timing/clock.ts';
import type { Timing } from '../../timing/timed.ts';
import { escapeMarkdown, frontMatter } from '../markdown.ts';

/** A page in Markdown: where it is from, its title, and its paragraphs (already Markdown). */
export function markdownPage(
  front: Record<string, unknown> & { title: string; url: string },
  parts: readonly (string | null)[],
): string {
  const shown = parts.filter((part) => part !== null && part !== '');
  return `${[frontMatter(front), `# ${escapeMarkdown(front.title)}`, ...shown].join('\n\n')}\n`;
}

/** A link with a text from elsewhere. */
export const link = (text: string, url: string): string =>
  `[${escapeMarkdown(text)}](${plainAddress(url)})`;

/** An address in signs that neither Markdown nor a header reads as anything else; what is escaped stays so. */
export const plainAddress = (url: string): string =>
  url.replace(/[^!-~]|[()<>\\]/gu, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  );

/** “12:34”, with “≈” before it where it is an estimate. */
export const clock = (ms: number, timing: Timing): string =>
  `${timing === 'estimated' ? '≈' : ''}${formatClock(ms)}`;

/** An episode's title with a link to its Markdown, its show and its date. */
export const episodeLink = (
  { slug, title, show, date }: Pick<EpisodeRef, 'slug' | 'title' | 'show' | 'date'>,
  site: string,
): string =>
  [link(title, `${site}/episodes/${slug}.md`), escapeMarkdown(show.title), date]
    .filter(Boolean)
    .join(', ');

/** “1 word”, “2 words”. */
export const count = (n: number, one: string): string =>
  `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;

/** The line that leads to the next page, where there is one. */
export function nextPage(
  { page, perPage, total }: { page: number; perPage: number; total: number },
  address: (page: number) => string,
): string | null {
  return page * perPage < total ? link('Next page', address(page + 1)) : null;
}
