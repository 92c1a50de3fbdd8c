import { applyEdits, type OwnerEdit } from '../understanding/owner-edits.ts';
import { sectionTerms } from '../understanding/relate.ts';
import type { Claim, Understanding } from '../understanding/understanding.ts';
import type { Tx } from './client.ts';
import { fingerprint, slugify, unique } from './identity.ts';
import { linkClaims, linkSections } from './links.ts';
import { asEdit } from './owner-edits.ts';
import { StoreRefusal } from './records.ts';
import { saveThings } from './save-things.ts';

export interface Understood {
  understanding: Understanding;
  understandingVersion: number;
  writtenBy: string | null;
}

/** Takes away what earlier methods made of an episode; the owner's edits stay. */
export async function clearUnderstanding(tx: Tx, episodeId: number): Promise<void> {
  const inEpisode = { where: { episodeId } };
  await tx.quote.deleteMany(inEpisode);
  await tx.summaryPoint.deleteMany(inEpisode);
  await tx.section.deleteMany(inEpisode);
  await tx.episodeThing.deleteMany(inEpisode);
  await tx.claim.deleteMany(inEpisode);
}

/**
 * Writes sections, summaries, quotes, things and links of an episode whose turns are written,
 * with the owner's edits applied. Returns the edits whose words are nowhere any more.
 * @throws StoreRefusal where a quote is not verbatim.
 */
export async function writeUnderstanding(
  tx: Tx,
  { episodeId, slug, language }: { episodeId: number; slug: string; language: string },
  { understanding, understandingVersion, writtenBy }: Understood,
): Promise<OwnerEdit[]> {
  const turns = await tx.turn.findMany({
    where: { episodeId },
    select: { id: true, anchor: true, text: true },
    orderBy: { position: 'asc' },
  });
  for (const quote of understanding.quotes) {
    if (turns[quote.turn]?.text.slice(quote.start, quote.end) !== quote.text) {
      throw new StoreRefusal(
        `The quote “${quote.text}” is not in turn ${quote.turn} word for word.`,
      );
    }
  }
  const edits = await tx.ownerEdit.findMany({ where: { episodeId }, orderBy: { id: 'asc' } });
  const edited = applyEdits(understanding, turns, edits.map(asEdit));
  const turnId = (turn: number) => turns[turn]?.id ?? -1;

  await tx.episode.update({
    where: { id: episodeId },
    data: { understandingVersion, writtenBy },
  });
  const sectionSlugs = unique(edited.sections.map(({ title }) => slugify(title)));
  await tx.section.createMany({
    data: edited.sections.map(({ topics, summary, why, ...section }, position) => ({
      ...section,
      episodeId,
      position,
      slug: sectionSlugs[position] ?? '',
      topics: topics.map((topic) => ({ ...topic })),
      summary: summary.map(toJson),
      why: { ...why },
    })),
  });
  await tx.summaryPoint.createMany({
    data: edited.summary.map((point, position) => ({ ...toJson(point), episodeId, position })),
  });
  const quoteSlugs = unique(edited.quotes.map(({ text }) => fingerprint(`${slug}\n${text}`, 10)));
  await tx.quote.createMany({
    data: edited.quotes.map(({ turn, text: _, ...quote }, position) => ({
      ...quote,
      episodeId,
      position,
      turnId: turnId(turn),
      slug: quoteSlugs[position] ?? '',
    })),
  });
  await saveThings(tx, episodeId, edited.things, turnId);

  const terms = sectionTerms(
    edited.sections.map(({ firstTurn, lastTurn }) =>
      turns.slice(firstTurn, lastTurn + 1).map(({ text }) => text),
    ),
    language,
  );
  await saveSectionTerms(tx, episodeId, terms);
  await linkSections(tx, episodeId);
  await saveClaims(tx, episodeId, edited.claims, turnId);
  await linkClaims(tx, episodeId);
  return edited.unresolved;
}

const toJson = ({ text, turns, verbatim }: Understanding['summary'][number]) => ({
  text,
  turns,
  verbatim: verbatim.map((span) => ({ ...span })),
});

async function saveSectionTerms(
  tx: Tx,
  episodeId: number,
  terms: readonly ReadonlyMap<string, number>[],
) {
  const sections = await tx.section.findMany({
    where: { episodeId },
    select: { id: true },
    orderBy: { position: 'asc' },
  });
  const rows = sections.flatMap(({ id }, i) =>
    [...(terms[i] ?? [])].map(([term, weight]) => [id, term, weight]),
  );
  // One parameter for hundreds of rows: several times as fast as an insert with thousands of them.
  await tx.$executeRaw`
    INSERT INTO SectionTerm (sectionId, term, weight)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(rows)})`;
}

async function saveClaims(
  tx: Tx,
  episodeId: number,
  claims: readonly Claim[],
  turnId: (turn: number) => number,
) {
  await tx.claim.createMany({
    data: claims.map(({ turn, start, end }) => ({ episodeId, turnId: turnId(turn), start, end })),
  });
  const rows = await tx.claim.findMany({
    where: { episodeId },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const terms = rows.flatMap(({ id }, i) => (claims[i]?.terms ?? []).map((term) => [id, term]));
  await tx.$executeRaw`
    INSERT INTO ClaimTerm (claimId, term)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(terms)})`;
}
