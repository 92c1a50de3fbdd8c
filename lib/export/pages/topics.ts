import type { EpisodeRef, MentionView, ThingCards, ThingPage } from '../../store/views.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clock, count, episodeLink, link, markdownPage, nextPage } from './markdown-page.ts';

/** The list of people and things as Markdown. `site` is this site's address. */
export function topicsMarkdown(cards: ThingCards, site: string): string {
  const things = cards.things.map(
    ({ slug, label, kind, mentions, episodes }) =>
      `- ${link(label, `${site}/topics/${slug}.md`)} (${kind}): ${count(mentions, 'mention')} in ${count(episodes, 'episode')}`,
  );
  return markdownPage({ title: 'People and things', url: `${site}/topics` }, [
    `${cards.total.toLocaleString('en')} names and terms, found by how they are written and repeated.`,
    things.join('\n'),
    nextPage(cards, (page) => `${site}/topics.md?page=${page}`),
  ]);
}

/** Everything said about a thing, as Markdown. */
export function topicMarkdown(thing: ThingPage, site: string): string {
  const total = thing.episodes.reduce((sum, episode) => sum + episode.total, 0);
  const others = thing.forms.filter((form) => form !== thing.label).map(escapeMarkdown);
  const { explained } = thing;
  const episodes = thing.episodes.flatMap(({ episode, mentions, total: all }) => [
    `## ${episodeLink(episode, site)}`,
    ...mentions.map((one) => mention(one, episode, site)),
    all > mentions.length ? `The first ${mentions.length} of ${count(all, 'mention')}.` : null,
  ]);
  const neighbours = thing.neighbours.map(({ slug, label }) =>
    link(label, `${site}/topics/${slug}.md`),
  );
  return markdownPage({ title: thing.label, url: `${site}/topics/${thing.slug}` }, [
    `${thing.kind}, ${count(total, 'mention')} in ${count(thing.episodes.length, 'episode')}`,
    others.length > 0 ? `Also written ${others.join(', ')}` : null,
    explained &&
      `**Where it is explained:** ${mention(explained.mention, explained.episode, site)}`,
    ...episodes,
    neighbours.length > 0 ? `Named together with: ${neighbours.join(', ')}` : null,
    `*Why it is listed: ${escapeMarkdown(thing.why)}*`,
  ]);
}

function mention(said: MentionView, episode: EpisodeRef, site: string): string {
  const who = escapeMarkdown(said.speaker?.name ?? 'Unknown speaker');
  const opens = `${site}/episodes/${episode.slug}#turn-${said.anchor}`;
  return `**${who}** (${link(clock(said.startMs, said.timing), opens)}): ${escapeMarkdown(said.text)}`;
}
