import fc from 'fast-check';
import type { ExportEpisode } from '@/lib/export/export-episode';

const share = { turnCount: 1, wordCount: 1, share: 0.5, inferred: false, role: null };

/** An episode of these turns: [speaker or null, text], five seconds each. */
export function exportEpisode(turns: readonly (readonly [number | null, string])[]): ExportEpisode {
  return {
    title: 'On bread — a "talk"',
    show: 'Slow Kitchen',
    date: '2026-03-01',
    language: 'en',
    timing: 'estimated',
    durationMs: turns.length * 5_000,
    url: 'http://127.0.0.1:3000/episodes/on-bread',
    publisherSummary: 'About bread.\n\nAnd *time*.',
    summary: [],
    quotes: [],
    speakers: [
      { ...share, slug: 'ann-lee', label: 'A', name: 'Ann Lee' },
      { ...share, slug: 'bo', label: 'B', name: 'Bo' },
    ],
    sections: [
      {
        slug: 'start',
        title: 'The start',
        firstTurn: 0,
        lastTurn: turns.length - 1,
        startMs: 0,
        endMs: turns.length * 5_000,
        topics: [],
        summary: [],
        why: { boundary: '', title: '' },
        retitled: false,
        heading: null,
      },
    ],
    turns: turns.map(([speaker, text], i) => ({
      anchor: `t${i}`,
      speaker,
      text,
      startMs: i * 5_000,
      endMs: i * 5_000 + 5_000,
      timing: 'estimated',
    })),
  };
}

/** Words that try to be markup, cues, headers or speakers. */
const word = fc.oneof(
  fc.constantFrom(
    '-->',
    '<b>',
    '</v>',
    '&amp;',
    '00:00:01,000',
    '*',
    '#',
    '1.',
    '---',
    '[x](y)',
    '`',
    '>>x',
    'WEBVTT',
    'NOTE',
    '日本',
    '“so”',
    "it's",
  ),
  fc.stringMatching(/^[a-z]{1,9}[,.]?$/),
);
const said = fc
  .array(word, { minLength: 1, maxLength: 60 })
  .map((words) => `so ${words.join(' ')}`);

/** Turns of two speakers who take turns. */
export const someTurns = fc
  .array(said, { minLength: 1, maxLength: 12 })
  .map((texts) => texts.map((text, i) => [i % 2, text] as const));
