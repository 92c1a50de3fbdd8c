import { turnAnchors } from '../../lib/store/identity.ts';
import type { EpisodeRecord } from '../../lib/store/records.ts';
import { countWords } from '../../lib/transcript/count-words.ts';
import type { Understanding } from '../../lib/understanding/understanding.ts';

/** A small, whole episode of two people; `lines` alternate between them. */
export function sampleEpisode(
  lines: readonly string[] = [
    'Welcome to the show. What do you build these days?',
    'We build tidal kites, and a tidal kite is a wing that flies under water.',
    'And how much power does one wing make?',
    'One wing powers about a thousand homes when the moon is right.',
  ],
  change: Partial<EpisodeRecord> = {},
): EpisodeRecord {
  const anchors = turnAnchors(lines);
  const turns = lines.map((text, i) => ({
    anchor: anchors[i] ?? '',
    speaker: i % 2,
    text,
    startMs: i * 4_000,
    endMs: i * 4_000 + 4_000,
    timing: 'estimated' as const,
  }));
  return {
    slug: 'tidal-kites',
    show: { slug: 'slow-water', title: 'Slow Water' },
    title: 'Tidal kites',
    date: '2026-05-04',
    language: 'en',
    mediaUrl: null,
    durationMs: lines.length * 4_000,
    timing: 'estimated',
    publisherSummary: null,
    source: 'tidal-kites.txt',
    format: 'letters',
    sourceHash: JSON.stringify([lines, change.title, change.source]),
    wordCount: lines.reduce((sum, text) => sum + countWords(text), 0),
    warnings: [{ line: 1, message: 'A warning.' }],
    speakers: [
      { slug: 'ada-marsh', label: 'A', name: 'Ada Marsh', role: 'host', inferred: false },
      { slug: 'bo-lind', label: 'B', name: 'Bo Lind', role: 'guest', inferred: true },
    ],
    turns,
    understanding: sampleUnderstanding(lines),
    understandingVersion: 1,
    writtenBy: null,
    ...change,
  };
}

/** One section, the second turn as its point and its quote. */
export function sampleUnderstanding(
  lines: readonly string[],
  change: Partial<Understanding> = {},
): Understanding {
  const text = lines[1] ?? '';
  const span = { turn: 1, start: 0, end: text.length };
  const point = { text, turns: [1], verbatim: [span] };
  return {
    sections: [
      {
        title: 'Tidal kites',
        heading: null,
        firstTurn: 0,
        lastTurn: lines.length - 1,
        startMs: 0,
        endMs: lines.length * 4_000,
        topics: [],
        summary: [point],
        why: { boundary: 'The conversation begins here.', title: 'Said often.' },
      },
    ],
    summary: [point],
    quotes: [{ ...span, text, why: 'Definite.' }],
    spareQuotes: [],
    things: [],
    claims: [],
    ...change,
  };
}
