import { describe, expect, it } from 'vitest';
import { pageByEpisode } from '@/lib/search/by-episode';
import { matchText } from '@/lib/search/match';
import type { Query } from '@/lib/search/query';
import { suggest } from '@/lib/search/suggest';

const TEXTS = ['the sourdough loaf is baked with steam', 'a world model predicts the world'];
const WORDS = [...new Set(TEXTS.join(' ').split(' '))];

const tools = {
  speller: {
    spellings: async (form: string, most: number) =>
      WORDS.includes(form)
        ? [form]
        : WORDS.filter(
            (word) => word[0] === form[0] && Math.abs(word.length - form.length) < 4,
          ).slice(0, most),
  },
  search: async (query: Query) => ({
    total: TEXTS.filter((text) => matchText(text, query, { typos: false }) !== null).length,
  }),
};
const instead = (q: string) => suggest(q, {}, tools);

describe('suggestions for a search that finds nothing', () => {
  it('replace words that nobody says by words that are said, where that finds something', async () => {
    const { spelled } = await instead('sourdoe steam');
    expect(spelled[0]).toEqual({ query: 'sourdough steam', total: 1 });
  });

  it('leave out one word after the other', async () => {
    const { relaxed } = await instead('world zeppelin');
    expect(relaxed).toEqual([{ query: 'world', without: '“zeppelin”', total: 1 }]);
  });

  it('take the quotation marks off', async () => {
    const { relaxed } = await instead('"steam sourdough"');
    expect(relaxed[0]).toEqual({
      query: 'steam sourdough',
      without: 'the quotation marks',
      total: 1,
    });
  });

  it('keep operators and exclusions as they were typed', async () => {
    const { spelled } = await instead('sourdoe -world');
    expect(spelled[0]?.query).toBe('sourdough -world');
  });

  it('are none for nothing, and for whole paragraphs', async () => {
    const none = { spelled: [], relaxed: [] };
    expect(await instead('')).toEqual(none);
    expect(await instead('"?!"')).toEqual(none);
    expect(await instead('zebra '.repeat(40))).toEqual(none);
  });
});

describe('a page of episodes', () => {
  const ranked = ['a1', 'b1', 'a2', 'a3', 'c1', 'a4'].map((id) => ({
    id,
    episode: id.charAt(0),
  }));

  it('has them in the order of their best hits, each with three of its moments', () => {
    expect(pageByEpisode(ranked, { page: 1, perPage: 2 })).toEqual({
      ids: ['a1', 'a2', 'a3', 'b1'],
      episodes: {
        total: 3,
        shown: [
          { slug: 'a', total: 4 },
          { slug: 'b', total: 1 },
        ],
      },
    });
    expect(pageByEpisode(ranked, { page: 2, perPage: 2 }).ids).toEqual(['c1']);
    expect(pageByEpisode(ranked, { page: 3, perPage: 2 }).ids).toEqual([]);
  });
});
