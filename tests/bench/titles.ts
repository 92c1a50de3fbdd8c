import path from 'node:path';
import { parseArgs } from 'node:util';
import { earmark } from '../../lib/understanding/segmentation/earmark.ts';
import { readStatements } from '../../lib/understanding/statements.ts';
import { type TermOf, termReader, words } from '../../lib/understanding/words.ts';
import { GOLD_DIR, type GoldDocument, half, readGold } from './gold.ts';
import { type Form, formOf, readUsage, type Usage } from './title-form.ts';
import { TITLE_METHODS, type TitleMethod } from './title-methods.ts';

/** A line of the table: means over the titles of a set. */
export interface TitleRow extends Form {
  set: string;
  method: string;
  documents: number;
  /** Titles with a person's title beside them; recall and F1 are means over these. */
  compared: number;
  /** Share of the stems of the person's title that the title has. */
  recall: number;
  /** Of content stems, against the person's title. */
  f1: number;
  titles: number;
}

/** How the content stems of a title agree with a person's; null where the person's has none. */
export function agreement(title: string, person: string, termOf: TermOf) {
  const stems = (text: string) => new Set(words(text).flatMap((w) => termOf(w.key) ?? []));
  const wanted = stems(person);
  if (wanted.size === 0) return null;
  const given = stems(title);
  const both = [...given].filter((stem) => wanted.has(stem)).length;
  return { recall: both / wanted.size, f1: (2 * both) / (given.size + wanted.size) };
}

export interface TitledSection {
  title: string;
  /** What a person called the section; null for the first one of a document, and where nobody did. */
  person: string | null;
  form: Form;
}

/** Titles the gold sections of a document, or those that Earmark finds itself, and judges each. */
export function judgeTitles(
  { conversation, boundaries, titles }: GoldDocument,
  method: TitleMethod,
  own = false,
): TitledSection[] {
  const termOf = termReader(conversation.language);
  const starts = [0, ...(own ? earmark(conversation) : boundaries)];
  const spans = starts.map((firstTurn, i) => ({
    firstTurn,
    lastTurn: (starts[i + 1] ?? conversation.turns.length) - 1,
  }));
  const statements = readStatements(conversation, spans, termOf);
  const people = conversation.speakers.map(({ name }) => name);
  const usage: Usage = readUsage(statements);
  const given = method(statements, spans.length, termOf, people);
  return given.map((title, i) => ({
    title,
    person: (!own && titles[i - 1]) || null,
    form: formOf(title, given, usage),
  }));
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

function rowOf(set: string, method: string, documents: GoldDocument[], own: boolean): TitleRow {
  const make = TITLE_METHODS[method];
  const judged = make ? documents.flatMap((d) => judgeTitles(d, make, own)) : [];
  const termOf = termReader('en');
  const compared = judged.flatMap(({ title, person }) =>
    person === null ? [] : (agreement(title, person, termOf) ?? []),
  );
  const share = (part: keyof Form) => mean(judged.map(({ form }) => form[part]));
  return {
    set,
    method,
    documents: documents.length,
    titles: judged.length,
    compared: compared.length,
    recall: mean(compared.map((c) => c.recall)),
    f1: mean(compared.map((c) => c.f1)),
    length: share('length'),
    unique: share('unique'),
    whole: share('whole'),
    clear: share('clear'),
    cased: share('cased'),
  };
}

/**
 * Measures the titles of gold sections against those people gave, set by set and over all, and the
 * form of the titles of Earmark's own sections ("found"). `part` limits it to one half of the data.
 */
export function benchTitles(options: {
  gold: string;
  part?: 'tuning' | 'report' | 'all';
}): TitleRow[] {
  const part = options.part ?? 'all';
  const documents = readGold(options.gold).filter((d) => part === 'all' || half(d.id) === part);
  const sets = [...new Set(documents.map((d) => d.set))];
  const rows = [...sets, 'all'].flatMap((set) => {
    const members = documents.filter((d) => set === 'all' || d.set === set);
    return Object.keys(TITLE_METHODS).map((method) => rowOf(set, method, members, false));
  });
  return [...rows, rowOf('found', 'earmark', documents, true)];
}

const percent = (share: number) => (100 * share).toFixed(1).padStart(7);

/** The rows as a table that a person reads; shares in per cent. */
export function titlesTable(rows: readonly TitleRow[]): string {
  const lines: string[] = [];
  let set = '';
  for (const row of rows) {
    if (row.set !== set) {
      set = row.set;
      lines.push('', `${set} (${row.documents} documents, ${row.titles} titles)`);
      lines.push('method           recall     F1  2-7 w. unique  whole  clear  cased');
    }
    const judged = [row.length, row.unique, row.whole, row.clear, row.cased];
    const against = row.compared === 0 ? '      –      –' : percent(row.recall) + percent(row.f1);
    lines.push(row.method.padEnd(16) + against + judged.map(percent).join(''));
  }
  return lines.join('\n').trimStart();
}

/** `npm run bench -- titles [--gold DIR] [--part tuning|report] [--json]`. Returns the exit code. */
export function runTitles(args: string[]): number {
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
  const rows = benchTitles({ gold, part });
  if (!rows.some(({ titles }) => titles > 0)) {
    console.error(`No gold documents in ${gold}. Name a folder of them with --gold DIR.`);
    return 2;
  }
  console.log(values.json ? JSON.stringify({ rows }) : titlesTable(rows));
  return 0;
}
