import { execFile, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import Database from 'libsql';
import { makeCorpus } from './corpus.ts';
import type { Row } from './table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** An hour and more of talk each: 2,000 of them are 20 million words. */
const TURNS = 160;
const WORDS_PER_TURN = 63;
const VOCABULARY = 150_000;
const EPISODES = 100;
const NAMES = ['Ann Lee', 'Bo Dahl', 'Cleo Marsh'];
const LOOK_MS = 250;

/** A made library in files, with what a plain read of it finds. */
interface Library {
  files: string[];
  bytes: number;
  words: number;
  turns: number;
}

/**
 * A whole library from files to a searchable site, by `npm run ingest` itself: how fast, and how much memory
 * its process holds at the beginning, in the middle and at the end. Beside a line-by-line read of the same
 * bytes, and SQLite's own insert of the same turns in one transaction.
 */
export async function benchLibrary(episodes = EPISODES): Promise<Row[]> {
  const work = await mkdtemp(path.join(tmpdir(), 'earmark-library-'));
  try {
    const library = await write(path.join(work, 'files'), episodes);
    const [reading, inserting] = [await plainRead(library), await plainInsert(library, work)];
    const { seconds, memory } = await ingest(path.join(work, 'files'), work, episodes);
    const megabytes = library.bytes / 1e6;
    const group = `ingest of ${episodes} episodes, ${library.words.toLocaleString('en')} words, ${megabytes.toFixed(0)} MB`;
    const held = (name: string, value: number | undefined): Row => ({
      group,
      name,
      value: value ?? Number.NaN,
      unit: 'MB',
      baseline: { name: 'at the beginning', value: memory[0] ?? Number.NaN },
    });
    return [
      {
        group,
        name: 'files to a searchable site',
        value: seconds,
        unit: 's',
        baseline: { name: 'plain read', value: reading },
      },
      {
        group,
        name: 'bytes',
        value: megabytes / seconds,
        unit: 'MB/s',
        baseline: { name: 'plain read', value: megabytes / reading },
      },
      {
        group,
        name: 'turns',
        value: library.turns / seconds,
        unit: 'turns/s',
        baseline: { name: 'SQLite’s own insert', value: library.turns / inserting },
      },
      held('memory at the beginning', memory[0]),
      held('memory in the middle', memory[Math.floor(memory.length / 2)]),
      held('memory at the end', memory.at(-1)),
      held('memory at its most', Math.max(...memory)),
    ];
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** In the four writings that owners have most: captions with names, named lines, names with times, and plain captions. */
async function write(folder: string, episodes: number): Promise<Library> {
  await mkdir(folder, { recursive: true });
  const size = {
    turns: episodes * TURNS,
    wordsPerTurn: WORDS_PER_TURN,
    vocabulary: VOCABULARY,
    turnsPerEpisode: TURNS,
  };
  const library: Library = { files: [], bytes: 0, words: 0, turns: 0 };
  let number = 0;
  for (const { passages } of makeCorpus(size).episodes()) {
    const turns = passages.map(({ text }, i) => ({
      text,
      name: NAMES[i % NAMES.length] ?? '',
      at: i * 25,
    }));
    const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 19);
    const [ending, text] = [
      () => [
        'vtt',
        `WEBVTT\n\n${turns.map(({ text, name, at }) => `${clock(at)}.000 --> ${clock(at + 24)}.000\n<v ${name}>${text}`).join('\n\n')}`,
      ],
      () => ['md', turns.map(({ text, name }) => `**${name}:** ${text}`).join('\n\n')],
      () => [
        'txt',
        turns.map(({ text, name, at }) => `${name}  ${clock(at)}\n${text}`).join('\n\n'),
      ],
      () => [
        'srt',
        turns
          .map(({ text, at }, i) => `${i + 1}\n${clock(at)},000 --> ${clock(at + 24)},000\n${text}`)
          .join('\n\n'),
      ],
    ][number % 4]?.() ?? ['txt', ''];
    const file = path.join(folder, `episode-${String(number++).padStart(5, '0')}.${ending}`);
    await writeFile(file, text ?? '');
    library.files.push(file);
    library.bytes += (await stat(file)).size;
    library.turns += turns.length;
    library.words += turns.reduce((sum, turn) => sum + turn.text.split(' ').length, 0);
  }
  return library;
}

/** Seconds. */
async function plainRead({ files }: Library): Promise<number> {
  const began = performance.now();
  let length = 0;
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) }))
      length += line.length;
  }
  if (length === 0) throw new Error('There was nothing to read.');
  return (performance.now() - began) / 1000;
}

/** Seconds for the library's turns, as lines, in a table with an index on their episode. */
async function plainInsert({ files }: Library, work: string): Promise<number> {
  const db = new Database(path.join(work, 'plain.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; CREATE TABLE turn (id INTEGER PRIMARY KEY, episode INTEGER, position INTEGER, text TEXT); CREATE INDEX turns ON turn (episode, position)',
  );
  const insert = db.prepare('INSERT INTO turn (episode, position, text) VALUES (?, ?, ?)');
  const began = performance.now();
  for (const [episode, file] of files.entries()) {
    db.exec('BEGIN');
    let position = 0;
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (line !== '') insert.run(episode, position++, line);
    }
    db.exec('COMMIT');
  }
  db.close();
  return (performance.now() - began) / 1000;
}

/** Seconds, and the memory of the process in MB as it went on. */
async function ingest(folder: string, work: string, episodes: number) {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'scripts/ingest.ts'), folder],
    {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: path.join(work, 'data'), DATABASE_URL: '', MEILI_HOST: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const memory: number[] = [];
  let done = 0;
  const looking = setInterval(async () => {
    // What it takes to begin says nothing of what episodes take.
    if (done > 0 && child.pid) memory.push(...(await residentMb(child.pid)));
  }, LOOK_MS);
  try {
    for await (const line of createInterface({ input: child.stderr })) {
      if (/\] new /.test(line)) done++;
      if (done % 100 === 0 && /\] new /.test(line)) {
        console.error(
          `  ${done} of ${episodes} episodes, ${Math.round(memory.at(-1) ?? Number.NaN)} MB`,
        );
      }
    }
    if (done !== episodes) throw new Error(`Only ${done} of ${episodes} episodes came in.`);
    return { seconds: (performance.now() - began) / 1000, memory };
  } finally {
    clearInterval(looking);
    child.kill();
  }
}

/** Nothing where the system does not tell. */
async function residentMb(pid: number): Promise<number[]> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    const kilobytes = Number(stdout.trim());
    return kilobytes > 0 ? [kilobytes / 1000] : [];
  } catch {
    return [];
  }
}
