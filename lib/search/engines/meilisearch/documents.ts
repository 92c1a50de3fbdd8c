import { z } from 'zod';
import { forms } from '../../normalise.ts';
import { type EpisodePassages, type Passage, speakerNames } from '../../passage.ts';
import { searchedWords } from '../../searched-words.ts';

/** A passage as Meilisearch holds it: what is shown, and beside it what is searched and filtered by. */
export interface PassageDocument extends Passage {
  /** The only attribute that is searched: our own tokens, so that both engines see the same words. */
  norm: string;
  speakerWords: string[];
  episodeWords: string[];
  showWords: string[];
  sectionWords: string[];
  /** Slug and label in one value, for facet counts that can be shown. */
  speakerFacet: string | null;
  episodeFacet: string;
  showFacet: string;
  /** The date as a number, 20260601: filters compare numbers only. */
  day: number | null;
  year: string | null;
  answers: boolean;
  contentHash: string;
}

/** What says that an episode is there as a whole; written after its passages. */
export interface EpisodeDocument {
  id: number;
  contentHash: string;
}

const SEPARATOR = '\t';
/** Meilisearch cuts values that are longer than 468 bytes. */
const MOST_LABEL = 100;

const facet = (slug: string, label: string) => `${slug}${SEPARATOR}${label.slice(0, MOST_LABEL)}`;

/** The slug and label behind a facet's value. */
export function readFacet(value: string): { value: string; label: string } {
  const at = value.indexOf(SEPARATOR);
  return at < 0
    ? { value, label: value }
    : { value: value.slice(0, at), label: value.slice(at + 1) };
}

export const dayNumber = (date: string): number => Number(date.replaceAll('-', ''));

export function toDocuments({ passages, contentHash }: EpisodePassages): PassageDocument[] {
  return passages.map((passage) => ({
    ...passage,
    norm: searchedWords(passage),
    speakerWords: forms(speakerNames(passage)),
    episodeWords: forms(passage.episodeTitle),
    showWords: forms(passage.showTitle),
    sectionWords: forms(passage.sectionTitle ?? ''),
    speakerFacet:
      passage.speakerSlug === null
        ? null
        : facet(passage.speakerSlug, passage.speakerName ?? passage.speakerSlug),
    episodeFacet: facet(passage.episodeSlug, passage.episodeTitle),
    showFacet: facet(passage.showSlug, passage.showTitle),
    day: passage.date === null ? null : dayNumber(passage.date),
    year: passage.date === null ? null : passage.date.slice(0, 4),
    answers: passage.question !== null,
    contentHash,
  }));
}

/** What comes back; the server may be another version, or no Meilisearch at all. */
const StoredPassage = z.object({
  id: z.string(),
  episodeId: z.number(),
  episodeSlug: z.string(),
  episodeTitle: z.string(),
  showSlug: z.string(),
  showTitle: z.string(),
  date: z.string().nullable(),
  sectionSlug: z.string().nullable(),
  sectionTitle: z.string().nullable(),
  sectionStartMs: z.number().nullable(),
  speakerSlug: z.string().nullable(),
  speakerName: z.string().nullable(),
  speakerSpellings: z.array(z.string()).optional(),
  turn: z.number(),
  turnId: z.string(),
  offset: z.number(),
  startMs: z.number(),
  timing: z.enum(['given', 'aligned', 'estimated']),
  text: z.string(),
  asks: z.boolean(),
  question: z.object({ speaker: z.string().nullable(), text: z.string() }).nullable(),
  corrections: z
    .array(z.object({ start: z.number(), end: z.number(), term: z.string() }))
    .optional(),
}) satisfies z.ZodType<Passage>;

export const SearchResponse = z.object({
  hits: z.array(StoredPassage),
  totalHits: z.number().optional(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});
/** The same, where only what tells hits apart was asked for. */
export const RankedResponse = SearchResponse.extend({
  hits: z.array(z.object({ id: z.string(), episodeSlug: z.string() })),
});
const score = { _rankingScore: z.number() };
/** Where scores were asked for: of hits that are told apart only, or of whole passages. */
export const ScoredResponse = SearchResponse.extend({
  hits: z.array(z.object({ id: z.string(), episodeSlug: z.string(), ...score })),
});
export const ScoredPassages = z.object({ hits: z.array(StoredPassage.extend(score)) });
/** What means much the same. */
export const SimilarResponse = z.object({
  hits: z.array(z.object({ id: z.string(), text: z.string(), ...score })),
});
export const EpisodeDocuments = z.object({
  results: z.array(z.object({ id: z.number(), contentHash: z.string() })),
  total: z.number(),
});
export const PASSAGE_FIELDS = Object.keys(StoredPassage.shape);
