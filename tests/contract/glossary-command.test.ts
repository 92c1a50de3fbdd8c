import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { readSettings } from '../../lib/settings.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { type Earmark, wire } from '../../lib/wire.ts';
import { sampleEpisode } from './sample-episode.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TIMEOUT = 60_000;
const SAID = ['We flew tidal kites.', 'They call it title kites, and Title Kites it is.', 'Yes.'];

let folder: string;
let earmark: Earmark;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-glossary-'));
  const settings = readSettings({ DATA_DIR: folder, NODE_ENV: 'test' }, ROOT);
  await migrateDatabase(settings.databaseUrl, path.join(ROOT, 'prisma/migrations'));
  earmark = wire(settings);
  await earmark.store.saveEpisode(sampleEpisode(SAID));
});
afterEach(async () => {
  await earmark.close();
  await rm(folder, { recursive: true, force: true });
});

const write = (text: string) => writeFile(path.join(folder, 'glossary.txt'), text);

function run(...args: string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/glossary.ts', ...args], {
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

const found = async (q: string) =>
  (await earmark.embedded.search(parseQuery(q), { page: 1, perPage: 10 })).hits.map(
    ({ passage, matches }) =>
      matches.map(({ start, end }) => passage.text.slice(start, end)).join('|'),
  );

describe('npm run glossary', () => {
  it(
    'previews without changing anything, applies, lists, and forgets',
    async () => {
      await write('Tidal Kites: title kites\n');
      const preview = await run('preview');
      expect(preview).toMatchObject({ code: 0 });
      expect(preview.out).toContain('[title kites]');
      expect(preview.out).toContain('2 newly marked, 0 no longer, in 1 episode.');
      expect(await earmark.store.glossary.read()).toEqual([]);

      expect(await run('apply')).toMatchObject({ code: 0 });
      expect((await run('list')).out).toBe('Tidal Kites: title kites\n');
      const stored = await earmark.store.episode('tidal-kites');
      expect(stored?.turns.map(({ text }) => text)).toEqual(SAID);
      expect(await found('"tidal kites it is"')).toEqual(['Title Kites it is']);
      expect(await found('tidal kites')).toHaveLength(2);

      await write('# Nothing.\n');
      expect((await run('apply')).out).toContain('0 newly marked, 2 no longer, in 1 episode.');
      expect(await found('tidal kites')).toEqual(['tidal kites']);
    },
    TIMEOUT,
  );

  it(
    'says what is wrong with a file, line by line, and changes nothing',
    async () => {
      await write('Tidal Kites: title kites\nNonsense\n[No such show]\nA term: a form\n');
      const { code, said } = await run('apply');
      expect(code).toBe(1);
      expect(said).toContain('glossary.txt, line 2 has no term');
      expect(said).toContain('glossary.txt, line 4 is for “No such show”, which is no show here');
      expect(await earmark.store.glossary.read()).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'says what to do where there is no file, and how it is used',
    async () => {
      const missing = await run('preview');
      expect(missing).toMatchObject({ code: 1 });
      expect(missing.said).toContain('There is no glossary at');
      expect(await run('nonsense')).toMatchObject({ code: 2 });
      expect((await run('--help')).out).toContain('npm run glossary -- COMMAND');
    },
    TIMEOUT,
  );
});
