import { type AnchoredTurn, addressOf, readAddress, writeAddress } from '../anchors/address.ts';
import { resolveAddress, type WordStream, wordStream } from '../anchors/resolve.ts';
import { addressOfTurns, type Gone, relocate } from '../anchors/succession.ts';
import type { Tx } from './client.ts';
import type { LinkReport, PublishedLink } from './records.ts';

/** Everything of an episode that people may have linked to. */
export interface Published {
  turns: AnchoredTurn[];
  sections: { slug: string; firstTurn: number; lastTurn: number }[];
  quotes: { slug: string; start: number; end: number; turn: { position: number } }[];
}

/** Characters of a lost turn or quote that a report shows. */
const SHOWN = 60;

const inOrder = { orderBy: { position: 'asc' } } as const;

export async function readPublished(tx: Tx, episodeId: number): Promise<Published> {
  const row = await tx.episode.findUniqueOrThrow({
    where: { id: episodeId },
    select: {
      turns: { ...inOrder, select: { anchor: true, text: true, startMs: true } },
      sections: { ...inOrder, select: { slug: true, firstTurn: true, lastTurn: true } },
      quotes: {
        ...inOrder,
        select: { slug: true, start: true, end: true, turn: { select: { position: true } } },
      },
    },
  });
  return row;
}

/** What became of an episode's turns; without a correction nothing did. */
export interface TurnsChanged {
  gone: Gone[];
  places: number[];
}

/**
 * Keeps links alive that a new version of an episode would break: of turns that are gone, of sections
 * that are called or cut otherwise, of quotes that are no longer chosen. `before` is what was
 * published; the new version must be written. Those retired earlier are pointed at their words anew.
 */
export async function retire(
  tx: Tx,
  episodeId: number,
  before: Published,
  { gone, places }: TurnsChanged = { gone: [], places: before.turns.map((_, i) => i) },
): Promise<LinkReport> {
  const now = await readPublished(tx, episodeId);
  const stream = wordStream(now.turns);
  const fresh = [
    ...gone.map((turn) => ({ ...turn, name: `turn-${turn.name}` })),
    ...before.sections.map(({ slug, firstTurn, lastTurn }) => ({
      name: `s-${slug}`,
      address: addressOfTurns(before.turns, firstTurn, lastTurn),
      turn: firstTurn,
    })),
  ];
  const live = new Set([
    ...now.turns.map(({ anchor }) => `turn-${anchor}`),
    ...now.sections.map(({ slug }) => `s-${slug}`),
  ]);
  const known = new Set(fresh.map(({ name }) => name));
  const earlier = (await tx.retiredPlace.findMany({ where: { episodeId } })).flatMap((row) =>
    known.has(row.fragment)
      ? []
      : [
          {
            name: row.fragment,
            address: row.address === null ? null : readAddress(row.address),
            turn: row.turn,
          },
        ],
  );
  const dead = [...fresh, ...earlier].filter(({ name }) => !live.has(name));
  const retired = relocate(dead, stream, places);
  await tx.retiredPlace.deleteMany({ where: { episodeId } });
  await tx.retiredPlace.createMany({
    data: retired.map(({ name, address, ...place }) => ({
      ...place,
      episodeId,
      fragment: name,
      address: address && writeAddress(address),
    })),
  });
  const wordsOf = new Map(fresh.map(({ name, turn }) => [name, before.turns[turn]?.text]));
  const links = retired.map(({ name, turn, found }): PublishedLink & { found: boolean } => ({
    link: `#${name}`,
    to: `#turn-${now.turns[turn]?.anchor ?? ''}`,
    words: shortened(wordsOf.get(name)),
    found,
  }));
  links.push(...(await retireQuotes(tx, episodeId, before, stream)));
  return {
    moved: links.filter(({ found, words }) => found && words !== null).map(toLink),
    lost: links.filter(({ found }) => !found).map(toLink),
  };
}

async function retireQuotes(tx: Tx, episodeId: number, before: Published, stream: WordStream) {
  const fresh = before.quotes.flatMap(({ slug, start, end, turn: { position } }) => {
    const span = { firstTurn: position, start, lastTurn: position, end };
    const address = addressOf(before.turns, span);
    const words = before.turns[position]?.text.slice(start, end) ?? null;
    return address ? [{ slug, address, words }] : [];
  });
  const known = new Set(fresh.map(({ slug }) => slug));
  const earlier = (await tx.retiredQuote.findMany({ where: { episodeId } })).flatMap((row) => {
    const address = readAddress(row.address);
    return address && !known.has(row.slug) ? [{ slug: row.slug, address, words: null }] : [];
  });
  const slugs = [...fresh, ...earlier].map(({ slug }) => slug);
  const chosen = await tx.quote.findMany({ where: { slug: { in: slugs } } });
  const live = new Set(chosen.map(({ slug }) => slug));
  const dead = [...fresh, ...earlier].filter(({ slug }) => !live.has(slug));
  await tx.retiredQuote.deleteMany({ where: { slug: { in: slugs } } });
  await tx.retiredQuote.createMany({
    data: dead.map(({ slug, address }) => ({ slug, episodeId, address: writeAddress(address) })),
  });
  return dead.map(({ slug, address, words }) => {
    const place = resolveAddress(stream, address);
    return {
      link: `/quotes/${slug}`,
      to: `#turn-${stream.turns[place.firstTurn]?.anchor ?? ''}`,
      words: shortened(words),
      found: 'start' in place,
    };
  });
}

const toLink = ({ link, to, words }: PublishedLink): PublishedLink => ({ link, to, words });

function shortened(words: string | null | undefined): string | null {
  if (words === null || words === undefined) return null;
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN).trimEnd()}…`;
}
