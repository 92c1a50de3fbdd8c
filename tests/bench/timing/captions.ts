import { random } from '../corpus.ts';
import type { TimedEpisode, TimedWord } from './timed-episode.ts';

/** Captions of an episode as another recogniser would hear them, and how its time moved. */
export interface Heard {
  cues: { startMs: number; endMs: number; text: string }[];
  /** The time on the captions' clock of a time on the episode's own. */
  toHeard: (ms: number) => number;
}

/** Words of a cue. */
const CUE_WORDS = 8;
/** Spoken words in a minute of advertisement. */
const AD_PACE = 170;

/**
 * Captions made from an episode's words: so many of them are left out, put in or heard otherwise, a third
 * each; words heard otherwise are now misspelt, now another word of the talk. In the middle an advertisement is put
 * in, of words that the talk has, too. The same seed gives the same captions.
 */
export function mishear(
  { words }: Pick<TimedEpisode, 'words'>,
  {
    errors = 0.15,
    advertMs = 180_000,
    seed = 5,
  }: { errors?: number; advertMs?: number; seed?: number } = {},
): Heard {
  const next = random(seed);
  const any = () => words[Math.floor(next() * words.length)]?.text ?? '';
  const middle = Math.floor(words.length * (0.35 + 0.3 * next()));
  const at = words[middle]?.startMs ?? 0;
  const heard: TimedWord[] = [];
  for (const [i, word] of words.entries()) {
    if (i === middle) heard.push(...advertisement(at, advertMs, any));
    const moved = i < middle ? 0 : advertMs;
    const said = { ...word, startMs: word.startMs + moved, endMs: word.endMs + moved };
    const chance = next() / errors;
    if (chance >= 1) heard.push(said);
    else if (chance >= 2 / 3)
      heard.push({ ...said, text: next() < 0.5 ? misspell(said.text, next) : any() });
    else if (chance >= 1 / 3) {
      const half = (said.startMs + said.endMs) / 2;
      heard.push({ ...said, endMs: half }, { text: any(), startMs: half, endMs: said.endMs });
    }
  }
  return { cues: toCues(heard), toHeard: (ms) => (ms >= at ? ms + advertMs : ms) };
}

function advertisement(from: number, lengthMs: number, any: () => string): TimedWord[] {
  const count = Math.round((lengthMs / 60_000) * AD_PACE);
  const each = lengthMs / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => ({
    text: any(),
    startMs: from + i * each,
    endMs: from + (i + 1) * each,
  }));
}

function misspell(word: string, next: () => number): string {
  const at = Math.floor(next() * word.length);
  const letter = 'aeiourstn'[Math.floor(next() * 9)] ?? 'e';
  return `${word.slice(0, at)}${letter}${word.slice(at + (next() < 0.5 ? 1 : 0))}`;
}

/** Whole cues, as captions have them: their words have no times of their own. */
function toCues(words: readonly TimedWord[]) {
  return Array.from({ length: Math.ceil(words.length / CUE_WORDS) }, (_, i) => {
    const own = words.slice(i * CUE_WORDS, (i + 1) * CUE_WORDS);
    return {
      startMs: Math.round(own[0]?.startMs ?? 0),
      endMs: Math.round(own.at(-1)?.endMs ?? 0),
      text: own.map(({ text }) => text).join(' '),
    };
  });
}
