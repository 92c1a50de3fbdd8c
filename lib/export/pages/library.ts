import type { EpisodePage } from '../../store/views.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clock, count, episodeLink, link, markdownPage, nextPage } from './markdown-page.ts';

/** The library's page as Markdown. `site` is this site's address. */
export function libraryMarkdown(library: EpisodePage, site: string): string {
  const episodes = library.episodes.map((episode) => {
    const people = episode.speakers.map(({ name, slug }) =>
      link(name, `${site}/speakers/${slug}.md`),
    );
    const particulars = [clock(episode.durationMs, episode.timing), ...people].join(', ');
    const blurb = episode.blurb ? `\n  ${escapeMarkdown(episode.blurb)}` : '';
    return `- ${episodeLink(episode, site)} (${particulars})${blurb}`;
  });
  return markdownPage({ title: 'Earmark: the library', url: `${site}/` }, [
    `${count(library.total, 'episode')}. ${link('People and things', `${site}/topics.md`)} they are about; search at ${site}/search.md?q=WORDS.`,
    episodes.join('\n'),
    nextPage(library, (page) => `${site}/index.md?page=${page}`),
  ]);
}
