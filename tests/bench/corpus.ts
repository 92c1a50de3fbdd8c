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

/**
 * Made-up speech whose words are as unequally frequent as in a language: the n-th has a share
 * proportional to 1/n (Zipf 1949). The same seed gives the same corpus.
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
      const pick = () => {
        const wanted = next() * total;
        let [low, high] = [0, weights.length - 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((weights[middle] ?? 0) < wanted) low = middle + 1;
          else high = middle;
        }
        return words[low] ?? '';
      };
      for (let episode = 0; episode * size.turnsPerEpisode < size.turns; episode++) {
        const passages: Passage[] = [];
        for (let turn = 0; turn < size.turnsPerEpisode; turn++) {
          const length = Math.max(1, Math.round(size.wordsPerTurn * -Math.log(1 - next())));
          const text = Array.from({ length: Math.min(length, 160) }, pick).join(' ');
          passages.push(passage(episode, turn, `${text}.`));
        }
        yield { episodeId: episode + 1, contentHash: `corpus-${seed}`, passages };
      }
    },
  };
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
