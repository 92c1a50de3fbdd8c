import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EpisodePassages, Passage } from '../../lib/search/passage.ts';
import { passageSpans } from '../../lib/search/passages.ts';
import type { PlacedTurn } from '../../lib/store/views.ts';
import { decode } from '../../lib/transcript/decode.ts';
import { parseTranscript } from '../../lib/transcript/formats/index.ts';
import { sentences } from '../../lib/understanding/sentences.ts';
import { makeCorpus } from './corpus.ts';
import { type GoldDocument, half, readGold } from './gold.ts';

/** A conversation to be indexed, or kept out of the index. */
export interface Talk {
  id: string;
  turns: string[];
  part: 'tuning' | 'report';
}

export interface CheckCorpus {
  indexed: Talk[];
  /** Not in the library: whatever is found of it is found wrongly. */
  elsewhere: Talk[];
}

const SEEDS = path.resolve(import.meta.dirname, '../../seeds');
/** Every so many-th document stays out of the index. */
const KEPT_OUT = 4;
/** Without documents of people's: made-up ones. */
const MADE_UP = { turns: 4_000, wordsPerTurn: 45, vocabulary: 8_000, turnsPerEpisode: 200 };

/** The seeds and a folder of conversations; where there is none, made-up ones. */
export function readCorpus(folder: string): CheckCorpus {
  const talks = readGold(folder).map(toTalk);
  const all = talks.length > 0 ? talks : madeUp();
  return {
    indexed: [...seeds(), ...all.filter((_, i) => i % KEPT_OUT !== 0)],
    elsewhere: all.filter((_, i) => i % KEPT_OUT === 0),
  };
}

const toTalk = ({ id, conversation }: GoldDocument): Talk => ({
  id,
  turns: conversation.turns.map(({ text }) => text),
  part: half(id),
});

const seeds = (): Talk[] =>
  readdirSync(SEEDS)
    .filter((name) => name.endsWith('.txt') || name.endsWith('.md'))
    .flatMap((name) => {
      const { turns } = parseTranscript(decode(readFileSync(path.join(SEEDS, name))));
      const texts = turns.map(({ text }) => text);
      return [{ id: name, turns: texts, part: 'report' as const }];
    });

const madeUp = (): Talk[] =>
  [...makeCorpus(MADE_UP).episodes()].map(({ episodeId, passages }) => ({
    id: `made-up-${episodeId}`,
    turns: passages.map(({ text }) => text),
    part: half(`made-up-${episodeId}`),
  }));

/** A talk as the engine indexes it. */
export function toPassages({ id, turns }: Talk, episodeId: number): EpisodePassages {
  const passages = turns.flatMap((text, turn) =>
    passageSpans(text).map(
      ({ start, end }): Passage => ({
        id: `${episodeId}-${turn}-${start}`,
        episodeId,
        episodeSlug: id,
        episodeTitle: id,
        showSlug: 'show',
        showTitle: 'Show',
        date: null,
        sectionSlug: null,
        sectionTitle: null,
        sectionStartMs: null,
        speakerSlug: null,
        speakerName: null,
        turn,
        turnId: `t${turn}`,
        offset: start,
        startMs: 0,
        timing: 'estimated',
        asks: false,
        question: null,
        text: text.slice(start, end),
      }),
    ),
  );
  return { episodeId, contentHash: 'bench', passages };
}

export const placedTurns = ({ id, turns }: Talk): PlacedTurn[] =>
  turns.map((text, position) => ({
    episode: id,
    position,
    anchor: `t${position}`,
    speaker: null,
    text,
  }));

/** Sentences of a talk with this many words, and the turn of each. */
export function sentencesOf({ turns }: Talk, least: number, most: number) {
  return turns.flatMap((text, turn) =>
    sentences(text, 'en').flatMap(({ start, end }) => {
      const sentence = text.slice(start, end).trim();
      const words = sentence.split(/\s+/).length;
      return words >= least && words <= most ? [{ text: sentence, turn }] : [];
    }),
  );
}
