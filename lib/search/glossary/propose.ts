import { forms } from '../normalise.ts';
import { noFilters, type Query } from '../query.ts';
import { findSoundAlikes, type SoundTools } from '../sound/find.ts';
import { looksMisheard } from './looks-misheard.ts';

/** Words of a library that may have been meant as a term. */
export interface Proposal {
  term: string;
  /** Verbatim, as it stands most often. */
  heard: string;
  places: number;
  /** How far it is from the term, in sounds and letters: 0 for the same. */
  distance: number;
  /** One of them: an episode's slug, a turn's anchor and the sentence around the words. */
  example: { episode: string; anchor: string; text: string; start: number; end: number };
}

/** A term of a library and how often it stands there as it should. */
export interface KnownTerm {
  term: string;
  mentions: number;
}

/** A word of a longer term is a term by itself from so many letters on. */
const TELLING_LETTERS = 8;
/** A misheard form stands seldom beside the term itself; one that is as frequent is a word of its own. */
const SELDOM = 0.5;
/** Characters of context on each side of an example. */
const AROUND = 60;

/**
 * Rare words of a show that sound like one of its terms and look misheard, to be judged by a person: the
 * most alike first, at most `perTerm` forms of each term. What is itself a term is never proposed. Where
 * the person has `judged` the terms, all that sounds alike is shown.
 */
export async function proposeEntries(
  show: string,
  terms: readonly KnownTerm[],
  tools: SoundTools,
  { perTerm = 5, judged = false }: { perTerm?: number; judged?: boolean } = {},
): Promise<Proposal[]> {
  const known = new Set(terms.map(({ term }) => forms(term).join(' ')));
  const proposals: Proposal[] = [];
  for (const { term, mentions } of withTheirWords(terms)) {
    const found = new Map<string, Proposal>();
    for (const { passage, matches } of await findSoundAlikes(asQuery(term, show), tools)) {
      const [match] = matches;
      if (!match) continue;
      const { text, episodeSlug, turnId } = passage;
      const heard = text.slice(match.start, match.end);
      const key = forms(heard).join(' ');
      if (known.has(key)) continue;
      const distance = looksMisheard(term, { text, ...match });
      if (distance === null && !judged) continue;
      const before = found.get(key);
      if (before) {
        before.places++;
        continue;
      }
      const from = Math.max(0, match.start - AROUND);
      found.set(key, {
        term,
        heard,
        places: 1,
        distance: distance ?? Infinity,
        example: {
          episode: episodeSlug,
          anchor: turnId,
          text: text.slice(from, match.end + AROUND),
          start: match.start - from,
          end: match.end - from,
        },
      });
    }
    const seldom = [...found.values()].filter(
      ({ places }) => judged || places <= Math.max(1, mentions * SELDOM),
    );
    proposals.push(...seldom.slice(0, perTerm));
  }
  return proposals.sort((a, b) => a.distance - b.distance);
}

/** “distillation” is as much a term as “step distillation”. */
function withTheirWords(terms: readonly KnownTerm[]): KnownTerm[] {
  const words = new Map<string, KnownTerm>();
  for (const { term, mentions } of terms) {
    const parts = forms(term).filter((form) => form.length >= TELLING_LETTERS);
    for (const part of forms(term).length > 1 ? parts : []) {
      words.set(part, { term: part, mentions: mentions + (words.get(part)?.mentions ?? 0) });
    }
  }
  for (const { term } of terms) words.delete(forms(term).join(' '));
  return [...terms, ...words.values()];
}

function asQuery(term: string, show: string): Query {
  return {
    raw: term,
    must: forms(term).map((form) => ({ tokens: [form], exact: false, prefix: false })),
    not: [],
    filters: { ...noFilters(), show: [{ slug: show }] },
  };
}
