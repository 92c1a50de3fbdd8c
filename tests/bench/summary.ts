import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compose } from '../../lib/ingest/compose.ts';
import { inverseFrequencies, weigh } from '../../lib/understanding/similarity.ts';
import { readStatements, type Statement } from '../../lib/understanding/statements.ts';
import { understand } from '../../lib/understanding/understand.ts';
import type { Conversation } from '../../lib/understanding/understanding.ts';
import { termReader, words } from '../../lib/understanding/words.ts';
import { GOLD_DIR, readGold } from './gold.ts';

/** What an episode is about, for this measure: so many of its terms, by TF-IDF over all episodes. */
const KEY_TERMS = 40;

/** One way of summarising, over a set of episodes: macro means. */
export interface SummaryRow {
  set: string;
  method: string;
  episodes: number;
  /** Share of the episode's key terms that the summary has, weighted by TF-IDF, 0 to 1. */
  coverage: number;
  /** Share of the sections that the summary has something of, 0 to 1. */
  sections: number;
  words: number;
}

interface Episode {
  set: string;
  conversation: Conversation;
  publisher: string | null;
}

/**
 * Coverage of key terms and of sections: our summary beside the first sentences (lead) and evenly
 * spread sentences of the same number of words, and beside the publisher's own where there is one.
 */
export function benchSummary(gold: string): SummaryRow[] {
  const episodes = [...readSeeds(), ...readGoldEpisodes(gold)];
  const termOf = termReader('en');
  const termsOf = (text: string) => words(text).flatMap((word) => termOf(word.key) ?? []);
  const documents = episodes.map(({ conversation }) =>
    conversation.turns.flatMap(({ text }) => termsOf(text)),
  );
  const idf = inverseFrequencies(documents);
  const sums = new Map<string, SummaryRow>();
  episodes.forEach(({ set, conversation, publisher }, i) => {
    const key = new Map(
      [...weigh(documents[i] ?? [], idf)].sort((a, b) => b[1] - a[1]).slice(0, KEY_TERMS),
    );
    const all = [...key.values()].reduce((sum, weight) => sum + weight, 0);
    const { sections, summary } = understand(conversation);
    const statements = readStatements(conversation, sections, termOf).filter(
      (s) => s.words.length >= 5,
    );
    const budget = summary.reduce((sum, { text }) => sum + words(text).length, 0);
    const add = (method: string, text: string, turns: readonly number[] | null) => {
      const said = new Set(termsOf(text));
      let covered = 0;
      for (const [term, weight] of key) if (said.has(term)) covered += weight;
      const touched = sections.filter(
        ({ firstTurn, lastTurn }) =>
          turns?.some((turn) => turn >= firstTurn && turn <= lastTurn) ?? false,
      );
      const name = `${set}\n${method}`;
      const row = sums.get(name) ?? {
        set,
        method,
        episodes: 0,
        coverage: 0,
        sections: 0,
        words: 0,
      };
      row.episodes++;
      row.coverage += covered / Math.max(1e-9, all);
      row.sections += turns === null ? Number.NaN : touched.length / Math.max(1, sections.length);
      row.words += words(text).length;
      sums.set(name, row);
    };
    const choice = (method: string, chosen: readonly Statement[]) =>
      add(
        method,
        chosen.map(({ text }) => text).join(' '),
        chosen.map(({ turn }) => turn),
      );
    choice('lead', within(statements, budget));
    const mean = statements.reduce((sum, s) => sum + s.words.length, 0) / statements.length;
    choice('even', spread(statements, Math.round(budget / mean)));
    add(
      'earmark',
      summary.map(({ text }) => text).join(' '),
      summary.flatMap(({ turns }) => turns),
    );
    if (publisher) add('publisher', publisher, null);
  });
  return [...sums.values()].map((row) => ({
    ...row,
    coverage: row.coverage / row.episodes,
    sections: row.sections / row.episodes,
    words: row.words / row.episodes,
  }));
}

function within(statements: readonly Statement[], budget: number): Statement[] {
  let left = budget;
  return statements.filter((s) => {
    left -= s.words.length;
    return left >= 0;
  });
}

function spread(statements: readonly Statement[], count: number): Statement[] {
  const step = statements.length / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => statements[Math.floor((i + 0.5) * step)]).flatMap(
    (s) => s ?? [],
  );
}

function readSeeds(): Episode[] {
  const folder = path.resolve(import.meta.dirname, '../../seeds');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const location = path.join(folder, name);
      const { record } = compose({ location, bytes: readFileSync(location) }, { speakers: [] });
      return { set: 'seed', conversation: record, publisher: record.publisherSummary };
    });
}

function readGoldEpisodes(gold: string): Episode[] {
  return readGold(gold).map(({ set, conversation }) => ({ set, conversation, publisher: null }));
}

/** The rows as a table that a person reads. */
export function summaryTable(rows: readonly SummaryRow[]): string {
  const lines = ['Coverage of key terms and of sections, the same number of words for each'];
  let set = '';
  for (const row of rows) {
    if (row.set !== set) {
      set = row.set;
      lines.push('', `${set} (${row.episodes})`, 'method      key terms  sections  words');
    }
    const share = Number.isNaN(row.sections) ? '–' : row.sections.toFixed(2);
    lines.push(
      [
        row.method.padEnd(11),
        row.coverage.toFixed(3).padStart(9),
        share.padStart(9),
        row.words.toFixed(0).padStart(6),
      ].join(' '),
    );
  }
  return lines.join('\n');
}

/** `npm run bench -- summary [--gold DIR] [--json]`. Returns the exit code. */
export function runSummary(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: { gold: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const rows = benchSummary(values.gold === undefined ? GOLD_DIR : path.resolve(values.gold));
  console.log(values.json ? JSON.stringify({ rows }) : summaryTable(rows));
  return 0;
}
