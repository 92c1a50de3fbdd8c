import type { Timing } from '../../timing/timed.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clock, count, link, markdownPage, nextPage } from './markdown-page.ts';

/** What was found, as far as the page in Markdown shows it. */
export interface Found {
  query: string;
  notice?: string;
  total: number;
  totalIsExact: boolean;
  page: number;
  perPage: number;
  hits: readonly {
    episode: { title: string; show: string; date: string | null };
    section: { title: string } | null;
    speaker: { name: string } | null;
    startMs: number;
    timing: Timing;
    text: string;
    /** By what it was found; the words themselves need no mention. */
    how?: string;
    /** A path of this site. */
    url: string;
  }[];
  suggestions?: readonly string[];
}

/** A page of search results as Markdown; `parameters` is the query string that asked for it. */
export function searchMarkdown(found: Found, site: string, parameters: string): string {
  const hits = found.hits.map(
    ({ episode, section, speaker, startMs, timing, text, how, url }, i) => {
      const number = (found.page - 1) * found.perPage + i + 1;
      const where = [episode.title, section?.title, episode.show, episode.date].filter(Boolean);
      const who = escapeMarkdown(speaker?.name ?? 'Unknown speaker');
      const by =
        how === 'meaning' ? ', similar in meaning' : how === 'sound' ? ', sounds like' : '';
      return `${number}. **${who}**${by} (${link(clock(startMs, timing), site + url)}), ${escapeMarkdown(where.join('; '))}:\n   ${escapeMarkdown(text)}`;
    },
  );
  const at = (page: number) => {
    const next = new URLSearchParams(parameters);
    next.set('page', String(page));
    return `${site}/search.md?${next}`;
  };
  const total = `${count(found.total, 'passage')}${found.totalIsExact ? '' : ' or more'}`;
  const front = { title: `Search: ${found.query}`, url: `${site}/search?${parameters}` };
  return markdownPage(front, [
    found.notice ? `*${escapeMarkdown(found.notice)}*` : null,
    found.total === 0 ? 'Nothing found.' : `${total}. Each time is a link onto the words.`,
    found.suggestions?.length
      ? `Did you mean ${found.suggestions.map((query) => link(query, `${site}/search.md?${new URLSearchParams({ q: query })}`)).join(', ')}?`
      : null,
    hits.join('\n\n'),
    nextPage(found, at),
  ]);
}
