import { describe, expect, it } from 'vitest';
import type { Answer, Hit } from '@/lib/search/engine';
import { soundOf } from '@/lib/search/sound/code';
import { soundDistance } from '@/lib/search/sound/distance';
import { withSounds } from '@/lib/search/sound/with-sounds';

const distance = (a: string, b: string) =>
  soundDistance(soundOf(a.split(' ')), soundOf(b.split(' ')));

describe('how words sound', () => {
  it('digits sound as they are read out, and borders between words do not sound', () => {
    expect(soundOf(['veo', '3'])).toBe(soundOf(['vue3']));
    expect(soundOf(['ice', 'cream'])).toBe(soundOf(['icecream']));
    expect(soundOf(['日本'])).toBe('');
  });

  it('what is taken for each other is near, what is not is far', () => {
    expect(distance('distillation', 'desolation')).toBeLessThan(0.2);
    expect(distance('gemini', 'chamney')).toBeLessThan(0.2);
    expect(distance('bread', 'parliament')).toBeGreaterThan(0.34);
    expect(distance('model', 'model')).toBe(0);
  });

  it('is as far one way as the other, and never beyond one by much', () => {
    for (const [a, b] of [
      ['grok imagine', 'garcia magic'],
      ['tether', 'leather'],
      ['a', 'zoo'],
    ] as const) {
      expect(distance(a, b)).toBeCloseTo(distance(b, a));
      expect(distance(a, b)).toBeLessThanOrEqual(1.01);
    }
  });
});

describe('an answer with what sounds alike', () => {
  const hit = (id: number, episode: string, how: Hit['how']): Hit =>
    ({ passage: { id: `${id}`, episodeSlug: episode }, matches: [], how }) as unknown as Hit;
  const answer = (hits: Hit[], more: Partial<Answer> = {}): Answer => ({
    hits,
    total: hits.length,
    totalIsExact: true,
    facets: { shows: [], speakers: [], episodes: [], years: [] },
    ...more,
  });
  const ids = ({ hits }: Answer) => hits.map(({ passage }) => passage.id);

  it('has it behind everything else, over pages', () => {
    const written = [1, 2, 3].map((id) => hit(id, 'a', 'words'));
    const sounds = [4, 5, 6].map((id) => hit(id, 'b', 'sound'));
    const first = withSounds(answer(written.slice(0, 2), { total: 3 }), sounds, {
      page: 1,
      perPage: 2,
    });
    expect([ids(first), first.total]).toEqual([['1', '2'], 6]);
    const second = withSounds(answer(written.slice(2), { total: 3 }), sounds, {
      page: 2,
      perPage: 2,
    });
    expect(ids(second)).toEqual(['3', '4']);
    const third = withSounds(answer([], { total: 3 }), sounds, { page: 3, perPage: 2 });
    expect(ids(third)).toEqual(['5', '6']);
  });

  it('by episode joins what is shown, and new episodes come last', () => {
    const written = answer([hit(1, 'a', 'words')], {
      episodes: { total: 1, shown: [{ slug: 'a', total: 1 }] },
    });
    const sounds = [hit(2, 'b', 'sound'), hit(3, 'a', 'sound')];
    const found = withSounds(written, sounds, { page: 1, perPage: 5, byEpisode: true });
    expect(ids(found)).toEqual(['1', '3', '2']);
    expect(found.episodes).toEqual({
      total: 2,
      shown: [
        { slug: 'a', total: 2 },
        { slug: 'b', total: 1 },
      ],
    });
  });
});
