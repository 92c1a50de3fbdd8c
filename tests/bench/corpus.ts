import type { EpisodePassages, Passage } from '../../lib/search/passage.ts';

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface CorpusSize {
  turns: number;
  wordsPerTurn: number;
  vocabulary: number;
  turnsPerEpisode: number;
}

export interface Corpus {
  /** From the most frequent to the rarest. */
  words: string[];
  episodes(): Generator<EpisodePassages>;
}

const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve vi wo ya zo'.split(
    ' ',
  );
const ENDINGS = ['', 'n', 's', 'r', 'l', 't', 'nd', 'm'];

/** Of the words of an episode this share are about its subject, and come again and again in it. */
const ON_SUBJECT = 0.15;
const SUBJECT_WORDS = 120;
/** The commonest words are no subject. */
const LEAST_RANK = 100;
/** Words of a sentence, in the mean; and how often a comma follows one, or a question ends it. */
const SENTENCE = { words: 13, comma: 0.07, question: 0.1 };
const MOST_WORDS = 160;

/**
 * Made-up speech in sentences. Its words are as unequally frequent as in a language: the n-th has a
 * share proportional to 1/n (Zipf 1949), and each episode has words of its own that come in bursts. The
 * same seed gives the same corpus.
 */
export function makeCorpus(size: CorpusSize, seed = 7): Corpus {
  const words = makeWords(size.vocabulary, random(seed));
  const weights: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= words.length; rank++) {
    total += 1 / rank;
    weights.push(total);
  }
  return {
    words,
    *episodes() {
      const next = random(seed + 1);
      const pick = (least = 0) => {
        const wanted = least + next() * (total - least);
        let [low, high] = [0, weights.length - 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((weights[middle] ?? 0) < wanted) low = middle + 1;
          else high = middle;
        }
        return words[low] ?? '';
      };
      const above = weights[Math.min(LEAST_RANK, weights.length - 1)];
      for (let episode = 0; episode * size.turnsPerEpisode < size.turns; episode++) {
        const passages: Passage[] = [];
        const subject = Array.from({ length: SUBJECT_WORDS }, () => pick(above));
        const say = () =>
          next() < ON_SUBJECT ? (subject[Math.floor(next() ** 2 * SUBJECT_WORDS)] ?? '') : pick();
        for (let turn = 0; turn < size.turnsPerEpisode; turn++) {
          const length = Math.max(1, Math.round(size.wordsPerTurn * -Math.log(1 - next())));
          const said = Array.from({ length: Math.min(length, MOST_WORDS) }, say);
          passages.push(passage(episode, turn, inSentences(said, next)));
        }
        yield { episodeId: episode + 1, contentHash: `corpus-${seed}`, passages };
      }
    },
  };
}

/** Capital letters, commas and ends of sentences, as a transcript has them. */
function inSentences(words: readonly string[], next: () => number): string {
  let begins = true;
  return words
    .map((word, i) => {
      const said = begins ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      begins = i === words.length - 1 || next() < 1 / SENTENCE.words;
      if (begins) return `${said}${next() < SENTENCE.question ? '?' : '.'}`;
      return next() < SENTENCE.comma ? `${said},` : said;
    })
    .join(' ');
}

function passage(episode: number, turn: number, text: string): Passage {
  const speaker = turn % 2 === 0 ? 'Host' : `Guest ${episode % 40}`;
  const slug = speaker.toLowerCase().replace(' ', '-');
  return {
    id: `${episode + 1}-${turn}-0`,
    episodeId: episode + 1,
    episodeSlug: `episode-${episode + 1}`,
    episodeTitle: `Episode ${episode + 1}`,
    showSlug: `show-${episode % 5}`,
    showTitle: `Show ${episode % 5}`,
    date: new Date(Date.UTC(2015, 0, 1 + episode * 3)).toISOString().slice(0, 10),
    sectionSlug: `part-${turn >> 5}`,
    sectionTitle: `Part ${turn >> 5}`,
    sectionStartMs: (turn >> 5) * 320_000,
    speakerSlug: slug,
    speakerName: speaker,
    turn,
    turnId: `t${episode}x${turn}`,
    offset: 0,
    startMs: turn * 10_000,
    timing: 'estimated',
    asks: false,
    question: null,
    text,
  };
}

/** Short words first, as in languages. */
function makeWords(count: number, next: () => number): string[] {
  const words = new Set<string>();
  const any = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  while (words.size < count) {
    const syllables = 1 + Math.floor(Math.log10(words.size + 1) * 0.7 + next() * 1.6);
    words.add(Array.from({ length: syllables }, () => any(SYLLABLES)).join('') + any(ENDINGS));
  }
  return [...words];
}
