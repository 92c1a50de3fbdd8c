import { isSameTalk } from '../anchors/same-talk.ts';
import { succeed } from '../anchors/succession.ts';
import { isUnnamed } from '../people/nameless.ts';
import { countWords } from '../transcript/count-words.ts';
import type { OwnerEdit } from '../understanding/owner-edits.ts';
import { type Db, type Tx, writing } from './client.ts';
import { turnAnchors } from './identity.ts';
import { type EpisodeRecord, type LinkReport, type SaveOutcome, StoreRefusal } from './records.ts';
import { type Published, readPublished, retire } from './retire.ts';
import { placeSpeakers, readSpeakersBefore, settleSpeakers } from './save-speakers.ts';
import { clearUnderstanding, writeUnderstanding } from './save-understanding.ts';

/** Two versions of a file are one episode when at least this share of the smaller one's turns is equal. */
const SAME_EPISODE = 0.5;

const UNCHANGED: LinkReport = { moved: [], lost: [] };

export interface Saved {
  slug: string;
  outcome: SaveOutcome;
  lost: OwnerEdit[];
  links: LinkReport;
  /** Who is whom now, where that is not what the file says: a sentence each. */
  people: string[];
}

/**
 * Writes one episode in one transaction, with its note to the search engines: all of it lands or
 * nothing does. The same source hash changes nothing; another version of an episode replaces what
 * the earlier one held and keeps its slug, the anchors of its turns and the owner's edits; `lost` are
 * those whose words are nowhere any more, `links` what became of links that it would have broken.
 * @throws StoreRefusal where a quote is not verbatim or the slug belongs to another episode.
 */
export async function saveEpisode(db: Db, record: EpisodeRecord): Promise<Saved> {
  return writing(db, async (tx) => {
    const existing = await findExisting(tx, record);
    if (existing?.sourceHash === record.sourceHash) {
      return {
        slug: existing.slug,
        outcome: 'same' as const,
        lost: [],
        links: UNCHANGED,
        people: [],
      };
    }
    const slug = existing?.slug ?? (await freeSlug(tx, record));
    const published = existing && (await readPublished(tx, existing.id));
    const succession = published && succeed(named(published.turns), named(record.turns));
    const anchors = succession?.anchors ?? record.turns.map((turn) => turn.anchor);
    const before = existing ? await readSpeakersBefore(tx, existing.id) : [];
    const { episodeId, show } = await writeEpisode(tx, record, slug, existing?.id ?? null);
    const saved = { id: episodeId, slug, show };
    const { ids, open } = await placeSpeakers(tx, saved, record.speakers, before);
    await writeTurns(tx, record, episodeId, anchors, ids);
    const lost = await writeUnderstanding(
      tx,
      { episodeId, slug, language: record.language },
      record,
    );
    const links =
      published && succession ? await retire(tx, episodeId, published, succession) : UNCHANGED;
    const people = open.length === 0 ? [] : await settleSpeakers(tx, saved, before, open);
    // A new episode takes nothing away: looking through all things for each would cost more with every one.
    if (existing) await dropOrphans(tx);
    else if (open.length > 0) await dropSpeakers(tx);
    await tx.outboxEntry.create({ data: { episodeId } });
    const outcome = existing ? ('changed' as const) : ('new' as const);
    return { slug, outcome, lost, links, people };
  });
}

/** Turns with the names that their words alone would give them. */
function named(turns: Published['turns']) {
  const names = turnAnchors(turns.map(({ text }) => text));
  return turns.map((turn, i) => ({ ...turn, fingerprint: names[i] ?? '' }));
}

/** The slug of the episode that was stored from exactly this, or null. */
export async function holding(db: Db, sourceHash: string): Promise<string | null> {
  return (await db.episode.findFirst({ where: { sourceHash } }))?.slug ?? null;
}

/**
 * The stored version of this very episode: by slug and show, or by its source and its words. Another
 * talk that only happens to have its name (a folder's every “Episode 1”) is another episode, unless the
 * owner gave it that slug.
 */
async function findExisting(tx: Tx, record: EpisodeRecord) {
  const turns = { select: { anchor: true, text: true }, orderBy: { position: 'asc' } } as const;
  const show = { slug: record.show.slug };
  const named = await tx.episode.findFirst({
    where: { slug: record.slug, show },
    include: { turns },
  });
  if (named) {
    if (named.source === record.source || alike(named.turns, record)) return named;
    const redated = named.date !== null && record.date !== null && named.date !== record.date;
    if (record.slugIsGiven && redated) {
      throw new StoreRefusal(
        `“${record.slug}” is already an episode of ${named.date} from ${named.source}; give this one another name with --slug.`,
      );
    }
    if (record.slugIsGiven) return named;
  }
  const fromSource = await tx.episode.findMany({
    where: { source: record.source, show },
    include: { turns },
  });
  return fromSource.find((candidate) => alike(candidate.turns, record)) ?? null;
}

/** Whether two versions are one episode: by equal turns, or by what is said. */
function alike(stored: readonly { anchor: string; text: string }[], { turns }: EpisodeRecord) {
  const anchors = new Set(stored.map(({ anchor }) => anchor));
  const equal = turns.filter(({ anchor }) => anchors.has(anchor)).length;
  const said = (of: readonly { text: string }[]) => of.map(({ text }) => text);
  return (
    equal >= SAME_EPISODE * Math.min(stored.length, turns.length) ||
    isSameTalk(said(stored), said(turns))
  );
}

/** The wished slug; where another show has it with this show's name, where the show itself has with a number. */
async function freeSlug(tx: Tx, { slug: wished, show }: EpisodeRecord): Promise<string> {
  const holder = (slug: string) =>
    tx.episode.findUnique({ where: { slug }, include: { show: true } });
  const first = await holder(wished);
  if (!first) return wished;
  const base = first.show.slug === show.slug ? wished : `${wished}-${show.slug}`;
  let slug = base;
  for (let n = 2; await holder(slug); n++) slug = `${base}-${n}`;
  return slug;
}

async function writeEpisode(tx: Tx, record: EpisodeRecord, slug: string, id: number | null) {
  const show = await tx.show.upsert({
    where: { slug: record.show.slug },
    create: record.show,
    update: {},
  });
  const data = {
    slug,
    showId: show.id,
    title: record.title,
    date: record.date,
    language: record.language,
    ...mediaIn(record),
    durationMs: record.durationMs,
    timing: record.timing,
    publisherSummary: record.publisherSummary,
    source: record.source,
    format: record.format,
    sourceHash: record.sourceHash,
    wordCount: record.wordCount,
    warnings: record.warnings,
  };
  if (id === null) return { episodeId: (await tx.episode.create({ data })).id, show };
  const inEpisode = { where: { episodeId: id } };
  await clearUnderstanding(tx, id);
  await tx.turn.deleteMany(inEpisode);
  await tx.appearance.deleteMany(inEpisode);
  await tx.episode.update({ where: { id }, data });
  return { episodeId: id, show };
}

/** A corrected transcript says nothing of the recording: what is stored of it stays. */
function mediaIn({ mediaUrl, mediaFile = null, mediaType = null, noMedia }: EpisodeRecord) {
  const brings = mediaUrl !== null || mediaFile !== null;
  return brings || noMedia ? { mediaUrl, mediaFile, mediaType } : {};
}

async function writeTurns(
  tx: Tx,
  record: EpisodeRecord,
  episodeId: number,
  anchors: readonly string[],
  speakerIds: readonly number[],
) {
  const appearances: number[] = [];
  for (const [position, speaker] of record.speakers.entries()) {
    const said = record.turns.filter((turn) => turn.speaker === position);
    const appearance = await tx.appearance.create({
      data: {
        episodeId,
        speakerId: speakerIds[position] ?? 0,
        position,
        label: speaker.label,
        statedName: speaker.name,
        unnamed: isUnnamed(speaker),
        role: speaker.role,
        inferred: speaker.inferred,
        turnCount: said.length,
        wordCount: said.reduce((sum, turn) => sum + countWords(turn.text), 0),
      },
    });
    appearances.push(appearance.id);
  }
  await tx.turn.createMany({
    data: record.turns.map(({ speaker, marks = [], ...turn }, position) => ({
      ...turn,
      marks: marks.map(({ offset, ms, confidence }) => [offset, ms, confidence]),
      episodeId,
      position,
      anchor: anchors[position] ?? turn.anchor,
      appearanceId: speaker === null ? null : (appearances[speaker] ?? null),
    })),
  });
}

/** A correction may leave a speaker or a show without any episode: nobody should meet them. */
async function dropOrphans(tx: Tx) {
  await dropSpeakers(tx);
  await tx.show.deleteMany({ where: { episodes: { none: {} } } });
  await tx.thing.deleteMany({ where: { episodes: { none: {} } } });
}

async function dropSpeakers(tx: Tx) {
  await tx.speaker.deleteMany({ where: { appearances: { none: {} } } });
}
