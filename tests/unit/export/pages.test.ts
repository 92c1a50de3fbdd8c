import { describe, expect, it } from 'vitest';
import { checkMarkdown } from '@/lib/export/pages/check';
import { libraryMarkdown } from '@/lib/export/pages/library';
import { link } from '@/lib/export/pages/markdown-page';
import { quoteMarkdown } from '@/lib/export/pages/quote';
import { type Found, searchMarkdown } from '@/lib/export/pages/search';
import { speakerMarkdown } from '@/lib/export/pages/speaker';
import { topicMarkdown, topicsMarkdown } from '@/lib/export/pages/topics';
import type { EpisodeRef, MentionView } from '@/lib/store/views';
import { exportEpisode } from './sample';

const SITE = 'https://pods.example.org';

/** Every page, with these words wherever words come from elsewhere. */
function pages(words: string): Record<string, string> {
  const episode: EpisodeRef = {
    slug: 'on-bread',
    title: words,
    show: { slug: 's', title: words },
    date: '2026-03-01',
    timing: 'estimated',
  };
  const said = exportEpisode([[0, words]]);
  const [turn] = said.turns;
  const speakers = said.speakers.map((speaker) => ({ ...speaker, name: words }));
  const [speaker] = speakers;
  if (!turn || !speaker) throw new Error('the sample has a turn and a speaker');
  const mention: MentionView = {
    text: words,
    start: 0,
    end: 1,
    offset: 0,
    anchor: 't0',
    startMs: 65_000,
    timing: 'estimated',
    speaker: { slug: 'ann-lee', name: words },
    defining: true,
  };
  const card = { slug: 'bread', label: words, kind: 'term', episodes: 1, mentions: 2 } as const;
  return {
    library: libraryMarkdown(
      {
        total: 30,
        page: 1,
        perPage: 20,
        episodes: [
          {
            ...episode,
            durationMs: 65_000,
            wordCount: 9,
            turnCount: 1,
            changedAt: '2026-06-01T00:00:00.000Z',
            blurb: words,
            speakers,
          },
        ],
      },
      SITE,
    ),
    speaker: speakerMarkdown(
      {
        slug: 'ann-lee',
        name: words,
        spellings: [words],
        appearances: [
          {
            ...speaker,
            episode,
            quotes: [{ id: 'abc', text: words, startMs: 65_000, timing: 'estimated' }],
          },
        ],
      },
      SITE,
    ),
    quote: quoteMarkdown(
      {
        id: 'abc',
        text: words,
        start: 0,
        end: words.length,
        why: words,
        pinned: false,
        episode,
        section: { slug: 'start', title: words },
        speakers,
        quoted: 0,
        exchange: [{ ...turn, startMs: 65_000 }],
      },
      SITE,
    ),
    topics: topicsMarkdown({ total: 30, page: 1, perPage: 20, things: [card] }, SITE),
    topic: topicMarkdown(
      {
        slug: 'bread',
        label: words,
        kind: 'term',
        why: words,
        forms: [words, `${words}s`],
        explained: { episode, mention },
        episodes: [{ episode, total: 2, mentions: [mention] }],
        neighbours: [card],
      },
      SITE,
    ),
    search: searchMarkdown(found(words), SITE, 'q=bread'),
    check: checkMarkdown(
      {
        quote: words,
        title: 'Said word for word',
        reasons: [words],
        match: { ...moment(words), context: [{ speaker: { name: words }, text: words }] },
        others: [moment(words)],
      },
      SITE,
      'text=bread',
    ),
  };
}

const moment = (words: string) => ({
  episode: { title: words },
  show: { title: words },
  date: null,
  speaker: { name: words },
  startMs: 65_000,
  timing: 'estimated' as const,
  said: words,
  url: '/episodes/on-bread?hit=t0.0#turn-t0',
});

const found = (words: string): Found => ({
  query: words,
  total: 30,
  totalIsExact: true,
  page: 2,
  perPage: 10,
  hits: [
    {
      episode: { title: words, show: words, date: '2026-03-01' },
      section: { title: words },
      speaker: { name: words },
      startMs: 65_000,
      timing: 'estimated',
      text: words,
      url: '/episodes/on-bread?q=bread&hit=t0.0#turn-t0',
    },
  ],
});

describe('every page in Markdown', () => {
  const plain = pages('sourdough');

  it.each(Object.entries(plain))(
    '%s: where it is from, a title, links with addresses',
    (_, page) => {
      expect(page).toMatch(
        /^---\ntitle: ".+"\nurl: "https:\/\/pods\.example\.org\/.*"\n---\n\n# \S/,
      );
      expect(page).toContain(`](${SITE}/`);
      expect(page).not.toMatch(/undefined|null|\n{3}/);
    },
  );

  it.each(['quote', 'topic', 'search', 'speaker', 'library', 'check'])(
    '%s: times, called estimates',
    (name) => {
      expect(plain[name]).toContain('≈1:05');
    },
  );

  it('leads on to the next page, where there is one', () => {
    expect(plain.library).toContain(`[Next page](${SITE}/index.md?page=2)`);
    expect(plain.topics).toContain(`[Next page](${SITE}/topics.md?page=2)`);
    expect(plain.search).toContain(`[Next page](${SITE}/search.md?q=bread&page=3)`);
    expect(searchMarkdown({ ...found('x'), page: 3 }, SITE, 'q=x')).not.toContain('Next page');
  });

  it('numbers hits over all pages, and each opens on its words', () => {
    expect(plain.search).toContain('11. **sourdough**');
    expect(plain.search).toContain(`(${SITE}/episodes/on-bread?q=bread&hit=t0.0#turn-t0)`);
  });

  it('says where nothing is found, and offers what finds something', () => {
    const nothing = { ...found('bred'), total: 0, hits: [], suggestions: ['bread & salt'] };
    const page = searchMarkdown(nothing, SITE, 'q=bred');
    expect(page).toContain('Nothing found.');
    expect(page).toContain(`[bread \\& salt](${SITE}/search.md?q=bread+%26+salt)`);
  });

  const hostile = '# [x](javascript:y) <b>*bold*</b> `code`\n\n> quote | ![i](http://e.example/)';

  it.each(Object.entries(pages(hostile)))('%s: words are never markup', (_, page) => {
    const body = page.slice(page.indexOf('\n---\n') + 5);
    expect(body).not.toMatch(/(?<!\\)<b>|(?<!\\)`|(?<!\\)\[x|(?<!\\)!\[i|(?<!\\)\*bold/);
    expect(body).not.toMatch(/^> quote/m);
    const links = [...body.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, address]) => address);
    for (const address of links) expect(address).toMatch(/^https:\/\/pods\.example\.org\//);
    expect(links.length).toBeGreaterThan(0);
  });

  it('writes addresses that end where they should', () => {
    expect(link('a', `${SITE}/search?q=%28x%29&r=%2525`)).toBe(
      `[a](${SITE}/search?q=%28x%29&r=%2525)`,
    );
    expect(link('ü', `${SITE}/topics/brötchen`)).toBe(`[ü](${SITE}/topics/br%C3%B6tchen)`);
  });
});
