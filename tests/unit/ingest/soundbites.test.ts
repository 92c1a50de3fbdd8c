import { describe, expect, it } from 'vitest';
import { compose } from '@/lib/ingest/compose';
import { soundbiteQuotes } from '@/lib/ingest/soundbites';
import type { TimedSpan } from '@/lib/timing/timed';

const TURNS: ({ text: string } & TimedSpan)[] = [
  ['Welcome to the show. What is bread?', 0, 10_000],
  ['Bread is time. It is flour, and water. And then you wait.', 10_000, 40_000],
].map(([text, startMs, endMs]) => ({
  text: String(text),
  startMs: Number(startMs),
  endMs: Number(endMs),
  timing: 'given',
  confidence: 1,
  withinMs: null,
  marks: [],
}));

describe('soundbites', () => {
  it('are the sentences that are said in them, of the turn with most of them', () => {
    const { quotes, unplaced } = soundbiteQuotes(
      [{ startMs: 9_000, durationMs: 18_000, title: 'What it is' }],
      TURNS,
      'en',
    );
    expect(quotes).toEqual([
      {
        turn: 1,
        start: 0,
        end: 38,
        text: 'Bread is time. It is flour, and water.',
        why: 'The show’s own soundbite: “What it is”.',
      },
    ]);
    expect(unplaced).toBe(0);
  });

  it('are left out where times are estimates, or nothing is said', () => {
    const bite = { startMs: 9_000, durationMs: 18_000 };
    const estimated = TURNS.map((turn) => ({ ...turn, timing: 'estimated' as const }));
    expect(soundbiteQuotes([bite], estimated, 'en')).toEqual({ quotes: [], unplaced: 1 });
    const late = { startMs: 90_000, durationMs: 5_000 };
    expect(soundbiteQuotes([late], TURNS, 'en').unplaced).toBe(1);
  });

  it('stand first among an episode’s quotes, and say when their words are not known', () => {
    const vtt = `WEBVTT\n\n00:00.000 --> 00:10.000\n<v Ann>Welcome to the show. What is bread?\n\n00:10.000 --> 00:40.000\n<v Bo>Bread is time. It is flour, and water. And then you wait.\n`;
    const source = { location: 'a.vtt', bytes: new TextEncoder().encode(vtt) };
    const soundbites = [
      { startMs: 10_000, durationMs: 16_000, title: 'What it is' },
      { startMs: 3_600_000, durationMs: 10_000 },
    ];
    const { record } = compose(source, { speakers: [], soundbites });
    expect(record.understanding.quotes[0]?.text).toBe('Bread is time. It is flour, and water.');
    expect(record.warnings.map(({ message }) => message)).toContain(
      'One soundbite of the feed is left out: no known time tells which words those are.',
    );
  });
});
