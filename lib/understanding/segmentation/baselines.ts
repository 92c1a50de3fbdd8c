import type { SegmentationMethod } from './method.ts';

/** Turns a section has where a baseline must choose: the middle of what people use (6 to 30). */
const TURNS_PER_SECTION = 20;

function sectionsFor(turns: number, told: number | undefined): number {
  const wanted = told ?? Math.round(turns / TURNS_PER_SECTION);
  return Math.max(1, Math.min(turns, wanted));
}

/** No boundary at all: what Pk flatters. */
export const none: SegmentationMethod = () => [];

/** Sections of equal length in turns. */
export const even: SegmentationMethod = (conversation, sections) => {
  const n = conversation.turns.length;
  const count = sectionsFor(n, sections);
  return Array.from({ length: count - 1 }, (_, i) => Math.round(((i + 1) * n) / count));
};

/** Boundaries drawn at random, by a generator seeded from the length, so that runs repeat. */
export const random: SegmentationMethod = (conversation, sections) => {
  const n = conversation.turns.length;
  const count = sectionsFor(n, sections);
  let state = (n * 2654435761 + count) >>> 0;
  const drawn = new Set<number>();
  while (drawn.size < count - 1) {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    drawn.add(1 + (((z ^ (z >>> 14)) >>> 0) % (n - 1)));
  }
  return [...drawn].sort((a, b) => a - b);
};
