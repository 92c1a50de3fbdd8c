import { streamOf } from '@/app/episodes/word-stream';
import { slugFrom } from '@/app/parameters';
import { readAddress } from '@/lib/anchors/address';
import { resolveAddress } from '@/lib/anchors/resolve';
import type { EpisodeView, QuoteInContext, RetiredPlaceView } from '@/lib/store/views';
import { earmark } from '@/lib/wire';

/** Turns on either side of the quoted one, as a quote's page has them. */
const EXCHANGE = 2;

/**
 * A quote by its id as it stands in a route. Of one that is no longer chosen, its words as they are now: pictures
 * and cards of it stand on other pages. Null where there never was one, or its words are gone.
 */
export async function findQuote(raw: string): Promise<QuoteInContext | null> {
  const id = slugFrom(raw);
  if (!id) return null;
  const { store } = earmark();
  const chosen = await store.quote(id);
  if (chosen) return chosen;
  const retired = await store.retiredQuote(id);
  const episode = retired && (await store.episode(retired.episode));
  if (!episode) return null;
  return quoteAgain(episode, await store.retiredPlaces(episode.slug), id, retired.address);
}

/** The words of an address as a quote; of words that now stand in several turns, those in the first. */
export function quoteAgain(
  episode: EpisodeView,
  retired: readonly RetiredPlaceView[],
  id: string,
  address: string,
): QuoteInContext | null {
  const wanted = readAddress(address);
  if (!wanted || episode.turns.length === 0) return null;
  const found = resolveAddress(streamOf(episode, retired), wanted);
  const turn = episode.turns[found.firstTurn];
  if (!turn || !('start' in found)) return null;
  const { firstTurn: position, lastTurn, start } = found;
  const end = lastTurn === position ? found.end : turn.text.length;
  const first = Math.max(0, position - EXCHANGE);
  const section = episode.sections.find((one) => one.lastTurn >= position);
  return {
    id,
    text: turn.text.slice(start, end).trim(),
    start,
    end,
    why: '',
    pinned: false,
    episode,
    section: section ? { slug: section.slug, title: section.title } : null,
    speakers: episode.speakers,
    quoted: position - first,
    exchange: episode.turns.slice(first, position + EXCHANGE + 1),
  };
}
