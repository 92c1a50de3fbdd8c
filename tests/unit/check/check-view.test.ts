import { describe, expect, it } from 'vitest';
import { checkQuote } from '@/lib/check/check-quote';
import { toMomentView } from '@/lib/check/check-view';
import { readPasted } from '@/lib/check/pasted';
import { forms } from '@/lib/search/normalise';
import type { ExchangeView } from '@/lib/store/views';
import { readAddress } from '../../../lib/anchors/address.ts';

const SPOKEN: [speaker: number, text: string][] = [
  [0, 'And what broke first, the wing or the "famous" tether?'],
  [1, 'The tether broke four times, always one metre above the anchor, where the sand grinds it.'],
  [0, 'So you replaced the tether with something stronger than steel?'],
  [1, 'No. We made it cheap and changed it every spring.'],
];

const exchange: ExchangeView = {
  episode: {
    slug: 'kites',
    title: 'Kites',
    show: { slug: 'slow-water', title: 'Slow Water' },
    date: '2026-03-03',
    timing: 'given',
  },
  language: 'en',
  section: null,
  speakers: ['Ann Lee', 'Bo Oak'].map((name, i) => ({
    slug: name.toLowerCase().replace(' ', '-'),
    label: 'AB'[i] ?? '',
    name,
    role: null,
    inferred: false,
    turnCount: 2,
    wordCount: 20,
    share: 0.5,
  })),
  first: 0,
  turns: SPOKEN.map(([speaker, text], i) => ({
    anchor: `a${i}`,
    speaker,
    text,
    startMs: i * 10_000,
    endMs: (i + 1) * 10_000,
    timing: 'given',
  })),
};

async function view(text: string) {
  const pasted = readPasted(text);
  const { match } = await checkQuote(pasted, {
    resembling: async () => SPOKEN.map((_, turn) => ({ episodeSlug: 'kites', turn })),
    counts: async () => ({ passages: 0, of: new Map(forms(text).map((form) => [form, 1])) }),
    turns: async () =>
      SPOKEN.map(([speaker, said], position) => ({
        episode: 'kites',
        position,
        anchor: `a${position}`,
        speaker: exchange.speakers[speaker]?.name ?? null,
        text: said,
      })),
  });
  if (!match) throw new Error('nothing found');
  return toMomentView(match, pasted, exchange);
}

describe('a moment as it is shown', () => {
  it('has its speaker, its time, a line to cite and a link onto its words', async () => {
    const shown = await view('broke five times, always one metre above the anchor');
    expect(shown).toMatchObject({
      speaker: { name: 'Bo Oak' },
      turnId: 'a1',
      timing: 'given',
      citation:
        '“broke four times, always one metre above the anchor” — Bo Oak, Kites (Slow Water)',
      touched: { number: true, negation: false },
      counts: { published: 9, same: 8, changed: 1, added: 0, missing: 0, elided: 0 },
    });
    expect(shown.startMs).toBeGreaterThan(10_000);
    const link = new URL(shown.url, 'http://localhost');
    expect(readAddress(link.searchParams.get('at') ?? '')).toMatchObject({
      turn: 'a1',
      word: 2,
      count: 9,
    });
    expect(link.hash).toBe('#turn-a1');
  });

  it('says who said what where two people did', async () => {
    const shown = await view('where the sand grinds it so you replaced the tether');
    expect(shown.citation).toBe(
      'Bo Oak: “where the sand grinds it.” Ann Lee: “So you replaced the tether” — Kites (Slow Water)',
    );
    expect(shown.diff.map(({ by }) => by)).toEqual(['Bo Oak', 'Ann Lee']);
  });

  it('marks what the quote left out, and tells a denial', async () => {
    const shown = await view('the tether broke … always one metre above the anchor');
    expect(shown.said).toBe('The tether broke […] always one metre above the anchor');
    expect((await view('broke never four times, always one metre above')).touched.negation).toBe(
      true,
    );
  });

  it('checks whom the quote names', async () => {
    const words = 'always one metre above the anchor';
    expect((await view(`“${words}” — Ann Lee`)).attributionHolds).toBe(false);
    expect((await view(`“${words}” — Oak`)).attributionHolds).toBe(true);
    expect((await view(words)).attributionHolds).toBeNull();
  });
});
