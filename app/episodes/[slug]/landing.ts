import type { Span } from '@/components/marked';
import type { Landing } from '@/components/reader/landing';
import { byParagraph } from '@/components/reader/paragraphs';
import { readAddress } from '@/lib/anchors/address';
import { resolveAddress, wordStream } from '@/lib/anchors/resolve';
import type { EpisodeView, RetiredPlaceView } from '@/lib/store/views';

/** What a link asks for: words by their address, a search hit as "ANCHOR.OFFSET", or a quote's id. */
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
}

const NOWHERE: Opened = { landing: null, spans: null };

/** Finds what a link asks for in the episode as it is now. */
export function openLink(
  episode: EpisodeView,
  retired: readonly RetiredPlaceView[],
  { at, hit, quote, retiredQuote }: Asked,
): Opened {
  if (at) return openWords(episode, retired, at);
  if (hit) return { landing: hitLanding(episode, retired, hit), spans: null };
  const chosen = episode.quotes.find(({ id }) => id === quote);
  if (chosen) {
    const id = `turn-${episode.turns[chosen.turn]?.anchor}`;
    return {
      landing: { turn: chosen.turn, offset: chosen.start, id, kind: 'exact' },
      spans: episode.turns.map(({ text }, i) =>
        i === chosen.turn ? byParagraph(text, chosen) : [],
      ),
    };
  }
  return retiredQuote ? openWords(episode, retired, retiredQuote) : NOWHERE;
}

function openWords(episode: EpisodeView, retired: readonly RetiredPlaceView[], at: string): Opened {
  const address = readAddress(at);
  if (!address || episode.turns.length === 0) return NOWHERE;
  const names = retired.flatMap(({ fragment, turn }) =>
    fragment.startsWith('turn-') ? [{ name: fragment.slice('turn-'.length), turn }] : [],
  );
  const found = resolveAddress(wordStream(episode.turns, names), address);
  const landing = { turn: found.firstTurn, id: `turn-${address.turn}`, kind: found.kind };
  if (!('start' in found)) return { landing: { ...landing, offset: 0 }, spans: [] };
  const { firstTurn, start, lastTurn, end } = found;
  return {
    landing: { ...landing, offset: start },
    spans: episode.turns.map(({ text }, i) =>
      i < firstTurn || i > lastTurn
        ? []
        : byParagraph(text, {
            start: i === firstTurn ? start : 0,
            end: i === lastTurn ? end : text.length,
          }),
    ),
  };
}

function hitLanding(
  { turns }: EpisodeView,
  retired: readonly RetiredPlaceView[],
  hit: string,
): Landing | null {
  const dot = hit.lastIndexOf('.');
  const id = `turn-${hit.slice(0, dot)}`;
  const offset = Number(hit.slice(dot + 1));
  const turn = turns.findIndex(({ anchor }) => `turn-${anchor}` === id);
  if (turn >= 0) return { turn, offset, id, kind: 'exact' };
  const place = retired.find(({ fragment }) => fragment === id);
  return place ? { turn: place.turn, offset: place.offset + offset, id, kind: 'exact' } : null;
}
