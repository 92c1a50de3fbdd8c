import { describe, expect, it } from 'vitest';
import { openLink } from '../../../app/episodes/[slug]/landing.ts';
import { addressOf, writeAddress } from '../../../lib/anchors/address.ts';
import { writeHit } from '../../../lib/anchors/hit.ts';
import type { EpisodeView } from '../../../lib/store/views.ts';

const LONG = 'Every sentence of this turn has exactly ten words in all. '.repeat(30).trim();
const turn = (anchor: string, text: string, i: number) => ({
  anchor,
  text,
  speaker: 0,
  startMs: i * 10_000,
  endMs: i * 10_000 + 10_000,
  timing: 'given' as const,
});
const TURNS = [
  turn('aaa', 'Welcome to the show about long bridges.', 0),
  turn('bbb', 'Thank you for having me here today.', 1),
  turn('ccc', LONG, 2),
];
const QUOTE = { id: 'q1', turn: 1, start: 0, end: 9, text: 'Thank you', why: '', pinned: false };
/** As much of an episode as opening a link looks at. */
const episode = { turns: TURNS, quotes: [QUOTE] } as unknown as EpisodeView;

const linkTo = (firstTurn: number, start: number, lastTurn: number, end: number, turns = TURNS) => {
  const address = addressOf(turns, { firstTurn, start, lastTurn, end });
  return address ? writeAddress(address) : '';
};

describe('opening a link', () => {
  it('to words over two turns: marks them in both, and lands in the first', () => {
    const { landing, spans } = openLink(episode, [], { at: linkTo(0, 11, 1, 9) });
    expect(landing).toEqual({ turn: 0, offset: 11, id: 'turn-aaa', kind: 'exact' });
    expect(spans).toEqual([[{ start: 11, end: 38 + 1 }], [{ start: 0, end: 9 }], []]);
  });

  it('to words over several paragraphs: marks them in each', () => {
    const { spans } = openLink(episode, [], { at: linkTo(2, 0, 2, LONG.length) });
    expect(spans?.[2]?.length).toBeGreaterThan(1);
    expect(spans?.[2]?.map(({ start, end }) => LONG.slice(start, end).trim()).join(' ')).toBe(
      LONG.replace(/\.$/, ''),
    );
  });

  it('to words whose turn is gone: gives the place its old name', () => {
    const old = [turn('zzz', TURNS[1]?.text ?? '', 0), ...TURNS];
    const at = linkTo(
      0,
      10,
      0,
      23,
      [old[0], TURNS[0], TURNS[2]].flatMap((t) => t ?? []),
    );
    const { landing } = openLink(episode, [{ fragment: 'turn-zzz', turn: 1, offset: 0 }], { at });
    expect(landing).toMatchObject({ turn: 1, offset: 10, id: 'turn-zzz', kind: 'exact' });
  });

  it('to a search hit: lands there, also in a turn that is gone, and leaves the marks to the search', () => {
    expect(openLink(episode, [], { hit: 'bbb.6' })).toEqual({
      landing: { turn: 1, offset: 6, id: 'turn-bbb', kind: 'exact' },
      spans: null,
      hit: [],
    });
    const retired = [{ fragment: 'turn-zzz', turn: 2, offset: 100 }];
    expect(openLink(episode, retired, { hit: 'zzz.6' }).landing).toMatchObject({
      turn: 2,
      offset: 106,
      id: 'turn-zzz',
    });
    expect(openLink(episode, [], { hit: 'zzz.6' }).landing).toBeNull();
  });

  it('to a search hit in a turn that was corrected since: lands on its words, wherever they went', () => {
    const text = 'Thank you for having me here today.';
    const start = text.indexOf('having');
    const hit = writeHit(
      { turnId: 'bbb', offset: 0, text, startMs: 10_000 },
      { start, end: start + 'having'.length },
    );
    const landingIn = (turns: typeof TURNS) =>
      openLink({ turns } as unknown as EpisodeView, [], { hit }).landing;
    const corrected = TURNS.with(1, turn('bbb', `Oh, well, I say, a big ${text}`, 1));
    // What only sounds alike the search does not mark by itself.
    expect(openLink(episode, [], { hit }).hit).toEqual([{ start, end: start + 'having'.length }]);
    expect(landingIn(TURNS)).toEqual({ turn: 1, offset: start, id: 'turn-bbb', kind: 'exact' });
    expect(landingIn(corrected)).toMatchObject({ turn: 1, offset: start + 23, kind: 'exact' });
    const moved = TURNS.with(1, turn('ddd', `${TURNS[0]?.text} ${text}`, 1)).slice(1);
    expect(landingIn(moved)).toMatchObject({ turn: 0, id: 'turn-bbb', kind: 'exact' });
  });

  it('to a quote, chosen or no longer', () => {
    const { landing, spans } = openLink(episode, [], { quote: 'q1' });
    expect(landing).toMatchObject({ turn: 1, offset: 0, id: 'turn-bbb' });
    expect(spans?.[1]).toEqual([{ start: 0, end: 9 }]);
    const retiredQuote = linkTo(1, 10, 1, 23);
    expect(openLink(episode, [], { quote: 'q0', retiredQuote }).landing).toMatchObject({
      turn: 1,
      offset: 10,
    });
  });

  it('that was cut short or made up: leaves it to the fragment', () => {
    for (const link of ['aaa.', 'nonsense', linkTo(0, 0, 0, 7).slice(0, -9)]) {
      expect(openLink(episode, [], { at: link })).toEqual({ landing: null, spans: null, hit: [] });
      expect(openLink(episode, [], { hit: link })).toEqual({ landing: null, spans: null, hit: [] });
    }
  });
});
