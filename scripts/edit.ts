import path from 'node:path';
import { understandAgain } from '../lib/ingest/understand-again.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import type { EditTarget } from '../lib/store/store.ts';
import { wire } from '../lib/wire.ts';
import { run, say, UsageError } from './console.ts';
import { tellEngines } from './tell-engines.ts';

const USAGE = `Usage: npm run edit -- COMMAND

  pin QUOTE                      keep this quote, whatever the method thinks (QUOTE as in /quotes/QUOTE)
  pin EPISODE "words"            make these words of the episode a quote
  reject QUOTE                   never show this quote again; the next best takes its place
  reject EPISODE "words"         never make these words a quote
  title EPISODE SECTION "title"  rename a section (SECTION as in /episodes/EPISODE#s-SECTION)
  list [EPISODE]                 all edits, with their numbers
  undo NUMBER                    take one back

Edits stay when the episode is ingested or understood again.
`;

/** `npm run edit -- COMMAND`: the owner's word over the method's. Exit 0, 1 not there, 2 wrong usage. */
await run(async () => {
  const [command, ...words] = process.argv.slice(2);
  if (command === '--help' || command === '-h') {
    process.stdout.write(USAGE);
    return;
  }
  const edit = readCommand(command, words);
  const root = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.env, root);
  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  const { store } = earmark;
  try {
    if ('list' in edit) {
      for (const { id, episode, kind, words } of await store.edits.all(edit.list)) {
        process.stdout.write(`${id}\t${episode}\t${kind}\t${words}\n`);
      }
      return;
    }
    const slug = 'undo' in edit ? await store.edits.drop(edit.undo) : await store.edits.keep(edit);
    const { lost } = await understandAgain(store, slug, 'keep');
    for (const { kind, words } of lost) say(`No longer there (${kind}): “${words}”`);
    await tellEngines(earmark);
    say(`Done: /episodes/${slug}`);
  } finally {
    await earmark.close();
  }
});

type Command = EditTarget | { list: string | undefined } | { undo: number };

function readCommand(command: string | undefined, words: readonly string[]): Command {
  const [first = '', second = '', third = ''] = words.map((word) => word.trim());
  const given = words.length;
  if (command === 'list' && given <= 1) return { list: first === '' ? undefined : first };
  if (command === 'undo' && given === 1 && /^\d{1,9}$/.test(first)) return { undo: Number(first) };
  if ((command === 'pin' || command === 'reject') && first !== '') {
    if (given === 1) return { kind: command, quote: first };
    if (given === 2 && second !== '') return { kind: command, episode: first, words: second };
  }
  if (command === 'title' && given === 3 && first !== '' && second !== '' && third !== '') {
    return { kind: 'title', episode: first, section: second, title: third };
  }
  throw new UsageError(USAGE);
}
