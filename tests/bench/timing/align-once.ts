import { alignToCaptions } from '../../../lib/timing/align.ts';
import { mishear } from './captions.ts';
import { makeUpEpisode } from './made-up.ts';

/** Aligns a made-up recording of so many hours in a process of its own; says how many words, how long, and the peak memory. */
const hours = Number(process.argv[2] ?? 1);
const episode = makeUpEpisode(hours, 7);
const { cues } = mishear(episode);
const turns = episode.turns.map(({ text, speaker }) => ({
  text,
  speaker,
  startMs: null,
  endMs: null,
}));
const words = episode.words.length;
alignToCaptions(turns.slice(0, 100), cues.slice(0, 500));
const before = process.resourceUsage().maxRSS;
const start = performance.now();
alignToCaptions(turns, cues);
const ms = performance.now() - start;
console.log(JSON.stringify({ words, ms, before, peak: process.resourceUsage().maxRSS }));
