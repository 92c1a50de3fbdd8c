import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '@/lib/store/store';
import { tone } from '../tone.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TIMEOUT = 60_000;

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-recordings-'));
  mkdirSync(path.join(folder, 'data/media/2026'), { recursive: true });
  writeFileSync(path.join(folder, 'data/media/2026/bread.wav'), tone(1));
  writeFileSync(path.join(folder, 'outside.wav'), tone(1));
  writeFileSync(
    path.join(folder, 'bread.txt'),
    'A\nWe bake bread today.\nB\nAnd we eat it.\nEpisode: Bread\nShow: Slow Kitchen\n',
  );
  store = openStore(`file:${path.join(folder, 'data/earmark.db')}`);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function ingest(file: string, media: string | null, env: Readonly<Record<string, string>> = {}) {
  const args = ['--import', 'tsx', 'scripts/ingest.ts', path.join(folder, file)];
  if (media !== null) args.push('--media', media);
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: path.join(folder, 'data'),
      DATABASE_URL: '',
      MEILI_HOST: '',
      ...env,
    },
  });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  return new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stderr })),
  );
}
const recorded = async () => {
  const found = await store.recording('bread');
  return found && { url: found.mediaUrl, file: found.mediaFile, type: found.mediaType };
};

describe('npm run ingest -- FILE --media', () => {
  it(
    'takes an address or a file, and the last word counts',
    async () => {
      const address = 'https://cdn.example.org/bread.mp3';
      expect((await ingest('bread.txt', address)).code).toBe(0);
      expect(await recorded()).toEqual({ url: address, file: null, type: null });
      const file = path.join(folder, 'data/media/2026/bread.wav');
      expect((await ingest('bread.txt', file)).code).toBe(0);
      expect(await recorded()).toEqual({ url: null, file: '2026/bread.wav', type: 'audio/wav' });
      const elsewhere = { MEDIA_DIR: path.join(folder, 'data/media/2026') };
      expect((await ingest('bread.txt', file, elsewhere)).code).toBe(0);
      expect(await recorded()).toMatchObject({ file: 'bread.wav' });
    },
    TIMEOUT,
  );

  it(
    'stays when a corrected transcript comes in, until it is taken away',
    async () => {
      const address = 'https://cdn.example.org/bread.mp3';
      await ingest('bread.txt', address);
      expect((await ingest('bread.txt', null)).stderr).toMatch(/^changed/);
      expect((await ingest('bread.txt', null)).stderr).toMatch(/^same/);
      expect(await recorded()).toMatchObject({ url: address });
      expect((await ingest('bread.txt', 'none')).code).toBe(0);
      expect(await recorded()).toEqual({ url: null, file: null, type: null });
    },
    TIMEOUT,
  );

  it(
    'refuses what it will not serve, in a sentence, and stores nothing',
    async () => {
      symlinkSync(path.join(folder, 'outside.wav'), path.join(folder, 'data/media/link.wav'));
      for (const [media, code, sentence] of [
        ['data/media/none.wav', 1, /there is no such file\.$/],
        ['outside.wav', 1, /not in the folder of recordings, .*; put it there, or set MEDIA_DIR/],
        ['data/media/link.wav', 1, /not in the folder of recordings/],
        ['bread.txt', 1, /not in the folder of recordings/],
      ] as const) {
        const refused = await ingest('bread.txt', path.join(folder, media));
        expect([refused.code, refused.stderr.trim()]).toEqual([
          code,
          expect.stringMatching(sentence),
        ]);
        expect(refused.stderr.trim().split('\n')).toHaveLength(1);
      }
      const address = await ingest('bread.txt', 'file:///etc/passwd');
      expect([address.code, address.stderr.trim()]).toEqual([
        2,
        '--media must be an http(s) URL, or the path of a file.',
      ]);
      await expect(store.countEpisodes()).rejects.toThrow();
    },
    TIMEOUT,
  );

  it(
    'takes no path from what a feed says',
    async () => {
      const secret = path.join(folder, 'data/media/2026/bread.wav');
      writeFileSync(
        path.join(folder, 'feed.xml'),
        `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>K</title>
<item><title>Bread</title><enclosure url="${secret}" type="audio/wav"/>
<podcast:transcript url="file://${path.join(folder, 'bread.txt')}" type="text/plain"/></item></channel></rss>`,
      );
      const refused = await ingest('feed.xml', 'https://cdn.example.org/bread.mp3');
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('none of this feed’s 1 episodes has a transcript');
    },
    TIMEOUT,
  );
});
