import { wordStream } from '@/lib/anchors/resolve';
import type { EpisodeView, RetiredPlaceView } from '@/lib/store/views';

const TURN = 'turn-';

/** An episode's words, for finding addresses in them; also those that begin in a turn whose name is retired. */
export function streamOf(
  { turns }: Pick<EpisodeView, 'turns'>,
  retired: readonly RetiredPlaceView[],
) {
  const names = retired.flatMap(({ fragment, turn }) =>
    fragment.startsWith(TURN) ? [{ name: fragment.slice(TURN.length), turn }] : [],
  );
  return wordStream(turns, names);
}
