import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteEngine } from '@/lib/search/engines/sqlite/engine';
import { parseQuery } from '@/lib/search/parse-query';
import { BREAD, sampleEpisode, UNDATED } from '../../contract/sample-passages';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-index-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'deep/search.db');
const count = async (engine: ReturnType<typeof createSqliteEngine>) =>
  (await engine.search(parseQuery('bread'), { page: 1, perPage: 20 })).total;

describe('the embedded index file', () => {
  it('is made where there is none, with its folder', async () => {
    const engine = createSqliteEngine({ path: file() });
    await engine.prepare();
    expect(existsSync(file())).toBe(true);
    await engine.close();
  });

  it('keeps what it was told', async () => {
    const first = createSqliteEngine({ path: file() });
    await first.replaceEpisode(sampleEpisode(BREAD));
    await first.close();
    const second = createSqliteEngine({ path: file() });
    expect(await count(second)).toBe(1);
    await second.close();
  });

  it('shows what another process wrote', async () => {
    const [reader, writer] = [
      createSqliteEngine({ path: file() }),
      createSqliteEngine({ path: file() }),
    ];
    expect(await count(reader)).toBe(0);
    await writer.replaceEpisode(sampleEpisode(BREAD));
    expect(await count(reader)).toBe(1);
    await Promise.all([reader.close(), writer.close()]);
  });

  it('is made anew where it is damaged', async () => {
    const engine = createSqliteEngine({ path: path.join(folder, 'search.db') });
    writeFileSync(
      path.join(folder, 'search.db'),
      'this is no database, however long it may be'.repeat(50),
    );
    await engine.prepare();
    expect(await engine.contents()).toEqual(new Map());
    await engine.replaceEpisode(sampleEpisode(BREAD));
    expect(await count(engine)).toBe(1);
    await engine.close();
    expect(readFileSync(path.join(folder, 'search.db')).subarray(0, 6).toString()).toBe('SQLite');
  });

  it('follows a file that was replaced', async () => {
    const reader = createSqliteEngine({ path: file() });
    const writer = createSqliteEngine({ path: file() });
    await writer.replaceEpisode(sampleEpisode(BREAD));
    expect(await count(reader)).toBe(1);
    await writer.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(file() + ending, { force: true });
    expect(await count(reader)).toBe(0);
    await reader.close();
  });

  it('lets two processes write, one after the other', async () => {
    const [a, b] = [createSqliteEngine({ path: file() }), createSqliteEngine({ path: file() })];
    await Promise.all([
      a.replaceEpisode(sampleEpisode(BREAD)),
      b.replaceEpisode(sampleEpisode(UNDATED)),
    ]);
    expect(await count(a)).toBe(2);
    await Promise.all([a.close(), b.close()]);
  });

  it('keeps the old index where a rebuild fails', async () => {
    const engine = createSqliteEngine({ path: file() });
    await engine.replaceEpisode(sampleEpisode(BREAD));
    const failing = (async function* () {
      yield sampleEpisode(UNDATED);
      throw new Error('the database went away');
    })();
    await expect(engine.rebuild(failing)).rejects.toThrow('went away');
    expect([...(await engine.contents()).keys()]).toEqual([1]);
    await engine.close();
  });
});
