import { makeCorpus, random } from '../corpus.ts';
import type { TimedEpisode, TimedWord } from './timed-episode.ts';

const WORDS_PER_TURN = 55;
/** Spoken words a minute of the two speakers. */
const PACES = [150, 195];
/** Real recordings begin with words, or with up to a minute of something else. */
const LONGEST_MUSIC_MS = 40_000;
/** Turns of a chapter. */
const CHAPTER_TURNS = 14;

/**
 * A made-up conversation of so many hours: words as unequally frequent as in a language, two speakers of
 * different pace, words that take as long as their letters but for some chance, pauses after sentences and
 * turns. It shows that the methods work, and how fast; how near they come only real recordings tell.
 */
export function makeUpEpisode(hours: number, seed: number): TimedEpisode {
  const next = random(seed);
  const corpus = makeCorpus(
    {
      turns: Math.ceil((hours * 60 * 165) / WORDS_PER_TURN),
      wordsPerTurn: WORDS_PER_TURN,
      vocabulary: 12_000,
      turnsPerEpisode: 64,
    },
    seed,
  );
  const words: TimedWord[] = [];
  const turns: TimedEpisode['turns'] = [];
  let clock = LONGEST_MUSIC_MS * next();
  for (const { passages } of corpus.episodes()) {
    for (const passage of passages) {
      const speaker = turns.length % 2;
      const text = intoSentences(passage.text.split(' '), next);
      turns.push({ speaker, text, startMs: Math.round(clock) });
      const letterMs = 60_000 / (PACES[speaker] ?? 165) / 5.5;
      for (const word of text.split(' ')) {
        const endMs = clock + (word.length + 1) * letterMs * (0.6 + 0.8 * next());
        words.push({ text: word, startMs: clock, endMs });
        clock = endMs + (next() < 0.08 ? 400 * next() : 0);
      }
      clock += 150 + 900 * next();
    }
  }
  return {
    id: `made up, ${hours} h, seed ${seed}`,
    turns,
    words,
    durationMs: Math.round(clock),
    chapters: turns.flatMap(({ startMs }, turn) =>
      turn > 0 && turn % CHAPTER_TURNS === 0 && startMs !== null
        ? [{ title: `Part ${turn / CHAPTER_TURNS}`, turn, startMs }]
        : [],
    ),
  };
}

/** Sentences of a few words to a couple of dozen. */
function intoSentences(words: readonly string[], next: () => number): string {
  let left = 0;
  return words
    .map((word, i) => {
      const begins = left === 0;
      if (begins) left = 4 + Math.floor(20 * next());
      left--;
      const said = begins ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      return left === 0 && i + 1 < words.length ? `${said}.` : said;
    })
    .join(' ');
}
