import type { EpisodePage, ShowRef } from '../../store/views.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clock, count, episodeLink, link, markdownPage, nextPage } from './markdown-page.ts';

/** The library's page, or that of one show, as Markdown. `site` is this site's address. */
export function libraryMarkdown(library: EpisodePage, site: string, show?: ShowRef): string {
  const episodes = library.episodes.map((episode) => {
    const people = episode.speakers.map(({ name, slug }) =>
      link(name, `${site}/speakers/${slug}.md`),
    );
    const particulars = [clock(episode.durationMs, episode.timing), ...people].join(', ');
    const blurb = episode.blurb ? `\n  ${escapeMarkdown(episode.blurb)}` : '';
    return `- ${episodeLink(episode, site)} (${particulars})${blurb}`;
  });
  const title = show ? show.title : 'Earmark: the library';
  const filter = show ? `show=${show.slug}` : '';
  return markdownPage({ title, url: `${site}/${filter && `?${filter}`}` }, [
    `${count(library.total, 'episode')}. ${link('People and things', `${site}/topics.md`)} they are about; search at ${site}/search.md?q=WORDS.`,
    episodes.join('\n'),
    nextPage(library, (page) => `${site}/index.md?${filter && `${filter}&`}page=${page}`),
  ]);
}
