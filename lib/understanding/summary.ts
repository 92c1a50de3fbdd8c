import { centrality } from './centrality.ts';
import { isSelfContained } from './self-contained.ts';
import {
  beginsCleanly,
  disfluency,
  isAddressed,
  isCourtesy,
  isFinished,
  isQuestion,
  leans,
  pointsBack,
} from './sentence-form.ts';
import { asShown } from './shown.ts';
import { cosine, inverseFrequencies, type TermVector, weigh } from './similarity.ts';
import type { Statement } from './statements.ts';
import type { SummaryPoint } from './understanding.ts';
import { words as wordsOf } from './words.ts';

const SHORTEST = 8;
const LONGEST = 42;
/** Two points that share more than this (cosine) say the same. */
const REPEATS = 0.45;
/** So many of the episode's terms are what it is about. */
const KEY_TERMS = 80;

/** A sentence that could stand in a summary. */
interface Candidate {
  statement: Statement;
  shown: string;
  /** What it is worth by itself, 0 to about 1.5. */
  worth: number;
  vector: TermVector;
}

/** How many points an episode of so many words has: up to 10, fewer where there is little to tell. */
export function pointsFor(words: number): number {
  if (words < 150) return words < 40 ? 0 : 1;
  return Math.max(2, Math.min(10, Math.round(2.2 * Math.log2(words / 300))));
}

/** Points of a section of so many words. */
function sectionPoints(words: number): number {
  return words < 60 ? 0 : words < 900 ? 1 : 2;
}

/** A summary of the episode and one of each section, in the order of the conversation. */
export interface Summaries {
  episode: SummaryPoint[];
  sections: SummaryPoint[][];
}

/**
 * Extractive summaries. A sentence is worth its centrality in its section (TextRank), more where it
 * stands early in the section, answers a question, names or counts something; one that greets, asks,
 * leans on the sentence before, speaks to the other person or stumbles is left out. Points are taken
 * one by one, each for its worth and for what it adds of the key terms not yet covered (a budgeted
 * maximum coverage, greedily: Lin & Bilmes 2011); those that repeat another are dropped. The
 * episode's points are shared out over the sections by their length.
 */
export function summarize(statements: readonly Statement[], sections: number): Summaries {
  const idf = inverseFrequencies(statements.map((s) => s.terms));
  const keyTerms = readKeyTerms(statements, idf);
  const members = Array.from({ length: sections }, () => [] as Statement[]);
  for (const statement of statements) members[statement.section]?.push(statement);
  const lengths = members.map((own) => own.reduce((sum, s) => sum + s.words.length, 0));
  const candidates = members.map((own) => readCandidates(own, idf));
  const total = lengths.reduce((sum, n) => sum + n, 0);

  const episode = new Picker(keyTerms);
  for (const section of shareOut(pointsFor(total), lengths, candidates)) {
    episode.take(candidates[section] ?? []);
  }
  return {
    episode: episode.points(),
    sections: candidates.map((own, i) => {
      const picker = new Picker(readKeyTerms(members[i] ?? [], idf));
      for (let n = sectionPoints(lengths[i] ?? 0); n > 0; n--) picker.take(own);
      return picker.points();
    }),
  };
}

/** Takes points one by one and remembers what they cover. */
class Picker {
  private readonly taken: Candidate[] = [];
  private readonly covered = new Set<string>();
  private readonly all: number;

  constructor(private readonly keyTerms: TermVector) {
    this.all = [...keyTerms.values()].reduce((sum, w) => sum + w, 0) || 1;
  }

  take(candidates: readonly Candidate[]): void {
    let best: { candidate: Candidate; value: number } | undefined;
    for (const candidate of candidates) {
      if (this.taken.some((other) => repeats(candidate, other))) continue;
      const value = candidate.worth * (0.5 + this.gain(candidate));
      if (!best || value > best.value) best = { candidate, value };
    }
    if (!best || best.value <= 0) return;
    this.taken.push(best.candidate);
    for (const term of best.candidate.statement.terms) this.covered.add(term);
  }

  /** What it adds of the key terms, in the value of ten average ones. */
  private gain({ statement }: Candidate): number {
    let sum = 0;
    for (const term of new Set(statement.terms)) {
      if (!this.covered.has(term)) sum += this.keyTerms.get(term) ?? 0;
    }
    return (sum / this.all) * (this.keyTerms.size / 10);
  }

  points(): SummaryPoint[] {
    return this.taken
      .map(({ statement, shown }) => ({ statement, shown }))
      .sort((a, b) => a.statement.turn - b.statement.turn || a.statement.start - b.statement.start)
      .map(({ statement: { turn, start, end }, shown }) => ({
        text: shown,
        turns: [turn],
        verbatim: [{ turn, start, end }],
      }));
  }
}

const repeats = (a: Candidate, b: Candidate) =>
  a.statement === b.statement || cosine(a.vector, b.vector) > REPEATS;

/** The terms a text is about, by TF-IDF, with their weights. */
function readKeyTerms(statements: readonly Statement[], idf: TermVector): TermVector {
  const weights = weigh(
    statements.flatMap((s) => s.terms),
    idf,
  );
  return new Map([...weights].sort((a, b) => b[1] - a[1]).slice(0, KEY_TERMS));
}

/**
 * Which section each point comes from: one after the other goes to the section that has the most
 * words for the points it has (Webster's method), as long as it has sentences to offer.
 */
function shareOut(
  points: number,
  lengths: readonly number[],
  candidates: readonly (readonly Candidate[])[],
): number[] {
  const given = lengths.map(() => 0);
  const order: number[] = [];
  for (let n = 0; n < points; n++) {
    let best = -1;
    let most = 0;
    lengths.forEach((length, i) => {
      const seats = given[i] ?? 0;
      if (seats >= (candidates[i]?.length ?? 0)) return;
      const claim = length / (2 * seats + 1);
      if (claim > most) {
        most = claim;
        best = i;
      }
    });
    if (best < 0) break;
    given[best] = (given[best] ?? 0) + 1;
    order.push(best);
  }
  return order;
}

function readCandidates(members: readonly Statement[], idf: TermVector): Candidate[] {
  const vectors = members.map((s) => weigh(s.terms, idf));
  const ranks = centrality(vectors);
  return members.flatMap((statement, place) => {
    const shown = showable(statement);
    if (shown === null) return [];
    const early = 1 - (0.3 * place) / Math.max(1, members.length);
    const answer = statement.answers ? 1.2 : 1;
    const clean = 1 - 4 * Math.min(0.2, disfluency(wordsOf(shown)));
    const definite = /\s\p{Lu}|\d/u.test(shown) ? 1.15 : 1;
    const worth = (0.15 + (ranks[place] ?? 0)) * early * answer * clean * definite;
    return worth > 0 ? [{ statement, shown, worth, vector: vectors[place] ?? new Map() }] : [];
  });
}

/** What would be shown of a sentence, or null where it cannot stand alone. */
function showable({ text, words, start, terms }: Statement): string | null {
  if (words.length < SHORTEST || words.length > LONGEST + 12) return null;
  if (!isFinished(text) || isQuestion(text) || isCourtesy(text) || isAddressed(text)) return null;
  const shown = asShown(text, words, start);
  const kept = wordsOf(shown);
  if (kept.length < SHORTEST || kept.length > LONGEST || terms.length < 3) return null;
  if (leans(kept) || pointsBack(kept, 6) > 0 || !beginsCleanly(shown)) return null;
  if (!isSelfContained(shown)) return null;
  // A sentence that begins in lower case was cut off from what stands before it.
  return beginsCleanly(text) ? shown : null;
}
