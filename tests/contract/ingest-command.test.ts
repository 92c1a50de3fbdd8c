import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore, type Store } from '@/lib/store/store';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TIMEOUT = 60_000;

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-ingest-'));
  store = openStore(`file:${path.join(folder, 'data/earmark.db')}`);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(args: readonly string[], script = 'ingest') {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: path.join(folder, 'data'), DATABASE_URL: '', MEILI_HOST: '' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, ended };
}
const ingest = (...args: string[]) => start(args).ended;

function file(name: string, ...lines: string[]): string {
  const place = path.join(folder, name);
  writeFileSync(place, lines.join('\n'));
  return place;
}
const talk = (name: string, said = 'We bake bread today.') =>
  file(
    name,
    'A',
    said,
    'B',
    'And we eat it.',
    `Episode: ${path.parse(name).name}`,
    'Show: Slow Kitchen',
    'Hosts: Ann Lee (A), Bo Dahl (B)',
  );

/** What the documentation promises of `--dry-run --json`. */
const Document = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      format: z.string().nullable(),
      error: z.string().optional(),
      show: z.string().nullable(),
      title: z.string().nullable(),
      date: z.string().nullable(),
      language: z.string().nullable(),
      speakers: z.array(
        z.object({
          label: z.string(),
          name: z.string(),
          role: z.enum(['host', 'guest']).nullable(),
          inferred: z.boolean(),
        }),
      ),
      turns: z.array(
        z.object({
          speaker: z.int().nullable(),
          text: z.string(),
          startMs: z.int(),
          endMs: z.int(),
          timing: z.enum(['given', 'aligned', 'estimated']),
        }),
      ),
      sections: z.array(
        z.object({
          title: z.string(),
          firstTurn: z.int(),
          lastTurn: z.int(),
          startMs: z.int(),
          endMs: z.int(),
        }),
      ),
      quotes: z.array(z.object({ turn: z.int(), start: z.int(), end: z.int(), text: z.string() })),
      summary: z.array(z.object({ text: z.string(), turns: z.array(z.int()) })),
      warnings: z.array(z.object({ line: z.int(), message: z.string() })),
    }),
  ),
});

describe('npm run ingest', () => {
  it(
    '--dry-run --json writes the documented document, and nothing else, and stores nothing',
    async () => {
      const { code, stdout } = await ingest(
        talk('one.txt'),
        '--dry-run',
        '--json',
        '--duration',
        '0:01:00',
      );
      expect(code).toBe(0);
      const { files } = Document.parse(JSON.parse(stdout));
      expect(files[0]).toMatchObject({
        format: 'letters',
        show: 'Slow Kitchen',
        title: 'one',
      });
      expect(files[0]?.turns).toHaveLength(2);
      expect(files[0]?.turns.at(-1)).toMatchObject({ endMs: 60_000, timing: 'estimated' });
      await expect(store.countEpisodes()).rejects.toThrow();
    },
    TIMEOUT,
  );

  it(
    'takes the owner’s word over the file’s',
    async () => {
      const { stdout } = await ingest(
        talk('one.txt'),
        '--dry-run',
        '--json',
        '--show',
        'Other',
        '--title',
        'T',
        '--date',
        '2026-01-02',
        '--speaker',
        'B=Zoe Ray:guest',
      );
      const [first] = Document.parse(JSON.parse(stdout)).files;
      expect(first).toMatchObject({ show: 'Other', title: 'T', date: '2026-01-02' });
      expect(first?.speakers[1]).toEqual({
        label: 'B',
        name: 'Zoe Ray',
        role: 'guest',
        inferred: false,
      });
    },
    TIMEOUT,
  );

  it(
    'takes the times of captions',
    async () => {
      const captions = file(
        'one.srt',
        '1',
        '00:00:10,000 --> 00:00:12,000',
        'we bake bread today',
        '',
        '2',
        '00:00:20,000 --> 00:00:22,000',
        'and we eat it',
      );
      const { stdout } = await ingest(
        talk('one.txt'),
        '--dry-run',
        '--json',
        '--captions',
        captions,
      );
      const [first] = Document.parse(JSON.parse(stdout)).files;
      expect(first?.turns.map(({ startMs, timing }) => [startMs, timing])).toEqual([
        [10_000, 'aligned'],
        [20_000, 'aligned'],
      ]);
    },
    TIMEOUT,
  );

  it(
    'takes in what it can, refuses the rest with file, line and reason, and says so by its exit code',
    async () => {
      const broken = file('broken.srt', '1', '00:00:01,000 --> soon', 'Hello.');
      const { code, stderr, stdout } = await ingest(
        talk('one.txt'),
        broken,
        path.join(folder, 'missing.txt'),
        talk('two.txt'),
        '--json',
      );
      expect(code).toBe(1);
      expect(stderr).toContain(`${broken}:2:`);
      expect(stderr).toContain('missing.txt: there is no such file');
      expect(stderr).not.toMatch(/^\s+at /m);
      const { files } = Document.parse(JSON.parse(stdout));
      expect(files.filter(({ error }) => error).length).toBe(2);
      expect(await store.countEpisodes()).toBe(2);
    },
    TIMEOUT,
  );

  it(
    'changes nothing the second time, and only what was corrected the third',
    async () => {
      const place = talk('one.txt');
      expect((await ingest(place)).stderr).toMatch(/^new/m);
      const before = await store.episode('one');
      expect((await ingest(place)).stderr).toMatch(/^same/m);
      expect(await store.episode('one')).toEqual(before);
      talk('one.txt', 'We bake sourdough bread today.');
      expect((await ingest(place)).stderr).toMatch(/^changed/m);
      const after = await store.episode('one');
      expect(after?.turns[0]?.text).toBe('We bake sourdough bread today.');
      expect(after?.turns[1]?.anchor).toBe(before?.turns[1]?.anchor);
      expect(await store.countEpisodes()).toBe(1);
    },
    TIMEOUT,
  );

  it(
    'says in one sentence that the database is damaged, and leaves it alone',
    async () => {
      mkdirSync(path.join(folder, 'data'));
      const database = path.join(folder, 'data/earmark.db');
      writeFileSync(database, 'this is no database at all '.repeat(400));
      const { code, stderr } = await ingest(talk('one.txt'));
      expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
      expect(stderr).toContain(database);
      expect(readFileSync(database, 'utf8')).toContain('this is no database');
    },
    TIMEOUT,
  );

  it.each([
    ['no file', [], 'Name at least one file'],
    ['an unknown option', ['x.txt', '--colour'], '--colour'],
    ['a duration that is none', ['x.txt', '--duration', 'long'], '--duration'],
    ['a date that is none', ['x.txt', '--date', 'soon'], '--date'],
    ['a speaker without a name', ['x.txt', '--speaker', 'A'], '--speaker'],
  ])(
    'calls %s wrong usage',
    async (_, args, message) => {
      const { code, stderr } = await ingest(...args);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    TIMEOUT,
  );

  it(
    'killed at any moment, leaves the episode as it was before or as it is after',
    async () => {
      const lines = (word: string) =>
        Array.from({ length: 3_000 }, (_, i) => [
          i % 2 ? 'B' : 'A',
          `${word} number ${i} is said.`,
        ]).flat();
      const place = file('long.txt', ...lines('old'), 'Episode: Long');
      await ingest(place);
      let word = 'old';
      for (const [round, delay] of [300, 700, 900, 1_100, 1_300, 1_600, 2_000].entries()) {
        const next = `new${round}`;
        file('long.txt', ...lines(next), 'Episode: Long');
        const { child, ended } = start([place]);
        await sleep(delay);
        child.kill('SIGKILL');
        await ended;
        const turns = (await store.episode('long'))?.turns ?? [];
        const words = new Set(turns.map(({ text }) => text.split(' ')[0]));
        expect(turns).toHaveLength(3_000);
        expect([[word], [next]]).toContainEqual([...words]);
        word = [...words][0] ?? '';
      }
    },
    2 * TIMEOUT,
  );
});

describe('whole libraries', () => {
  const said = 'We bake bread today, and nobody knows how long that takes.';
  const vtt = `WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann Lee>${said}\n\n01:00.000 --> 01:04.000\n<v Bo>And we eat it at once.\n`;

  /** A host of podcasts; the feed says where it is. */
  async function host(answers: (base: string) => Record<string, string>) {
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      const body = answers(`http://127.0.0.1:${port}`)[request.url ?? ''];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
  }
  const feed = (base: string) =>
    `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Slow Kitchen</title>
     <item><title>Bread</title><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>
     <podcast:transcript url="${base}/a.vtt" type="text/vtt"/><podcast:chapters url="${base}/c.json" type="application/json+chapters"/>
     <podcast:person role="guest">Bo Dahl</podcast:person></item>
     <item><title>Lost</title><podcast:transcript url="${base}/gone.vtt" type="text/vtt"/></item>
     <item><title>Silent</title></item></channel></rss>`;
  const chapters =
    '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Flour"},{"startTime":59,"title":"Eating"}]}';

  it(
    'come in by their feed: what has a transcript, with title, date, people and chapters',
    async () => {
      const { url, stop } = await host((base) => ({
        '/feed.xml': feed(base),
        '/a.vtt': vtt,
        '/c.json': chapters,
      }));
      try {
        const refused = await ingest(`${url}/feed.xml`);
        expect(refused).toMatchObject({ code: 1 });
        expect(refused.stderr).toContain('ALLOW_PRIVATE_URLS=1');

        process.env.ALLOW_PRIVATE_URLS = '1';
        const { code, stderr } = await ingest(`${url}/feed.xml`);
        expect(code).toBe(1);
        expect(stderr).toContain('“Silent” has no transcript');
        expect(stderr).toContain('1 new, 1 refused.');
        const episode = await store.episode('bread');
        expect(episode).toMatchObject({
          title: 'Bread',
          date: '2026-03-01',
          show: { title: 'Slow Kitchen' },
        });
        expect(episode?.sections.map(({ title, heading }) => [title, heading])).toEqual([
          ['Flour', 'Flour'],
          ['Eating', 'Eating'],
        ]);
        expect(episode?.speakers.map(({ name, role }) => [name, role])).toEqual([
          ['Ann Lee', null],
          ['Bo Dahl', 'guest'],
        ]);
        expect((await ingest(`${url}/feed.xml`)).stderr).toContain('1 same, 1 refused.');
      } finally {
        delete process.env.ALLOW_PRIVATE_URLS;
        stop();
      }
    },
    TIMEOUT,
  );

  it(
    'take chapters from a file, and refuse what are none',
    async () => {
      const talked = file('bread.vtt', ...vtt.split('\n'));
      const list = file('list.txt', '0:00 Flour', '0:59 Eating');
      await ingest(talked, '--chapters', list);
      expect((await store.episode('bread'))?.sections.map(({ title }) => title)).toEqual([
        'Flour',
        'Eating',
      ]);
      const wrong = await ingest(talked, '--chapters', talked);
      expect(wrong.code).toBe(1);
      expect(wrong.stderr).toContain('these are no chapters');
    },
    TIMEOUT,
  );

  it.each(['SIGKILL', 'SIGINT'] as const)(
    'go on where %s ended them: what is in stays, the rest comes, nothing twice',
    async (signal) => {
      mkdirSync(path.join(folder, 'years'));
      const word = (i: number) => String.fromCharCode(97 + i);
      for (let i = 0; i < 16; i++) {
        const said = Array.from({ length: 40 }, (_, n) => `Word ${word(i)}${n} is said.`).join(' ');
        talk(`years/${word(i)}.txt`, said);
      }
      const years = path.join(folder, 'years');
      const { child, ended } = start([years]);
      let heard = '';
      child.stderr.on('data', (data) => {
        heard += data;
        if (!child.killed && /\[3\/16\] new/.test(heard)) child.kill(signal);
      });
      const first = await ended;
      const before = await store.countEpisodes();
      expect(before).toBeGreaterThanOrEqual(3);
      if (signal === 'SIGINT') {
        expect([first.code, before < 16]).toEqual([130, true]);
        expect(first.stderr).toContain('The same command goes on');
      }
      const again = await ingest(years);
      expect(again.stderr).toContain(`${before} same`);
      expect(await store.countEpisodes()).toBe(16);
      for (let i = 0; i < 16; i++) {
        const turns = (await store.episode(word(i)))?.turns ?? [];
        expect(turns.map(({ text }) => text.slice(0, 8))).toEqual([
          `Word ${word(i)}0 `,
          'And we e',
        ]);
      }
    },
    TIMEOUT,
  );

  it(
    'are named by a pattern that no shell has resolved',
    async () => {
      mkdirSync(path.join(folder, 'shows/2026'), { recursive: true });
      talk('shows/2026/one.txt');
      talk('shows/2026/two.md', 'We talk of water today.');
      talk('shows/three.txt', 'We talk of salt today.');
      file('shows/2026/notes.pdf', 'no transcript');
      const { code, stderr } = await ingest(path.join(folder, 'shows/**/{one,two,notes}.*'));
      expect([code, stderr.match(/^.*new .*$/gm)?.length]).toEqual([0, 2]);
      const none = await ingest(path.join(folder, 'shows/*.vtt'));
      expect(none.code).toBe(1);
      expect(none.stderr).toContain('no file fits the pattern');
    },
    TIMEOUT,
  );

  it(
    'join files of one name: names from one, times from another, chapters from a third',
    async () => {
      mkdirSync(path.join(folder, 'shows'));
      file('shows/bread.vtt', ...vtt.replace('<v Ann Lee>', '').replace('<v Bo>', '').split('\n'));
      file('shows/bread.txt', `Ann Lee: ${said}`, '', 'Bo Dahl: And we eat it at once.');
      file('shows/bread.chapters.json', chapters);
      const first = await ingest(path.join(folder, 'shows'));
      expect(first).toMatchObject({ code: 0 });
      expect(first.stderr).toContain('bread.txt takes its times from here.');
      expect(first.stderr).toContain('bread.txt takes its chapters from here.');
      expect(first.stderr).toContain('2 beside, 1 new.');
      const episode = await store.episode('bread');
      expect(episode?.speakers.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Dahl']);
      expect(episode?.turns.map(({ startMs, timing }) => [startMs, timing])).toEqual([
        [0, 'aligned'],
        [60_000, 'aligned'],
      ]);
      expect(episode?.sections.map(({ title }) => title)).toEqual(['Flour', 'Eating']);
      expect((await ingest(path.join(folder, 'shows'))).stderr).toContain('2 beside, 1 same.');
    },
    TIMEOUT,
  );

  it(
    'are watched: what arrives or changes is taken in',
    async () => {
      mkdirSync(path.join(folder, 'inbox'));
      const { child, ended } = start([path.join(folder, 'inbox')], 'watch');
      let heard = '';
      const said = (line: string) =>
        new Promise<void>((resolve) => {
          const listen = (data: Buffer) => {
            heard += data;
            if (!heard.includes(line)) return;
            child.stderr.off('data', listen);
            resolve();
          };
          child.stderr.on('data', listen);
          listen(Buffer.from(''));
        });
      await said('Watching');
      talk('inbox/later.txt');
      await said('new ');
      talk('inbox/later.txt', 'We bake rye bread today.');
      await said('changed ');
      child.kill('SIGTERM');
      expect((await ended).code).toBe(0);
      expect((await store.episode('later'))?.turns[0]?.text).toBe('We bake rye bread today.');
    },
    TIMEOUT,
  );
});
