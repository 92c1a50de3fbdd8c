import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../lib/store/client.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { StoreRefusal } from '../../lib/store/records.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import type { Thing } from '../../lib/understanding/things/thing.ts';
import { sampleEpisode, sampleUnderstanding } from './sample-episode.ts';

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
  it('keeps what is known of its times', async () => {
    const record = sampleEpisode();
    const known = {
      confidence: 0.9,
      withinMs: 1_500,
      marks: [{ offset: 8, ms: 2_250, confidence: 0.75 }],
    };
    const turns = record.turns.map((turn, i) => (i === 1 ? { ...turn, ...known } : turn));
    await store.saveEpisode({ ...record, turns });
    const episode = await store.episode('tidal-kites');
    expect(episode?.turns[1]).toMatchObject(known);
    expect(episode?.turns[0]).not.toHaveProperty('marks');
  });

  it('comes back as it went in', async () => {
    const record = sampleEpisode();
    expect(await store.saveEpisode(record)).toMatchObject({ slug: 'tidal-kites', outcome: 'new' });
    const episode = await store.episode('tidal-kites');
    expect(episode?.turns).toEqual(record.turns);
    expect(episode?.sections).toEqual(
      record.understanding.sections.map((section) => ({
        ...section,
        slug: 'tidal-kites',
        retitled: false,
      })),
    );
    expect(episode?.summary).toEqual(record.understanding.summary);
    expect(episode?.warnings).toEqual(record.warnings);
    expect(episode?.quotes.map(({ text }) => text)).toEqual(
      record.understanding.quotes.map(({ text }) => text),
    );
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
    expect(await store.saveEpisode(retitled)).toMatchObject({
      slug: 'tidal-kites',
      outcome: 'changed',
    });
    expect((await store.episode('tidal-kites'))?.title).toBe('Kites in the tide');
  });

  it('never overwrites another show’s episode of the same name', async () => {
    await store.saveEpisode(sampleEpisode());
    const other = sampleEpisode(['Good morning.', 'Good night.', 'See you.', 'Goodbye.'], {
      show: { slug: 'fast-air', title: 'Fast Air' },
      source: 'other.txt',
    });
    expect(await store.saveEpisode(other)).toMatchObject({
      slug: 'tidal-kites-fast-air',
      outcome: 'new',
    });
    expect(await store.countEpisodes()).toBe(2);
  });

  describe('of the same name, with other words, from another file', () => {
    const OTHER = ['Good morning to you.', 'And a good night.', 'See you soon.', 'Goodbye.'];
    const other = (change = {}) => sampleEpisode(OTHER, { source: 'other.txt', ...change });

    it('is another episode, and stays it', async () => {
      await store.saveEpisode(sampleEpisode());
      expect(await store.saveEpisode(other())).toMatchObject({
        slug: 'tidal-kites-2',
        outcome: 'new',
      });
      const corrected = sampleEpisode([...OTHER, 'We forgot to say this.'], {
        source: 'other.txt',
      });
      expect(await store.saveEpisode(corrected)).toMatchObject({
        slug: 'tidal-kites-2',
        outcome: 'changed',
      });
      expect((await store.episode('tidal-kites'))?.turns[0]?.text).toMatch(/^Welcome/);
    });

    it('replaces it where the owner gave it that slug', async () => {
      await store.saveEpisode(sampleEpisode());
      expect(await store.saveEpisode(other({ slugIsGiven: true }))).toMatchObject({
        slug: 'tidal-kites',
        outcome: 'changed',
      });
    });

    it('is refused where the owner gave it that slug and its day is another', async () => {
      await store.saveEpisode(sampleEpisode());
      const redated = other({ slugIsGiven: true, date: '2026-06-01' });
      await expect(store.saveEpisode(redated)).rejects.toThrow(StoreRefusal);
      expect((await store.episode('tidal-kites'))?.turns[0]?.text).toMatch(/^Welcome/);
    });
  });

  it('is the same episode recognised anew, from another file with other turns', async () => {
    const words = (await store.saveEpisode(sampleEpisode())) && sampleEpisode().turns;
    const anew = words.map(({ text }) => text.replace('wing', 'ring')).join(' ');
    const again = sampleEpisode([anew, 'And that was it.'], { source: 'anew.srt' });
    expect(await store.saveEpisode(again)).toMatchObject({
      slug: 'tidal-kites',
      outcome: 'changed',
    });
  });

  it('lands whole or not at all', async () => {
    await store.saveEpisode(sampleEpisode());
    const before = await store.episode('tidal-kites');
    const broken = sampleEpisode(['One.', 'Two.', 'Three.', 'Four.'], {
      sourceHash: 'broken',
    });
    // The last thing written names a turn that does not exist.
    broken.understanding.claims = [{ turn: 99, start: 0, end: 4, terms: ['one'] }];
    await expect(store.saveEpisode(broken)).rejects.toThrow();
    expect(await store.episode('tidal-kites')).toEqual(before);
    expect(await store.holding('broken')).toBeNull();
  });

  it('refuses a quote that is not verbatim', async () => {
    const record = sampleEpisode();
    record.understanding.quotes = [{ turn: 1, start: 0, end: 5, text: 'We built', why: '' }];
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

  it('lists the episodes of one show, and every show with how many there are', async () => {
    const line = (text: string) => [text, 'Yes, indeed.', 'Why is that so?', 'Because it is.'];
    const save = (title: string, show: { slug: string; title: string }) =>
      store.saveEpisode(
        sampleEpisode(line(title), { slug: title, title, show, source: title, sourceHash: title }),
      );
    const [water, trains] = [
      { slug: 'slow-water', title: 'Slow Water' },
      { slug: 'night-trains', title: 'Night Trains' },
    ];
    await save('kites', water);
    await save('sleepers', trains);
    await save('seals', water);
    const found = await store.episodes({ page: 1, perPage: 20, show: 'slow-water' });
    expect(found.total).toBe(2);
    expect(found.episodes.map(({ slug }) => slug).sort()).toEqual(['kites', 'seals']);
    expect((await store.episodes({ page: 1, perPage: 20, show: 'nothing' })).total).toBe(0);
    expect(await store.shows()).toEqual([
      { ...trains, episodes: 1 },
      { ...water, episodes: 2 },
    ]);
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

describe('the owner’s edits', () => {
  const PINNED = 'One wing powers about a thousand homes when the moon is right.';

  it('survive a re-ingest of a corrected file', async () => {
    await store.saveEpisode(sampleEpisode());
    const [quote] = (await store.episode('tidal-kites'))?.quotes ?? [];
    await store.edits.keep({ kind: 'reject', quote: quote?.id ?? '' });
    await store.edits.keep({ kind: 'pin', episode: 'tidal-kites', words: PINNED });
    await store.edits.keep({
      kind: 'title',
      episode: 'tidal-kites',
      section: 'tidal-kites',
      title: 'Wings under water',
    });
    const lines = sampleEpisode().turns.map(({ text }) => text);
    lines[2] = 'And how much power does one of these wings make?';
    expect((await store.saveEpisode(sampleEpisode(lines))).outcome).toBe('changed');

    const episode = await store.episode('tidal-kites');
    expect(episode?.quotes.map(({ text, pinned }) => [text, pinned])).toEqual([[PINNED, true]]);
    expect(episode?.sections.map(({ title, slug, retitled }) => [title, slug, retitled])).toEqual([
      ['Wings under water', 'wings-under-water', true],
    ]);
    expect(await store.edits.all('tidal-kites')).toHaveLength(3);
  });

  it('the later of two about the same words counts, and each can be taken back', async () => {
    await store.saveEpisode(sampleEpisode());
    await store.edits.keep({ kind: 'pin', episode: 'tidal-kites', words: PINNED });
    await store.edits.keep({ kind: 'reject', episode: 'tidal-kites', words: PINNED });
    const edits = await store.edits.all();
    expect(edits.map(({ kind, words }) => [kind, words])).toEqual([['reject', PINNED]]);
    expect(await store.edits.drop(edits[0]?.id ?? 0)).toBe('tidal-kites');
    expect(await store.edits.all()).toEqual([]);
  });

  it('are refused where there is nothing of that name', async () => {
    await store.saveEpisode(sampleEpisode());
    const nowhere = { kind: 'pin', episode: 'tidal-kites', words: 'Nobody said so ever.' } as const;
    await expect(store.edits.keep(nowhere)).rejects.toThrow(StoreRefusal);
    await expect(store.edits.keep({ kind: 'reject', quote: 'x' })).rejects.toThrow(StoreRefusal);
    await expect(store.edits.drop(7)).rejects.toThrow(StoreRefusal);
  });
});

describe('understanding anew', () => {
  it('replaces what an older version made, and tells the engines', async () => {
    const record = sampleEpisode();
    await store.saveEpisode(record);
    expect(await store.episodesReadBefore(1)).toEqual([]);
    expect(await store.episodesReadBefore(2)).toEqual(['tidal-kites']);
    const { lastSeq } = await store.outbox.pendingFor('sqlite');
    const versions = await store.outbox.versions();
    const lines = record.turns.map(({ text }) => text);
    const [section] = record.understanding.sections;
    if (!section) throw new Error('the sample has a section');
    await store.replaceUnderstanding('tidal-kites', {
      understanding: sampleUnderstanding(lines, { sections: [{ ...section, title: 'Kites' }] }),
      understandingVersion: 2,
      writtenBy: 'a-model',
    });
    const episode = await store.episode('tidal-kites');
    expect(episode?.sections.map(({ title }) => title)).toEqual(['Kites']);
    expect([episode?.understandingVersion, episode?.writtenBy]).toEqual([2, 'a-model']);
    expect(episode?.turns).toEqual(record.turns);
    expect((await store.outbox.pendingFor('sqlite')).lastSeq).toBeGreaterThan(lastSeq);
    expect(await store.outbox.versions()).not.toEqual(versions);
  });
});

describe('what episodes have in common', () => {
  const kite = (turn: number, text: string): Thing => {
    const start = text.indexOf('tidal kite');
    return {
      key: 'tidal kite',
      label: 'tidal kite',
      kind: 'term',
      forms: ['tidal kite'],
      mentions: [{ turn, start, end: start + 10 }],
      defining: 0,
      why: 'It is explained.',
    };
  };
  const LATER = [
    'We are back. What is new?',
    'A tidal kite is a wing that flies under water, and ours flies faster now.',
  ];

  async function twoEpisodes() {
    const first = sampleEpisode();
    first.understanding.things = [kite(1, first.turns[1]?.text ?? '')];
    first.understanding.claims = [
      { turn: 1, start: 0, end: 30, terms: ['tidal', 'kite', 'wing', 'fli', 'water'] },
    ];
    const later = sampleEpisode(LATER, {
      slug: 'faster-kites',
      title: 'Faster kites',
      date: '2026-08-01',
      source: 'faster.txt',
    });
    later.understanding.things = [kite(1, LATER[1] ?? '')];
    later.understanding.claims = [
      { turn: 1, start: 0, end: 30, terms: ['tidal', 'kite', 'wing', 'fli', 'faster'] },
    ];
    await store.saveEpisode(first);
    await store.saveEpisode(later);
  }

  it('a thing has one page over all of them, oldest first', async () => {
    await twoEpisodes();
    const { things } = await store.things(paging);
    expect(things).toEqual([
      { slug: 'tidal-kite', label: 'tidal kite', kind: 'term', episodes: 2, mentions: 2 },
    ]);
    const thing = await store.thing('tidal-kite');
    expect(thing?.episodes.map(({ episode }) => episode.slug)).toEqual([
      'tidal-kites',
      'faster-kites',
    ]);
    const { mention } = thing?.explained ?? {};
    expect(mention?.text.slice(mention.start, mention.end)).toBe('tidal kite');
    expect(await store.thing('nothing')).toBeNull();
  });

  it('links what was said before, both ways, and sections about the same', async () => {
    await twoEpisodes();
    const earlier = await store.links('tidal-kites');
    expect(earlier.turns.get(1)?.map(({ episode }) => episode.slug)).toEqual(['faster-kites']);
    const later = await store.links('faster-kites');
    expect(later.turns.get(1)?.map(({ episode }) => episode.slug)).toEqual(['tidal-kites']);
    expect(later.sections.get(0)?.map(({ episode }) => episode.slug)).toEqual(['tidal-kites']);
  });

  it('forgets a thing that no episode names any more', async () => {
    await twoEpisodes();
    await store.saveEpisode(sampleEpisode(undefined, { sourceHash: 'again' }));
    expect((await store.thing('tidal-kite'))?.episodes).toHaveLength(1);
    await store.saveEpisode(
      sampleEpisode(LATER, { slug: 'faster-kites', source: 'faster.txt', sourceHash: 'again' }),
    );
    expect(await store.thing('tidal-kite')).toBeNull();
  });
});
