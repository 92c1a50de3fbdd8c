import { streamOf } from '@/app/episodes/word-stream';
import type { Span } from '@/components/marked';
import type { Landing } from '@/components/reader/landing';
import { byParagraph } from '@/components/reader/paragraphs';
import { readAddress } from '@/lib/anchors/address';
import { readHit, wordsBefore } from '@/lib/anchors/hit';
import { type Resolved, resolveAddress } from '@/lib/anchors/resolve';
import type { EpisodeView, RetiredPlaceView } from '@/lib/store/views';

/** What a link asks for: words by their address, a search hit, or a quote's id. */
export interface Asked {
  at?: string | undefined;
  hit?: string | undefined;
  quote?: string | undefined;
  /** The address of a quote that is no longer chosen. */
  retiredQuote?: string | undefined;
}

/** Where the page opens, and the words that the link is about (none for a search hit). */
export interface Opened {
  landing: Landing | null;
  /** Words to highlight in each turn, by position; null leaves that to the search. */
  spans: Span[][] | null;
  /** The words of a search hit, for where the search itself marks none: what only sounds alike, say. */
  hit: Span[];
}

const NOWHERE: Opened = { landing: null, spans: null, hit: [] };

/** Finds what a link asks for in the episode as it is now. */
export function openLink(
  episode: EpisodeView,
  retired: readonly RetiredPlaceView[],
  { at, hit, quote, retiredQuote }: Asked,
): Opened {
  if (at) return openWords(episode, retired, at);
  if (hit) return openHit(episode, retired, hit);
  const chosen = episode.quotes.find(({ id }) => id === quote);
  if (chosen) {
    const id = `turn-${episode.turns[chosen.turn]?.anchor}`;
    return {
      landing: { turn: chosen.turn, offset: chosen.start, id, kind: 'exact' },
      spans: episode.turns.map(({ text }, i) =>
        i === chosen.turn ? byParagraph(text, chosen) : [],
      ),
      hit: [],
    };
  }
  return retiredQuote ? openWords(episode, retired, retiredQuote) : NOWHERE;
}

function openWords(episode: EpisodeView, retired: readonly RetiredPlaceView[], at: string): Opened {
  const address = readAddress(at);
  if (!address || episode.turns.length === 0) return NOWHERE;
  const found = resolveAddress(streamOf(episode, retired), address);
  const landing = landingAt(found, `turn-${address.turn}`);
  if (!('start' in found)) return { landing, spans: [], hit: [] };
  const { firstTurn, start, lastTurn, end } = found;
  return {
    landing,
    spans: episode.turns.map(({ text }, i) =>
      i < firstTurn || i > lastTurn
        ? []
        : byParagraph(text, {
            start: i === firstTurn ? start : 0,
            end: i === lastTurn ? end : text.length,
          }),
    ),
    hit: [],
  };
}

/** Links that are older than the words in them have the turn and the place in it alone. */
function openHit(episode: EpisodeView, retired: readonly RetiredPlaceView[], hit: string): Opened {
  const place = readHit(hit);
  if (!place || episode.turns.length === 0) return NOWHERE;
  const id = `turn-${place.anchor}`;
  const own = episode.turns.findIndex(({ anchor }) => anchor === place.anchor);
  const gone = retired.find(({ fragment }) => fragment === id);
  const turn = own < 0 ? gone?.turn : own;
  const offset = place.offset + (own < 0 ? (gone?.offset ?? 0) : 0);
  if (place.address) {
    const stream = streamOf(episode, retired);
    const text = turn === undefined ? '' : (episode.turns[turn]?.text ?? '');
    const address = { ...place.address, word: wordsBefore(text, offset) };
    const found = resolveAddress(stream, address);
    const own = episode.turns[found.firstTurn]?.text ?? '';
    return {
      landing: landingAt(found, id),
      spans: null,
      hit:
        'start' in found && found.firstTurn === found.lastTurn
          ? byParagraph(own, { start: found.start, end: found.end })
          : [],
    };
  }
  if (turn === undefined) return NOWHERE;
  return { landing: { turn, offset, id, kind: 'exact' }, spans: null, hit: [] };
}

const landingAt = (found: Resolved, id: string): Landing => ({
  turn: found.firstTurn,
  offset: 'start' in found ? found.start : 0,
  id,
  kind: found.kind,
});
