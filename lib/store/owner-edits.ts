import { z } from 'zod';
import { locate } from '../understanding/locate.ts';
import type { OwnerEdit } from '../understanding/owner-edits.ts';
import { type Db, writing } from './client.ts';
import { StoreRefusal } from './records.ts';

const Kind = z.enum(['pin', 'reject', 'title']);

export interface StoredEdit extends OwnerEdit {
  id: number;
  episode: string;
}

export function asEdit(row: { kind: string; anchor: string; words: string }): OwnerEdit {
  return { kind: Kind.parse(row.kind), anchor: row.anchor, words: row.words };
}

/** What a decision names: a quote by its id or its words, a section by its name. */
export type EditTarget =
  | { kind: 'pin' | 'reject'; quote: string }
  | { kind: 'pin' | 'reject'; episode: string; words: string }
  | { kind: 'title'; episode: string; section: string; title: string };

/**
 * Keeps a decision of the owner's and returns the slug of the episode to be understood anew. A
 * second decision about the same words or section takes the place of the first.
 * @throws StoreRefusal where the quote, the words or the section are not there.
 */
export async function keepEdit(db: Db, target: EditTarget): Promise<string> {
  const { episodeId, slug, anchor, words } = await resolve(db, target);
  const same =
    target.kind === 'title' ? { kind: 'title', anchor } : { kind: { not: 'title' }, words };
  await writing(db, async (tx) => {
    await tx.ownerEdit.deleteMany({ where: { episodeId, ...same } });
    await tx.ownerEdit.create({ data: { episodeId, kind: target.kind, anchor, words } });
  });
  return slug;
}

/** Takes a decision back; returns the episode's slug. */
export async function dropEdit(db: Db, id: number): Promise<string> {
  const edit = await db.ownerEdit.findUnique({ where: { id }, include: { episode: true } });
  if (!edit) throw new StoreRefusal(`There is no edit number ${id}; list them with: list.`);
  await db.ownerEdit.delete({ where: { id } });
  return edit.episode.slug;
}

/** All decisions, by episode. */
export async function readEdits(db: Db, episode?: string): Promise<StoredEdit[]> {
  const rows = await db.ownerEdit.findMany({
    ...(episode === undefined ? {} : { where: { episode: { slug: episode } } }),
    include: { episode: { select: { slug: true } } },
    orderBy: [{ episodeId: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...asEdit(row), id: row.id, episode: row.episode.slug }));
}

async function resolve(db: Db, target: EditTarget) {
  if ('quote' in target) {
    const quote = await db.quote.findUnique({
      where: { slug: target.quote },
      include: { turn: true, episode: true },
    });
    if (!quote) throw new StoreRefusal(`There is no quote “${target.quote}”.`);
    const words = quote.turn.text.slice(quote.start, quote.end);
    return {
      episodeId: quote.episodeId,
      slug: quote.episode.slug,
      anchor: quote.turn.anchor,
      words,
    };
  }
  const episode = await db.episode.findUnique({
    where: { slug: target.episode },
    include: { turns: { orderBy: { position: 'asc' } }, sections: true },
  });
  if (!episode) throw new StoreRefusal(`There is no episode “${target.episode}”.`);
  const found = { episodeId: episode.id, slug: episode.slug };
  if (target.kind === 'title') {
    const section = episode.sections.find(({ slug }) => slug === target.section);
    const anchor = episode.turns[section?.firstTurn ?? -1]?.anchor;
    if (anchor === undefined) {
      throw new StoreRefusal(`The episode “${target.episode}” has no section “${target.section}”.`);
    }
    return { ...found, anchor, words: target.title };
  }
  const span = locate(target.words, episode.turns, '');
  const turn = episode.turns[span?.turn ?? -1];
  if (!span || !turn) {
    throw new StoreRefusal(`“${target.words}” is not said in the episode “${target.episode}”.`);
  }
  return { ...found, anchor: turn.anchor, words: turn.text.slice(span.start, span.end) };
}
