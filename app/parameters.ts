import { z } from 'zod';
import { MOST_CHARACTERS } from '../lib/check/pasted.ts';

/** Names in URLs: words of any script, joined by single hyphens. */
export const Slug = z
  .string()
  .max(200)
  .regex(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u, { error: 'is not a name that Earmark gives' });

const text = z.string().max(1000, { error: 'must be at most 1,000 characters' });
const page = z.coerce
  .number({ error: 'must be a whole number from 1' })
  .int({ error: 'must be a whole number from 1' })
  .min(1, { error: 'must be a whole number from 1' })
  .max(100_000, { error: 'must be at most 100000' })
  .default(1);
const perPage = z.coerce
  .number({ error: 'must be a whole number from 1 to 100' })
  .int({ error: 'must be a whole number from 1 to 100' })
  .min(1, { error: 'must be a whole number from 1 to 100' })
  .max(100, { error: 'must be a whole number from 1 to 100' })
  .default(20);
const day = z.iso.date({ error: 'must be a date such as 2026-06-01' }).optional();

const RATIO = 'must be a number from 0 (words alone) to 1 (meaning first)';

export const SearchParameters = z.object({
  q: text.default(''),
  speaker: text.optional(),
  episode: text.optional(),
  show: text.optional(),
  section: text.optional(),
  /** Whose questions, and whose answers. */
  asked: text.optional(),
  answered: text.optional(),
  after: day,
  before: day,
  year: z
    .string()
    .regex(/^\d{4}$/, { error: 'must be a year such as 2026' })
    .optional(),
  sort: z.enum(['relevance', 'date'], { error: 'must be relevance or date' }).default('relevance'),
  /** "episode": a page of episodes, each with its best moments. */
  group: z.enum(['passage', 'episode'], { error: 'must be passage or episode' }).default('passage'),
  /** How much meaning weighs against words, where an embedder is configured. */
  semanticRatio: z.coerce
    .number({ error: RATIO })
    .min(0, { error: RATIO })
    .max(1, { error: RATIO })
    .optional(),
  page,
  perPage,
});
export type SearchParameters = z.infer<typeof SearchParameters>;

/** A quote to be checked, as it was pasted. */
export const CheckParameters = z.object({
  text: z
    .string({ error: 'must hold the quote to check' })
    .max(MOST_CHARACTERS, { error: 'must be at most 10,000 characters' }),
});

export const ListParameters = z.object({ page, perPage });

/** Episodes, of one show or of all. */
export const LibraryParameters = ListParameters.extend({ show: Slug.optional() });

/** A part of a sitemap that is too long for one. */
export const SitemapParameters = z.object({ part: page.unwrap().optional() });

/** A place to open; what is no place is passed over, so that the episode opens at the link's fragment. */
const place = z.string().max(200).optional().catch(undefined);

export const ReaderParameters = z.object({
  q: text.optional(),
  /** A quote to highlight. */
  quote: place,
  /** Where to open, as search hits give it. */
  hit: place,
  /** The address of words, as shared links carry it. */
  at: place,
  speaker: Slug.optional(),
  /** Only the densest turns, as much as can be read in so many minutes. */
  minutes: z.coerce.number().int().min(1).max(240).optional(),
});

const character = z.coerce
  .number({ error: 'must be a whole number from 0' })
  .int({ error: 'must be a whole number from 0' })
  .min(0, { error: 'must be a whole number from 0' })
  .max(10_000_000, { error: 'must be at most 10000000' })
  .optional();

/** Which words of an episode to draw: a turn, and characters of its text. */
export const PictureParameters = z
  .object({
    turn: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: 'must be the ID of a turn, as in #turn-ID' })
      .optional(),
    start: character,
    end: character,
    /** The address of words, as shared links carry it. */
    at: z.string().max(200, { error: 'must be at most 200 characters' }).optional(),
  })
  .refine(({ turn, start, end }) => turn !== undefined || (start ?? end) === undefined, {
    path: ['turn'],
    error: 'must say of which turn start and end are characters',
  });

const pixels = z.coerce
  .number({ error: 'must be a number of pixels from 1' })
  .int({ error: 'must be a whole number of pixels' })
  .min(1, { error: 'must be a number of pixels from 1' })
  .optional();

/** A request for a card by the address of its page (https://oembed.com). */
export const OEmbedParameters = z.object({
  url: z
    .string({ error: 'must hold the address of a page of this site' })
    .max(2000, { error: 'must be at most 2,000 characters' }),
  /** Any: the protocol has an answer of its own to one that is not known. */
  format: z.string().max(100).default('json'),
  maxwidth: pixels,
  maxheight: pixels,
});

/** Of repeated parameters the first counts; empty ones count as absent. */
export function firstValues(
  parameters: Iterable<readonly [string, string | string[] | undefined]>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of parameters) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first && !Object.hasOwn(values, name)) values[name] = first;
  }
  return values;
}

/** A name as it stands in a route, percent-decoded; null where it is none. */
export function slugFrom(raw: string): string | null {
  try {
    return Slug.parse(decodeURIComponent(raw).normalize('NFC'));
  } catch {
    return null;
  }
}
