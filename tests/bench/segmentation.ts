import path from 'node:path';
import { parseArgs } from 'node:util';
import { METHODS } from '../../lib/understanding/segmentation/methods.ts';
import { boundaryF1, pk, windowDiff } from '../../lib/understanding/segmentation/metrics.ts';
import { GOLD_DIR, type GoldDocument, half, readGold } from './gold.ts';

/** Turns a found boundary may lie from the gold one. */
const TOLERANCE = 2;

export interface MethodResult {
  boundaries: number[];
  pk: number;
  windowDiff: number;
  f1: number;
}

export interface DocumentResult {
  id: string;
  set: string;
  turns: number;
  gold: number[];
  methods: Record<string, MethodResult>;
}

/** A line of the table: macro means over the documents of a set. */
export interface SegmentationRow {
  set: string;
  method: string;
  documents: number;
  pk: number;
  windowDiff: number;
  f1: number;
  /** Mean number of sections found, and in the gold. */
  sections: number;
  goldSections: number;
}

/** Runs every method on one document, each also told the true number, as "NAME (told)". */
export function judge(document: GoldDocument): DocumentResult {
  const { conversation, boundaries: gold } = document;
  const turns = conversation.turns.length;
  const methods: Record<string, MethodResult> = {};
  const add = (name: string, boundaries: number[]) => {
    methods[name] = {
      boundaries,
      pk: pk(turns, gold, boundaries),
      windowDiff: windowDiff(turns, gold, boundaries),
      f1: boundaryF1(gold, boundaries, TOLERANCE),
    };
  };
  for (const [name, method] of Object.entries(METHODS)) {
    add(name, method(conversation));
    if (name !== 'none') add(`${name} (told)`, method(conversation, gold.length + 1));
  }
  return { id: document.id, set: document.set, turns, gold, methods };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
}

/** Macro means for every set and method, in the order in which they appear. */
export function summarize(documents: readonly DocumentResult[]): SegmentationRow[] {
  const sets = [...new Set(documents.map((d) => d.set))];
  return sets.flatMap((set) => {
    const members = documents.filter((d) => d.set === set);
    return Object.keys(members[0]?.methods ?? {}).map((method) => {
      const results = members.flatMap((d) => d.methods[method] ?? []);
      return {
        set,
        method,
        documents: members.length,
        pk: mean(results.map((r) => r.pk)),
        windowDiff: mean(results.map((r) => r.windowDiff)),
        f1: mean(results.map((r) => r.f1)),
        sections: mean(results.map((r) => r.boundaries.length + 1)),
        goldSections: mean(members.map((d) => d.gold.length + 1)),
      };
    });
  });
}

/**
 * Measures every method on a folder of gold documents. `part` limits it to the half that constants
 * were tuned on or to the half kept for reporting.
 */
export function benchSegmentation(options: { gold: string; part?: 'tuning' | 'report' | 'all' }): {
  documents: DocumentResult[];
  rows: SegmentationRow[];
} {
  const part = options.part ?? 'all';
  const documents = readGold(options.gold)
    .filter((d) => part === 'all' || half(d.id) === part)
    .map(judge);
  return { documents, rows: summarize(documents) };
}

/** The rows as a table that a person reads. */
export function segmentationTable(rows: readonly SegmentationRow[]): string {
  const header = 'method                 Pk   WinDiff  F1±2  sections  gold';
  const lines: string[] = [];
  let set = '';
  for (const row of rows) {
    if (row.set !== set) {
      set = row.set;
      lines.push('', `${set} (${row.documents} documents)`, header);
    }
    lines.push(
      [
        row.method.padEnd(20),
        row.pk.toFixed(3).padStart(5),
        row.windowDiff.toFixed(3).padStart(8),
        row.f1.toFixed(3).padStart(6),
        row.sections.toFixed(1).padStart(9),
        row.goldSections.toFixed(1).padStart(6),
      ].join(' '),
    );
  }
  return lines.join('\n').trimStart();
}

/** `npm run bench -- segmentation [--gold DIR] [--part tuning|report] [--json]`. Returns the exit code. */
export function runSegmentation(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      gold: { type: 'string' },
      json: { type: 'boolean', default: false },
      part: { type: 'string', default: 'all' },
    },
  });
  const part = values.part;
  if (part !== 'all' && part !== 'tuning' && part !== 'report') {
    console.error('--part is one of: all, tuning, report');
    return 2;
  }
  const gold = values.gold === undefined ? GOLD_DIR : path.resolve(values.gold);
  const { documents, rows } = benchSegmentation({ gold, part });
  if (documents.length === 0) {
    console.error(`No gold documents in ${gold}. Name a folder of them with --gold DIR.`);
    return 2;
  }
  console.log(values.json ? JSON.stringify({ documents }) : segmentationTable(rows));
  return 0;
}
