import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../lib/store/client.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { StoreRefusal } from '../../lib/store/records.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { sampleEpisode } from './sample-episode.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

let folder: string;
let url: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-store-'));
  url = `file:${path.join(folder, 'earmark.db')}`;
  await migrateDatabase(url, MIGRATIONS);
  store = openStore(url);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const paging = { page: 1, perPage: 20 };

describe('the database', () => {
  it('enforces foreign keys, in transactions too, and writes ahead', async () => {
    const db = openDatabase(url);
    try {
      const mode = await db.$queryRawUnsafe<{ journal_mode: string }[]>('PRAGMA journal_mode');
      expect(mode[0]?.journal_mode).toBe('wal');
      const orphan = { episodeId: 99, position: 0, text: 'x', turns: [] };
      await expect(db.summaryPoint.create({ data: orphan })).rejects.toThrow(/[Ff]oreign key/);
      await expect(
        db.$transaction(async (tx) => tx.summaryPoint.create({ data: orphan })),
      ).rejects.toThrow(/[Ff]oreign key/);
    } finally {
      await db.$disconnect();
    }
  });
});

describe('an episode that is saved', () => {
  it('comes back as it went in', async () => {
    const record = sampleEpisode();
    expect(await store.saveEpisode(record)).toEqual({ slug: 'tidal-kites', outcome: 'new' });
    const episode = await store.episode('tidal-kites');
    expect(episode?.turns).toEqual(record.turns);
    expect(episode?.sections).toEqual(record.sections);
    expect(episode?.summary).toEqual(record.summary);
    expect(episode?.warnings).toEqual(record.warnings);
    expect(episode?.quotes.map(({ text }) => text)).toEqual(record.quotes.map(({ text }) => text));
    expect(
      episode?.speakers.map(({ name, role, inferred, turnCount }) => ({
        name,
        role,
        inferred,
        turnCount,
      })),
    ).toEqual([
      { name: 'Ada Marsh', role: 'host', inferred: false, turnCount: 2 },
      { name: 'Bo Lind', role: 'guest', inferred: true, turnCount: 2 },
    ]);
    expect(episode?.speakers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('changes nothing when it is saved again', async () => {
    await store.saveEpisode(sampleEpisode());
    const before = await store.episode('tidal-kites');
    const { lastSeq } = await store.outbox.pendingFor('sqlite');
    expect((await store.saveEpisode(sampleEpisode())).outcome).toBe('same');
    expect(await store.episode('tidal-kites')).toEqual(before);
    expect((await store.outbox.pendingFor('sqlite')).lastSeq).toBe(lastSeq);
  });

  it('is replaced by its corrected version, and links to edited turns stay good', async () => {
    const record = sampleEpisode();
    await store.saveEpisode(record);
    const lines = record.turns.map(({ text }) => text);
    lines[3] = 'One wing powers about a thousand and two hundred homes when the moon is right.';
    expect((await store.saveEpisode(sampleEpisode(lines))).outcome).toBe('changed');
    const episode = await store.episode('tidal-kites');
    expect(episode?.turns[3]?.text).toBe(lines[3]);
    expect(episode?.turns.map(({ anchor }) => anchor)).toEqual(
      record.turns.map(({ anchor }) => anchor),
    );
    expect(await store.countEpisodes()).toBe(1);
  });

  it('keeps its address when only its title was corrected', async () => {
    await store.saveEpisode(sampleEpisode());
    const retitled = sampleEpisode(undefined, {
      title: 'Kites in the tide',
      slug: 'kites-in-the-tide',
    });
    expect(await store.saveEpisode(retitled)).toEqual({ slug: 'tidal-kites', outcome: 'changed' });
    expect((await store.episode('tidal-kites'))?.title).toBe('Kites in the tide');
  });

  it('never overwrites another show’s episode of the same name', async () => {
    await store.saveEpisode(sampleEpisode());
    const other = sampleEpisode(['Good morning.', 'Good night.', 'See you.', 'Goodbye.'], {
      show: { slug: 'fast-air', title: 'Fast Air' },
      source: 'other.txt',
      quotes: [],
      summary: [],
    });
    expect(await store.saveEpisode(other)).toEqual({
      slug: 'tidal-kites-fast-air',
      outcome: 'new',
    });
    expect(await store.countEpisodes()).toBe(2);
  });

  it('never overwrites an episode of another day and other words', async () => {
    await store.saveEpisode(sampleEpisode());
    const other = sampleEpisode(['Good morning.', 'Good night.', 'See you.', 'Goodbye.'], {
      date: '2026-06-01',
      source: 'other.txt',
      quotes: [],
    });
    await expect(store.saveEpisode(other)).rejects.toThrow(StoreRefusal);
    expect((await store.episode('tidal-kites'))?.turns[0]?.text).toMatch(/^Welcome/);
  });

  it('lands whole or not at all', async () => {
    await store.saveEpisode(sampleEpisode());
    const before = await store.episode('tidal-kites');
    const broken = sampleEpisode(['One.', 'Two.', 'Three.', 'Four.'], {
      quotes: [],
      sourceHash: 'broken',
    });
    broken.sections = [...broken.sections, ...broken.sections];
    await expect(store.saveEpisode(broken)).rejects.toThrow();
    expect(await store.episode('tidal-kites')).toEqual(before);
    expect(await store.holding('broken')).toBeNull();
  });

  it('refuses a quote that is not verbatim', async () => {
    const record = sampleEpisode();
    record.quotes = [{ turn: 1, start: 0, end: 5, text: 'We built' }];
    await expect(store.saveEpisode(record)).rejects.toThrow(/word for word/);
    expect(await store.countEpisodes()).toBe(0);
  });

  it('forgets a speaker whom a correction leaves without any turn', async () => {
    const record = sampleEpisode();
    await store.saveEpisode(record);
    const renamed = sampleEpisode(undefined, { sourceHash: 'renamed' });
    renamed.speakers = renamed.speakers.map((speaker) =>
      speaker.slug === 'bo-lind'
        ? { ...speaker, slug: 'bo-lindqvist', name: 'Bo Lindqvist' }
        : speaker,
    );
    await store.saveEpisode(renamed);
    expect(await store.speaker('bo-lind')).toBeNull();
    expect((await store.speaker('bo-lindqvist'))?.appearances).toHaveLength(1);
  });
});

describe('reading', () => {
  it('lists episodes newest first, undated ones last, in pages', async () => {
    const line = (text: string) => [text, 'Yes, indeed.', 'Why is that so?', 'Because it is.'];
    const save = (title: string, date: string | null) =>
      store.saveEpisode(
        sampleEpisode(line(title), { slug: title, title, date, source: title, sourceHash: title }),
      );
    await save('old', '2020-01-01');
    await save('undated', null);
    await save('new', '2026-01-01');
    const first = await store.episodes({ page: 1, perPage: 2 });
    expect(first).toMatchObject({ total: 3, page: 1, perPage: 2 });
    expect(first.episodes.map(({ slug }) => slug)).toEqual(['new', 'old']);
    expect(
      (await store.episodes({ page: 2, perPage: 2 })).episodes.map(({ slug }) => slug),
    ).toEqual(['undated']);
    expect((await store.episodes({ page: 9, perPage: 2 })).episodes).toEqual([]);
  });

  it('shows a quote in its exchange, and a speaker with what they said best', async () => {
    await store.saveEpisode(sampleEpisode());
    const [quote] = (await store.episode('tidal-kites'))?.quotes ?? [];
    const shown = await store.quote(quote?.id ?? '');
    expect(shown?.exchange).toHaveLength(4);
    expect(shown?.exchange[shown.quoted]?.text.slice(shown.start, shown.end)).toBe(quote?.text);
    const bo = await store.speaker('bo-lind');
    expect(bo?.appearances[0]?.quotes.map(({ id }) => id)).toEqual([quote?.id]);
  });

  it('answers null for what is not there', async () => {
    expect(await store.episode('nothing')).toBeNull();
    expect(await store.quote('nothing')).toBeNull();
    expect(await store.speaker('nobody')).toBeNull();
    expect((await store.episodes(paging)).total).toBe(0);
  });
});

describe('the outbox', () => {
  it('holds what each engine has still to be told, and forgets it when all were told', async () => {
    await store.saveEpisode(sampleEpisode());
    const { episodeIds, lastSeq } = await store.outbox.pendingFor('sqlite');
    expect(episodeIds).toHaveLength(1);
    await store.outbox.advance('sqlite', lastSeq, ['sqlite', 'meilisearch']);
    expect((await store.outbox.pendingFor('sqlite')).episodeIds).toEqual([]);
    expect((await store.outbox.pendingFor('meilisearch')).episodeIds).toEqual(episodeIds);
    await store.outbox.advance('meilisearch', lastSeq, ['sqlite', 'meilisearch']);
    expect((await store.outbox.pendingFor('a newcomer')).episodeIds).toEqual([]);
  });

  it('never moves a cursor back', async () => {
    await store.saveEpisode(sampleEpisode());
    const { lastSeq } = await store.outbox.pendingFor('sqlite');
    await store.outbox.advance('sqlite', lastSeq, ['sqlite']);
    await store.outbox.advance('sqlite', lastSeq - 1, ['sqlite']);
    expect((await store.outbox.pendingFor('sqlite')).episodeIds).toEqual([]);
  });
});
