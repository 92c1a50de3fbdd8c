import { centrality } from './centrality.ts';
import {
  beginsCleanly,
  disfluency,
  isCourtesy,
  isFinished,
  isQuestion,
  leans,
  openers,
  pointsBack,
} from './sentence-form.ts';
import { type Candidate, inverseFrequencies, pickVaried, weigh } from './similarity.ts';
import type { Statement } from './statements.ts';
import type { SummaryPoint, TopicSection } from './understanding.ts';

const SHORTEST = 9;
const LONGEST = 45;

interface Point extends Candidate {
  statement: Statement;
  shown: string;
}

/** How many points an episode of so many words has: 5 to 10, fewer where there is little to tell. */
export function pointsFor(words: number): number {
  if (words < 150) return words < 40 ? 0 : 1;
  return Math.max(2, Math.min(10, Math.round(2.2 * Math.log2(words / 300))));
}

/**
 * An extractive summary: about one sentence for each of the larger sections, in the order of the
 * conversation. A sentence is worth its centrality in its section (TextRank), more where it stands
 * early in the section, more where it answers a question; one that greets, asks, leans on the
 * sentence before or stumbles is left out. Points that repeat each other are dropped by MMR.
 * Leading fillers ("Yeah, so") are not shown; the rest is verbatim.
 */
export function summarize(
  statements: readonly Statement[],
  sections: readonly TopicSection[],
): SummaryPoint[] {
  const words = statements.reduce((sum, s) => sum + s.words.length, 0);
  const wanted = pointsFor(words);
  const idf = inverseFrequencies(statements.map((s) => s.terms));
  const bySection = sections.map((_, i) => statements.filter((s) => s.section === i));
  const weights = bySection.map((members) => members.reduce((sum, s) => sum + s.words.length, 0));
  const candidates = bySection.flatMap((members, i) => {
    const vectors = members.map((s) => weigh(s.terms, idf));
    const ranks = centrality(vectors);
    const size = Math.min(1, (weights[i] ?? 0) / (words / Math.max(1, sections.length)));
    return members.flatMap((statement, place) => {
      const shown = showable(statement);
      if (shown === null) return [];
      const early = 1 - (0.4 * place) / Math.max(1, members.length);
      const answer = statement.answers ? 1.25 : 1;
      const clean = 1 - 2 * Math.min(0.4, disfluency(statement.words));
      const score = (ranks[place] ?? 0) * early * answer * clean * (0.4 + 0.6 * size);
      const vector = vectors[place] ?? new Map();
      return score > 0 ? [{ statement, shown, score, vector }] : [];
    });
  });
  const most = Math.max(1, Math.ceil(wanted / Math.max(1, sections.length)));
  const chosen = pickVaried<Point>(candidates, wanted, 0.3, (candidate, taken) => {
    const here = taken.filter((t) => t.statement.section === candidate.statement.section).length;
    return here >= most ? Number.POSITIVE_INFINITY : here * 0.2;
  });
  return chosen
    .sort((a, b) => a.statement.turn - b.statement.turn || a.statement.start - b.statement.start)
    .map(({ statement, shown }) => ({ text: shown, turns: [statement.turn] }));
}

/** What would be shown of a sentence, or null where it cannot stand alone. */
function showable(statement: Statement): string | null {
  const { text, words, start } = statement;
  if (words.length < SHORTEST || words.length > LONGEST + 3) return null;
  if (!isFinished(text) || isQuestion(text) || isCourtesy(text)) return null;
  const skipped = openers(text, words, start);
  const rest = words.slice(skipped);
  const first = rest[0];
  if (!first || rest.length < SHORTEST || rest.length > LONGEST) return null;
  if (leans(rest) || pointsBack(rest, 6) > 0) return null;
  const shown = text.slice(first.start - start);
  if (skipped === 0) return beginsCleanly(shown) ? shown : null;
  return shown.charAt(0).toLocaleUpperCase() + shown.slice(1);
}
