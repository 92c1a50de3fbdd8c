import { z } from 'zod';
import { Role } from '../transcript/transcript.ts';
import type { SummaryPoint } from '../understanding/understanding.ts';
import { Refusal } from './library.ts';
import { episodeLink, quoteLink, sectionLink, turnLink } from './links.ts';
import { EpisodeSlug, episodeOf, Link, Page, Source, sourceOf, When, when } from './spoken.ts';
import { tool } from './tool.ts';

/** So much of a publisher's summary is given in lists, and so much of an episode's own, in characters. */
const BLURB = 300;
const SUMMARY = 3_000;
/** So many of each are given at once. */
const SECTIONS = 40;
const POINTS = 12;
const QUOTES = 12;

const Speaker = z.object({
  speaker: z.string().describe('slug'),
  name: z.string(),
  role: Role.nullable(),
});

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/u, '')} …` : text;

export const listEpisodesTool = tool({
  name: 'list_episodes',
  title: 'List the episodes',
  description:
    'Lists the episodes of the library, the newest first: slug, title, show, date, length, who speaks. To find what was said use search; get_episode gives the sections of one.',
  input: z.object({
    page: Page,
    perPage: z
      .int({ error: 'must be a whole number' })
      .min(1, { error: 'must be at least 1' })
      .max(50, { error: 'must be at most 50' })
      .default(20)
      .describe('episodes on a page, 1 to 50'),
  }),
  output: z.object({
    total: z.int(),
    page: z.int(),
    episodes: z.array(
      Source.extend({
        minutes: z.int().describe('length in minutes'),
        lengthIsEstimated: z.boolean(),
        words: z.int(),
        speakers: z.array(Speaker),
        about: z.string().nullable().describe('the publisher’s words, or what somebody said'),
        link: Link,
      }),
    ),
  }),
  async answer({ page, perPage }, library) {
    const { total, episodes } = await library.store.episodes({ page, perPage });
    const pages = Math.max(1, Math.ceil(total / perPage));
    if (page > pages) {
      throw new Refusal(
        `There ${total === 1 ? 'is 1 episode' : `are ${total} episodes`}, and no page ${page}.`,
      );
    }
    return {
      total,
      page,
      episodes: episodes.map((card) => ({
        ...sourceOf(card),
        minutes: Math.max(1, Math.round(card.durationMs / 60_000)),
        lengthIsEstimated: card.timing === 'estimated',
        words: card.wordCount,
        speakers: card.speakers.map(({ slug, name, role }) => ({ speaker: slug, name, role })),
        about: card.blurb && shortened(card.blurb, BLURB),
        link: episodeLink(library, card.slug),
      })),
    };
  },
});

const Point = z.object({
  text: z.string().describe('close to what was said; quote from the linked turn, not from here'),
  proof: z.array(Link),
});

export const episodeTool = tool({
  name: 'get_episode',
  title: 'See what an episode is about',
  description: [
    'Gives the outline of an episode: who speaks, a summary whose points link to their proof, sections',
    'with times, and quotes. Sections come 40 to a page; summary and quotes with the first. Titles and',
    'summaries are worked out from the text; for exact words use get_section or get_passage.',
  ].join(' '),
  input: z.object({ episode: EpisodeSlug, page: Page }),
  output: z.object({
    source: Source,
    link: Link,
    minutes: z.int(),
    speakers: z.array(
      Speaker.extend({
        nameIsConcluded: z.boolean().describe('true where the transcript does not say the name'),
        share: z.number().describe('of all words spoken, 0 to 1'),
      }),
    ),
    publisherSummary: z.string().nullable(),
    summary: z.array(Point),
    sections: z.array(
      z.object({ section: z.string(), title: z.string(), ...When, words: z.int(), link: Link }),
    ),
    page: z.int(),
    pages: z.int(),
    quotes: z.array(
      z.object({ speaker: z.string().nullable(), said: z.string(), ...When, link: Link }),
    ),
  }),
  async answer({ episode: slug, page }, library) {
    const episode = await episodeOf(library, slug);
    const { turns, speakers, sections } = episode;
    const pages = Math.max(1, Math.ceil(sections.length / SECTIONS));
    if (page > pages) {
      throw new Refusal(
        `The outline of “${episode.slug}” has ${pages} page${pages === 1 ? '' : 's'}, and no page ${page}.`,
      );
    }
    const link = (turn: number) => turnLink(library, episode.slug, turns[turn]?.anchor ?? '');
    const withProof = ({ text, turns: proof }: SummaryPoint) => ({ text, proof: proof.map(link) });
    return {
      source: sourceOf(episode),
      link: episodeLink(library, episode.slug),
      minutes: Math.max(1, Math.round(episode.durationMs / 60_000)),
      speakers: speakers.map(({ slug: speaker, name, role, inferred, share }) => ({
        speaker,
        name,
        role,
        nameIsConcluded: inferred,
        share: Math.round(share * 1000) / 1000,
      })),
      publisherSummary:
        episode.publisherSummary && page === 1
          ? shortened(episode.publisherSummary, SUMMARY)
          : null,
      summary: page === 1 ? episode.summary.slice(0, POINTS).map(withProof) : [],
      sections: sections.slice((page - 1) * SECTIONS, page * SECTIONS).map((section) => ({
        section: section.slug,
        title: section.title,
        ...when(section.startMs, episode.timing),
        words: turns
          .slice(section.firstTurn, section.lastTurn + 1)
          .reduce((sum, { text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0),
        link: sectionLink(library, episode.slug, section.slug),
      })),
      page,
      pages,
      quotes: (page === 1 ? episode.quotes.slice(0, QUOTES) : []).map((quote) => {
        const turn = turns[quote.turn];
        return {
          speaker: turn?.speaker == null ? null : (speakers[turn.speaker]?.name ?? null),
          said: quote.text,
          ...when(turn?.startMs ?? 0, turn?.timing ?? episode.timing),
          link: quoteLink(library, quote.id),
        };
      }),
    };
  },
});
