import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { UNDERSTANDING_VERSION } from '../../lib/understanding/understand.ts';
import { conversationOf } from '../unit/understanding/conversation.ts';
import { sampleEpisode } from './sample-episode.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TIMEOUT = 60_000;

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-edit-'));
  const url = `file:${path.join(folder, 'earmark.db')}`;
  await migrateDatabase(url, path.join(ROOT, 'prisma/migrations'));
  store = openStore(url);
  await store.saveEpisode(sampleEpisode(conversationOf(20).turns.map(({ text }) => text)));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function run(script: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: folder,
      DATABASE_URL: '',
      MEILI_HOST: '',
      SUMMARIZER_URL: '',
      SUMMARIZER_MODEL: '',
    },
  });
  let said = '';
  const hear = (data: Buffer) => {
    said += data;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

const episode = async () => {
  const found = await store.episode('tidal-kites');
  if (!found) throw new Error('the episode is stored');
  return found;
};

describe('npm run understand', () => {
  it(
    'reads again what an older version read, once',
    async () => {
      expect((await episode()).understandingVersion).toBeLessThan(UNDERSTANDING_VERSION);
      expect(await run('understand')).toMatchObject({ code: 0 });
      const { understandingVersion, sections } = await episode();
      expect(understandingVersion).toBe(UNDERSTANDING_VERSION);
      expect(sections.length).toBeGreaterThanOrEqual(3);
      expect((await run('understand')).said).toContain('Every episode was read by this version');
      expect(await run('understand', 'nowhere')).toMatchObject({ code: 1 });
    },
    TIMEOUT,
  );
});

describe('npm run edit', () => {
  it(
    'pins, renames, lists and takes back, and the site shows it at once',
    async () => {
      await run('understand');
      const words = (await episode()).turns[5]?.text.split('. ')[0] ?? '';
      expect(await run('edit', 'pin', 'tidal-kites', words)).toMatchObject({ code: 0 });
      const [section] = (await episode()).sections;
      const title = 'What the owner calls it';
      await run('edit', 'title', 'tidal-kites', section?.slug ?? '', title);
      const { sections, quotes } = await episode();
      expect(sections[0]).toMatchObject({ title, retitled: true });
      expect(quotes.find(({ pinned }) => pinned)).toMatchObject({ turn: 5, text: words });

      const { said } = await run('edit', 'list');
      expect(said).toContain(words);
      const number = /^(\d+)\t.*\ttitle\t/m.exec(said)?.[1] ?? '';
      expect(await run('edit', 'undo', number)).toMatchObject({ code: 0 });
      expect((await episode()).sections[0]?.retitled).toBe(false);
    },
    TIMEOUT,
  );

  it(
    'says what is wrong, in one sentence',
    async () => {
      const missing = await run('edit', 'pin', 'tidal-kites', 'Nobody ever said these words.');
      expect(missing).toMatchObject({ code: 1 });
      expect(missing.said).toContain('is not said in the episode “tidal-kites”');
      expect(await run('edit', 'pin')).toMatchObject({ code: 2 });
    },
    TIMEOUT,
  );
});
