import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ScopedEntry } from '../lib/search/glossary/entry.ts';
import { parseGlossary, printGlossary } from '../lib/search/glossary/parse-glossary.ts';
import { entriesFor } from '../lib/search/glossary/preview.ts';
import { proposeEntries } from '../lib/search/glossary/propose.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import type { Store } from '../lib/store/store.ts';
import { type Earmark, wire } from '../lib/wire.ts';
import { run, say, UsageError } from './console.ts';
import { changesOf, tellChanges } from './glossary-changes.ts';
import { termsOf } from './glossary-terms.ts';
import { tellEngines } from './tell-engines.ts';

const USAGE = `Usage: npm run glossary -- COMMAND

  preview [FILE] [--all]          what the file would change, in context; changes nothing
  apply [FILE]                    makes it so: search finds the terms, the reader marks the words
  list                            what is applied, in the file's own form
  propose [--show SHOW] [TERM…]   words that look misheard, for you to judge; TERM: only for these

FILE is glossary.txt in the data folder where none is given. A line for each term:

  # A remark.
  Grok Imagine: Garcia Magic, Crockett mid gen
  [Latent Space]
  Veo 3: Vue3

What stands after [Show] holds for that show only. The stored transcripts are never changed.
`;

/** `npm run glossary -- COMMAND`. Exit 0, 1 a file that cannot be applied, 2 wrong usage. */
await run(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if (command === '--help' || command === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  const asked = readCommand(command, rest);
  const root = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.env, root);
  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  try {
    if (asked.command === 'list') return await list(earmark.store);
    if (asked.command === 'propose') return await propose(earmark, asked.show, asked.terms);
    const file = asked.file ?? path.join(settings.dataDir, 'glossary.txt');
    const entries = await readEntries(earmark.store, file);
    if (!entries) return 1;
    const changes = await changesOf(earmark.store, entries);
    tellChanges(changes, asked);
    if (asked.command === 'preview') {
      say('Nothing was changed. To make it so: npm run glossary -- apply');
      return 0;
    }
    await earmark.store.glossary.replace(entries, [...new Set(changes.map(({ slug }) => slug))]);
    await tellEngines(earmark);
    say(`Applied: ${entries.length} form(s).`);
    return 0;
  } finally {
    await earmark.close();
  }
});

type Command =
  | { command: 'preview' | 'apply'; file: string | undefined; all: boolean }
  | { command: 'list' }
  | { command: 'propose'; show: string | undefined; terms: string[] };

function readCommand(command: string | undefined, words: readonly string[]): Command {
  if (command === 'list' && words.length === 0) return { command };
  if (command === 'preview' || command === 'apply') {
    const files = words.filter((word) => word !== '--all');
    if (files.length <= 1 && !files[0]?.startsWith('-'))
      return { command, file: files[0], all: files.length < words.length };
  }
  if (command === 'propose') {
    const show = words[0] === '--show' ? words[1] : undefined;
    const terms = words[0] === '--show' ? words.slice(2) : [...words];
    const wrong = (words[0] === '--show' && !show) || terms.some((term) => term.startsWith('-'));
    if (!wrong) return { command, show, terms };
  }
  throw new UsageError(USAGE);
}

/** The file's entries with their shows looked up, or null where something in it is wrong. */
async function readEntries(store: Store, file: string): Promise<ScopedEntry[] | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    say(
      error.code === 'ENOENT'
        ? `There is no glossary at ${file}: write one (npm run glossary -- --help shows how) or begin with npm run glossary -- propose.`
        : `${file} cannot be read (${error.code}).`,
    );
    return null;
  });
  if (text === null) return null;
  const { entries, problems } = parseGlossary(text);
  const shows = await store.shows();
  const scoped: ScopedEntry[] = [];
  for (const { show, term, heard, line } of entries) {
    const found = shows.find(({ slug, title }) => slug === show || title === show);
    if (show !== null && !found) {
      const names = shows.map(({ title }) => title).join(', ');
      problems.push({
        line,
        message: `is for “${show}”, which is no show here: there is ${names}.`,
      });
    } else scoped.push({ show: found?.slug ?? null, term, heard });
  }
  for (const { line, message } of problems) say(`${file}, line ${line} ${message}`);
  return problems.length > 0 ? null : scoped;
}

async function list(store: Store): Promise<number> {
  const shows = new Map((await store.shows()).map(({ slug, title }) => [slug, title]));
  const entries = await store.glossary.read();
  process.stdout.write(
    printGlossary(
      entries.map(({ show, ...entry }) => ({
        ...entry,
        show: show === null ? null : (shows.get(show) ?? show),
      })),
    ),
  );
  return 0;
}

async function propose({ store, embedded }: Earmark, wanted: string | undefined, asked: string[]) {
  const shows = (await store.shows()).filter(
    ({ slug, title }) => wanted === undefined || wanted === slug || wanted === title,
  );
  if (shows.length === 0) {
    say(wanted === undefined ? 'There is no episode yet.' : `There is no show “${wanted}”.`);
    return 1;
  }
  const applied = await store.glossary.read();
  let found = 0;
  for (const { slug, title } of shows) {
    const terms =
      asked.length > 0
        ? asked.map((term) => ({ term, mentions: 0 }))
        : await termsOf(store, slug, (done, of) => {
            if (done % 100 === 0) say(`${title}: ${done} of ${of} episodes`);
          });
    const known = new Set(entriesFor(applied, slug).map(({ heard }) => heard.toLowerCase()));
    const proposals = await proposeEntries(slug, terms, embedded, { judged: asked.length > 0 });
    const fresh = proposals.filter(({ heard }) => !known.has(heard.toLowerCase()));
    found += fresh.length;
    if (fresh.length > 0) process.stdout.write(`[${title}]\n`);
    for (const { term, heard, places, example } of fresh) {
      const { text, start, end } = example;
      const context = `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
      const more = places > 1 ? ` (${places} places)` : '';
      process.stdout.write(`# … ${context.replace(/\s+/g, ' ')} …${more}\n${term}: ${heard}\n`);
    }
  }
  say(
    found > 0
      ? 'Copy what is right into glossary.txt, then: npm run glossary -- preview'
      : 'Nothing looks misheard.',
  );
  return 0;
}
