import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAddress } from '../../lib/anchors/address.ts';
import { resolveAddress, wordStream } from '../../lib/anchors/resolve.ts';
import { migrateDatabase } from '../../lib/store/migrate.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { sampleEpisode, sampleUnderstanding } from './sample-episode.ts';

const SLUG = 'tidal-kites';
const LINES = sampleEpisode().turns.map(({ text }) => text);
const [WELCOME = '', KITES = '', POWER = '', HOMES = ''] = LINES;

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-links-'));
  const url = `file:${path.join(folder, 'earmark.db')}`;
  await migrateDatabase(url, path.resolve(import.meta.dirname, '../../prisma/migrations'));
  store = openStore(url);
  await store.saveEpisode(sampleEpisode());
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const anchorsNow = async () => (await store.episode(SLUG))?.turns.map(({ anchor }) => anchor) ?? [];

describe('links to an episode that is corrected', () => {
  it('break nothing where nothing was linked to that is gone', async () => {
    const edited = [WELCOME, KITES, POWER, HOMES.replace('a thousand', 'nine hundred')];
    const { links } = await store.saveEpisode(sampleEpisode(edited));
    expect(links).toEqual({ moved: [], lost: [] });
    expect(await store.retiredPlaces(SLUG)).toEqual([]);
  });

  it('follow a turn that was run together with another', async () => {
    const [, , , homes] = await anchorsNow();
    const { links } = await store.saveEpisode(sampleEpisode([WELCOME, KITES, `${HOMES} ${POWER}`]));
    const anchors = await anchorsNow();
    const [place] = await store.retiredPlaces(SLUG);
    expect(anchors).toContain(homes);
    expect(place).toMatchObject({ turn: 2, offset: HOMES.length + 1 });
    expect(links.moved).toEqual([
      { link: `#${place?.fragment}`, to: `#turn-${anchors[2]}`, words: POWER },
    ]);
    expect(links.lost).toEqual([]);
  });

  it('lead to the place of a turn that was taken out, and the report names it', async () => {
    const [, , power] = await anchorsNow();
    const { links } = await store.saveEpisode(sampleEpisode([WELCOME, KITES, HOMES]));
    expect(links.lost).toEqual([
      { link: `#turn-${power}`, to: `#turn-${(await anchorsNow())[2]}`, words: POWER },
    ]);
    expect(await store.retiredPlaces(SLUG)).toEqual([
      { fragment: `turn-${power}`, turn: 2, offset: 0 },
    ]);
  });

  it('are kept through further versions, and given back where the turn returns', async () => {
    const [, , power] = await anchorsNow();
    await store.saveEpisode(sampleEpisode([WELCOME, KITES, HOMES]));
    await store.saveEpisode(sampleEpisode(['Good evening.', WELCOME, KITES, HOMES]));
    expect(await store.retiredPlaces(SLUG)).toEqual([
      { fragment: `turn-${power}`, turn: 3, offset: 0 },
    ]);
    const { links } = await store.saveEpisode(sampleEpisode());
    expect(links.lost.map(({ words }) => words)).toEqual(['Good evening.']);
    expect(await anchorsNow()).toContain(power);
    const fragments = (await store.retiredPlaces(SLUG)).map(({ fragment }) => fragment);
    expect(fragments).not.toContain(`turn-${power}`);
  });

  it('follow a quote whose words were changed, from its old page', async () => {
    const [quote] = (await store.episode(SLUG))?.quotes ?? [];
    const edited = KITES.replace('under water', 'under the water');
    const { links } = await store.saveEpisode(sampleEpisode([WELCOME, edited, POWER, HOMES]));
    expect(await store.quote(quote?.id ?? '')).toBeNull();
    expect(links.moved).toEqual([
      {
        link: `/quotes/${quote?.id}`,
        to: `#turn-${(await anchorsNow())[1]}`,
        words: expect.any(String),
      },
    ]);
    const retired = await store.retiredQuote(quote?.id ?? '');
    const address = readAddress(retired?.address ?? '');
    const episode = await store.episode(SLUG);
    expect(retired?.episode).toBe(SLUG);
    expect(address && resolveAddress(wordStream(episode?.turns ?? []), address)).toMatchObject({
      kind: 'edited',
      firstTurn: 1,
    });
    await store.saveEpisode(sampleEpisode());
    expect((await store.quote(quote?.id ?? ''))?.text).toBe(KITES);
    expect(await store.retiredQuote(quote?.id ?? '')).toBeNull();
  });

  it('follow sections and quotes that another reading makes otherwise', async () => {
    const [quote] = (await store.episode(SLUG))?.quotes ?? [];
    const { sections, ...rest } = sampleUnderstanding(LINES);
    await store.replaceUnderstanding(SLUG, {
      understanding: {
        ...rest,
        quotes: [],
        sections: sections.map((section) => ({ ...section, title: 'Wings' })),
      },
      understandingVersion: 2,
      writtenBy: null,
    });
    expect(await store.retiredPlaces(SLUG)).toEqual([
      { fragment: 's-tidal-kites', turn: 0, offset: 0 },
    ]);
    expect(await store.retiredQuote(quote?.id ?? '')).toMatchObject({ episode: SLUG });
  });
});
