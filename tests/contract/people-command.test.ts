import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchParameters } from '../../app/parameters.ts';
import { answerSearch } from '../../app/search-answer.ts';
import { drainOutbox } from '../../lib/search/sync.ts';
import { readSettings } from '../../lib/settings.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { type Earmark, wire } from '../../lib/wire.ts';
import { sampleEpisode } from './sample-episode.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TIMEOUT = 90_000;

let folder: string;
let earmark: Earmark;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-people-'));
  const settings = readSettings({ DATA_DIR: folder, NODE_ENV: 'test' }, ROOT);
  await migrateDatabase(settings.databaseUrl, path.join(ROOT, 'prisma/migrations'));
  earmark = wire(settings);
  await save('one', 'Swyx');
  await save('two', 'Shawn Wang');
});
afterEach(async () => {
  await earmark.close();
  await rm(folder, { recursive: true, force: true });
});

async function save(slug: string, ...names: string[]) {
  const lines = names.map((_, i) => `Welcome to ${slug}, this is kites number ${i}.`);
  const record = sampleEpisode([...lines, 'Yes.'], { slug, title: slug, source: slug });
  await earmark.store.saveEpisode({
    ...record,
    sourceHash: `${slug} ${names.join()}`,
    speakers: names.map((name) => ({ slug, label: name, name, role: null, inferred: false })),
    turns: record.turns.map((turn, i) => ({ ...turn, speaker: i % names.length })),
    understanding: { ...record.understanding, quotes: [], summary: [] },
  });
  await drainOutbox(earmark.store.outbox, earmark.embedded, earmark.engines);
}

const write = (...lines: string[]) =>
  writeFile(path.join(folder, 'people.txt'), `${lines.join('\n')}\n`);

function run(...args: string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/people.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', MEILI_HOST: '' },
  });
  let [out, said] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    said += data;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })));
}

const who = async (slug: string) =>
  (await earmark.store.episode(slug))?.speakers.map(({ name }) => name);
const found = async (words: string) => {
  const { hits } = await answerSearch(SearchParameters.parse(words), earmark);
  return hits.map(({ episode, speaker }) => `${episode.slug}: ${speaker?.name}`).sort();
};

describe('npm run people', () => {
  it(
    'previews without changing anything, applies to names, addresses and search, lists, and forgets',
    async () => {
      await write('[Slow Water]', 'Shawn Wang = Swyx');
      const preview = await run('preview');
      expect(preview.out).toContain('“Swyx” → Shawn Wang   1 episode');
      expect(preview.out).toContain('/speakers/swyx → /speakers/shawn-wang');
      expect(preview.code).toBe(0);
      expect(await who('one')).toEqual(['Swyx']);

      expect(await run('apply')).toMatchObject({ code: 0 });
      expect(await who('one')).toEqual(['Shawn Wang']);
      const both = ['one: Shawn Wang', 'two: Shawn Wang'];
      const q = 'kites';
      expect(await found({ q, speaker: 'shawn-wang' } as never)).toEqual(both);
      // By the old address and by the old name, also of what never had it.
      expect(await found({ q, speaker: 'swyx' } as never)).toEqual(both);
      expect(await found({ q: 'kites speaker:"swyx"' } as never)).toEqual(both);
      const { out } = await run('list');
      expect(out).toContain('[Slow Water]\nShawn Wang = Swyx\n');
      expect(out).toContain('#   Shawn Wang = Swyx   (Slow Water)');
      expect(JSON.parse((await run('list', '--json')).out)).toMatchObject({
        rules: [{ show: 'slow-water', name: 'Shawn Wang', other: 'Swyx', kind: 'same' }],
      });

      await write('# Nobody.');
      expect(await run('apply')).toMatchObject({ code: 0 });
      expect(await who('one')).toEqual(['Swyx']);
      expect(await found({ q: 'kites speaker:"swyx"' } as never)).toEqual(['one: Swyx']);
    },
    TIMEOUT,
  );

  it(
    'says what is wrong with a file, line by line, and changes nothing',
    async () => {
      await save('three', 'Dan Lee', 'Dan');
      await write(
        'Shawn Wang = Swyx',
        'Nonsense',
        '[No such show]',
        'Al Bo = Cy',
        '[episode: no]',
        'Dee Ek = Fay',
      );
      const broken = await run('apply');
      expect(broken.code).toBe(1);
      expect(broken.said).toContain('people.txt, line 2 is no rule');
      expect(broken.said).toContain(
        'people.txt, line 4 is for “No such show”, which is no show here',
      );
      expect(broken.said).toContain('people.txt, line 6 is for “no”, which is no episode here');
      await write('Shawn Wang = Swyx', 'Dan Lee = Dan');
      const refused = await run('apply', '--json');
      expect(refused.code).toBe(1);
      expect(refused.said).toContain(
        'people.txt, line 2 joins “Dan” to Dan Lee, but both speak in “three”',
      );
      expect(JSON.parse(refused.out)).toMatchObject({ applied: false, problems: [{ line: 2 }] });
      expect(await who('one')).toEqual(['Swyx']);
      expect(await earmark.store.people.rules()).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'proposes what is likely, and says how it is used',
    async () => {
      await save('three', 'Shaun Wang');
      const { out, code } = await run('propose');
      expect({ out, code }).toEqual({
        out: '[Slow Water]\n# 1 and 1 episode(s)\nShawn Wang = Shaun Wang\n',
        code: 0,
      });
      expect(await run('propose', '--show', 'Nobody')).toMatchObject({ code: 1 });
      expect((await run('preview')).said).toContain('There is no people file at');
      expect(await run('nonsense')).toMatchObject({ code: 2 });
      expect((await run('--help')).out).toContain('npm run people -- COMMAND');
    },
    TIMEOUT,
  );

  it(
    'may run twice at once: both land, one after the other',
    async () => {
      await write('Shawn Wang = Swyx');
      const both = await Promise.all([run('apply'), run('apply')]);
      expect(both.map(({ code }) => code)).toEqual([0, 0]);
      expect(await earmark.store.people.rules()).toHaveLength(1);
      expect(await who('one')).toEqual(['Shawn Wang']);
    },
    TIMEOUT,
  );
});
