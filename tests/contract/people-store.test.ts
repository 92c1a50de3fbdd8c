import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PeopleRule } from '../../lib/people/people-rules.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import type { EpisodeRecord, SpeakerRecord } from '../../lib/store/records.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { sampleEpisode } from './sample-episode.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

let folder: string;
let store: Store;
let url: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-people-'));
  url = `file:${path.join(folder, 'earmark.db')}`;
  await migrateDatabase(url, MIGRATIONS);
  store = openStore(url);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const speaker = (name: string, role: SpeakerRecord['role'] = null): SpeakerRecord => ({
  slug: `${name}-slug`,
  label: name,
  name,
  role,
  inferred: false,
});
const SLOW = { slug: 'slow-water', title: 'Slow Water' };
const FAST = { slug: 'fast-water', title: 'Fast Water' };
let version = 0;
async function save(slug: string, names: readonly (string | SpeakerRecord)[], show = SLOW) {
  const lines = names.map((_, i) => `What ${slug} has to say as number ${i}.`);
  const record: EpisodeRecord = sampleEpisode(lines, {
    slug,
    title: slug,
    show,
    source: `${slug}.txt`,
    sourceHash: `${slug} ${++version}`,
    speakers: names.map((name) => (typeof name === 'string' ? speaker(name) : name)),
  });
  record.turns = record.turns.map((turn, i) => ({ ...turn, speaker: i }));
  record.understanding = { ...record.understanding, quotes: [], summary: [] };
  return store.saveEpisode(record);
}
const rule = (name: string, other: string, change: Partial<PeopleRule> = {}): PeopleRule => ({
  show: null,
  episode: null,
  kind: 'same',
  name,
  other,
  ...change,
});
const who = async (slug: string) =>
  (await store.episode(slug))?.speakers.map(({ name, slug: at }) => `${name} /${at}`);
const pending = async () => {
  const { episodeIds, lastSeq } = await store.outbox.pendingFor('test');
  await store.outbox.advance('test', lastSeq, ['test']);
  const slugs = await Promise.all(
    episodeIds.map(async (id) => (await store.outbox.episode(id))?.slug),
  );
  return slugs.sort();
};

describe('one person under several spellings', () => {
  it('is one speaker of a show as soon as an episode spells it out, in any order', async () => {
    await save('one', ['Swyx', 'Ann Lee']);
    await save('two', ['Shawn Wang']);
    expect(await who('one')).toEqual(['Swyx /swyx', 'Ann Lee /ann-lee']);
    expect(await pending()).toEqual(['one', 'two']);
    const { people } = await save('three', ['Shawn “Swyx” Wang']);
    for (const slug of ['one', 'two', 'three'])
      expect((await who(slug))?.[0]).toBe('Shawn “Swyx” Wang /shawn-swyx-wang');
    // The engines hear of all whose names changed.
    expect(await pending()).toEqual(['one', 'three', 'two']);
    expect(people.join('\n')).toContain('“Swyx” is Shawn “Swyx” Wang');
    expect(await store.liveSpeaker('swyx')).toBe('shawn-swyx-wang');
    expect(await store.liveSpeaker('shawn-wang')).toBe('shawn-swyx-wang');
    const person = await store.speaker('shawn-swyx-wang');
    expect(person?.appearances).toHaveLength(3);
    expect(person?.spellings).toEqual(['Shawn Wang', 'Swyx']);
  });

  it('is told apart again when the episode that joined them is corrected', async () => {
    await save('one', ['Swyx']);
    await save('two', ['Shawn Wang']);
    await save('three', ['Shawn “Swyx” Wang']);
    await save('three', ['Somebody Else']);
    expect(await who('one')).toEqual(['Swyx /swyx']);
    expect(await who('two')).toEqual(['Shawn Wang /shawn-wang']);
    expect(await store.speaker('shawn-swyx-wang')).toBeNull();
    expect(await store.liveSpeaker('shawn-swyx-wang')).toBe('shawn-wang');
  });

  it('is not joined where both speak in one episode', async () => {
    await save('one', ['Swyx', 'Shawn “Swyx” Wang']);
    expect(await who('one')).toEqual(['Swyx /swyx', 'Shawn “Swyx” Wang /shawn-swyx-wang']);
  });

  it('never is somebody of another show by a given name, whoever came first', async () => {
    await save('one', ['Dan']);
    await save('two', ['Dan'], FAST);
    expect(await who('one')).toEqual(['Dan /dan']);
    expect(await who('two')).toEqual(['Dan /dan-fast-water']);
    await save('three', ['Eve'], FAST);
    await save('four', ['Eve']);
    expect(await who('four')).toEqual(['Eve /eve-slow-water']);
    expect(await who('three')).toEqual(['Eve /eve']);
    await save('five', ['Ann Lee']);
    await save('six', ['Dr. Ann Lee'], FAST);
    expect((await store.speaker('ann-lee'))?.appearances).toHaveLength(1);
    await save('seven', ['Ann Lee'], FAST);
    expect((await store.speaker('ann-lee'))?.appearances).toHaveLength(3);
  });

  it('is somebody else in every episode where the file has no name', async () => {
    await save('one', ['Speaker B', 'Host']);
    await save('two', ['Speaker B', 'Host']);
    expect(await who('one')).toEqual(['Speaker B /speaker-b-one', 'Host /host-one']);
    expect(await who('two')).toEqual(['Speaker B /speaker-b-two', 'Host /host-two']);
  });

  it('leaves an address behind when a file gives a speaker a name', async () => {
    await save('one', ['Speaker B']);
    await save('one', [{ ...speaker('Bo Dahl'), label: 'Speaker B' }]);
    expect(await store.speaker('speaker-b-one')).toBeNull();
    expect(await store.liveSpeaker('speaker-b-one')).toBe('bo-dahl');
  });
});

describe('episode by episode', () => {
  const CASTS = [
    ['Swyx', 'Ann Lee'],
    ['Ann', 'Bo Lee'],
    [speaker('Ann B. Lee', 'host'), 'Shawn Wang'],
    ['Ann', 'Shawn “Swyx” Wang'],
    ['Ann C. Lee', 'Swyx'],
    ['ann lee', 'Dr. Lee', 'Speaker 2'],
    ['Dr. Ann B. Lee', 'Etan He'],
    ['Ann-Lee', 'Ethan He', 'Bo'],
    [speaker('Bo Dahl', 'host'), 'Ann Lee'],
    ['Bo', 'Shawn Wang', 'Ethan He'],
  ];

  it.each([
    ['in order', (i: number) => i],
    ['backwards', (i: number) => -i],
    ['mixed', (i: number) => (i * 7) % 10],
  ])('comes to what all at once comes to, %s', async (_, place) => {
    await store.people.replace([rule('Ethan He', 'Etan He'), rule('Bo Dahl', 'Bo')]);
    const order = CASTS.map((names, i) => ({ names, i })).sort((a, b) => place(a.i) - place(b.i));
    for (const { names, i } of order) await save(`talk-${i}`, names, i % 4 === 3 ? FAST : SLOW);
    // A correction, too.
    await save('talk-2', ['Ann Bee', 'Shawn Wang']);
    const all = await store.people.preview(await store.people.rules());
    expect(all).toMatchObject({ moved: [], renamed: [], episodes: [] });
  });

  it('takes up a library that an older version stored', async () => {
    await save('one', ['Swyx', 'Speaker B']);
    await save('two', ['Shawn Wang']);
    const { default: Database } = await import('libsql');
    const db = new Database(path.join(folder, 'earmark.db'));
    db.exec('UPDATE Appearance SET statedName = NULL, unnamed = 0');
    db.close();
    await save('three', ['Shawn “Swyx” Wang']);
    expect(await who('one')).toEqual([
      'Shawn “Swyx” Wang /shawn-swyx-wang',
      'Speaker B /speaker-b-one',
    ]);
    await save('three', ['Nobody Else']);
    expect(await who('one')).toEqual(['Swyx /swyx', 'Speaker B /speaker-b-one']);
  });
});

describe('the owner’s people file', () => {
  it('joins, holds for what comes later, and separates again', async () => {
    await save('one', ['Swyx', 'Etan He']);
    await save('two', ['Shawn Wang']);
    await pending();
    const rules = [rule('Shawn Wang', 'Swyx'), rule('Ethan He', 'Etan He', { show: 'slow-water' })];
    const preview = await store.people.preview(rules);
    expect(preview).toMatchObject({ applied: false, episodes: ['one', 'two'] });
    expect(preview.moved.map(({ from, to }) => `${from.slug} ${to.slug}`)).toEqual([
      'swyx shawn-wang',
      'etan-he ethan-he',
    ]);
    expect(await who('one')).toEqual(['Swyx /swyx', 'Etan He /etan-he']);
    expect(await pending()).toEqual([]);

    expect(await store.people.replace(rules)).toMatchObject({ applied: true });
    expect(await who('one')).toEqual(['Shawn Wang /shawn-wang', 'Ethan He /ethan-he']);
    expect(await store.liveSpeaker('swyx')).toBe('shawn-wang');
    // Episode two shows the same, and is found by the other spelling now.
    expect(await pending()).toEqual(['one', 'two']);
    await save('three', ['SWYX', 'Etan He']);
    expect(await who('three')).toEqual(['Shawn Wang /shawn-wang', 'Ethan He /ethan-he']);
    await save('one', ['Swyx', 'Etan He', 'Bo Dahl']);
    expect((await who('one'))?.[0]).toBe('Shawn Wang /shawn-wang');

    expect(await store.people.replace([])).toMatchObject({ applied: true });
    expect(await who('one')).toEqual(['Swyx /swyx', 'Etan He /etan-he', 'Bo Dahl /bo-dahl']);
    expect(await who('two')).toEqual(['Shawn Wang /shawn-wang']);
    expect(await store.liveSpeaker('swyx')).toBe('swyx');
    expect(await store.liveSpeaker('ethan-he')).toBe('etan-he');
    expect((await store.speaker('shawn-wang'))?.spellings).toEqual([]);
  });

  it('joins nobody who speaks in the same episode, unless it says so, and then changes nothing at all', async () => {
    await save('one', ['Dan Lee', 'Dan', 'Bo']);
    const rules = [rule('Bo Dahl', 'Bo'), rule('Dan Lee', 'Dan')];
    const refused = await store.people.replace(rules);
    expect(refused).toMatchObject({
      applied: false,
      notJoined: [{ episode: 'one', name: 'Dan Lee', other: 'Dan' }],
    });
    expect(await who('one')).toEqual(['Dan Lee /dan-lee', 'Dan /dan', 'Bo /bo']);
    expect(await store.people.rules()).toEqual([]);
    await store.people.replace([rule('Dan Lee', 'Dan', { kind: 'together' })]);
    expect(await who('one')).toEqual(['Dan Lee /dan-lee', 'Dan Lee /dan-lee', 'Bo /bo']);
  });

  it('that met no such episode leaves two who speak in one apart, and says so', async () => {
    await save('one', ['Dan']);
    await store.people.replace([rule('Dan Lee', 'Dan')]);
    const { people } = await save('two', ['Dan Lee', 'Dan']);
    expect(await who('one')).toEqual(['Dan Lee /dan-lee']);
    expect(await who('two')).toEqual(['Dan Lee /dan-lee', 'Dan /dan-slow-water']);
    expect(people.join('\n')).toContain('“Dan” is not taken for Dan Lee in “two”');
  });

  it('keeps apart what the rule would join, and what has one name in two shows', async () => {
    await save('one', ['Shawn “Swyx” Wang']);
    await save('two', ['Swyx']);
    await save('three', ['Ann Lee'], FAST);
    await save('four', ['Ann Lee']);
    expect(await who('two')).toEqual(['Shawn “Swyx” Wang /shawn-swyx-wang']);
    expect(await who('three')).toEqual(await who('four'));
    await store.people.replace([
      rule('Swyx', 'Shawn “Swyx” Wang', { kind: 'apart' }),
      rule('Ann Lee', '', { kind: 'apart', show: 'fast-water' }),
    ]);
    expect(await who('two')).toEqual(['Swyx /swyx']);
    expect(await who('three')).toEqual(['Ann Lee /ann-lee-fast-water']);
    expect(await who('four')).toEqual(['Ann Lee /ann-lee']);
  });

  it('names somebody for one episode only', async () => {
    await save('one', ['Speaker B', 'Dan']);
    await save('two', ['Dan', 'Speaker B']);
    await store.people.replace([
      rule('Dan Shapiro', 'Dan', { episode: 'one' }),
      rule('Dan Brown', 'Dan', { episode: 'two' }),
      rule('Mara Lind', 'Speaker B', { episode: 'one' }),
    ]);
    expect(await who('one')).toEqual(['Mara Lind /mara-lind', 'Dan Shapiro /dan-shapiro']);
    expect(await who('two')).toEqual(['Dan Brown /dan-brown', 'Speaker B /speaker-b-two']);
    await store.people.replace([]);
    expect(await who('one')).toEqual(['Speaker B /speaker-b-one', 'Dan /dan']);
  });
});
