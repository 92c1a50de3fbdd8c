import type { QuoteInContext } from '../../store/views.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clock, episodeLink, link, markdownPage } from './markdown-page.ts';

/** A quote's page as Markdown, with the exchange it stands in. `site` is this site's address. */
export function quoteMarkdown(quote: QuoteInContext, site: string): string {
  const { id, text, episode, section, speakers, exchange, quoted, why } = quote;
  const turn = exchange[quoted];
  const speaker = speakers[turn?.speaker ?? -1];
  const name = speaker?.name ?? 'Unknown speaker';
  const who = speaker ? link(name, `${site}/speakers/${speaker.slug}.md`) : name;
  const when = turn ? clock(turn.startMs, turn.timing) : null;
  const said = exchange.map(({ speaker: other, startMs, timing, text: words }) => {
    const person = escapeMarkdown(speakers[other ?? -1]?.name ?? 'Unknown speaker');
    return `**${person}** (${clock(startMs, timing)}): ${escapeMarkdown(words)}`;
  });
  const opens = `${site}/episodes/${episode.slug}?quote=${id}#turn-${turn?.anchor ?? ''}`;
  return markdownPage({ title: `A quote from ${name}`, url: `${site}/quotes/${id}` }, [
    `> ${escapeMarkdown(text)}`,
    [who, speaker?.role, when, episodeLink(episode, site)].filter(Boolean).join(', '),
    link('Read it in the episode', opens),
    `## The exchange it stands in${section ? `: ${escapeMarkdown(section.title)}` : ''}`,
    ...said,
    why && `*Why this quote: ${escapeMarkdown(why)}*`,
  ]);
}
