import type { EpisodeView } from '@/lib/store/views';

/** Where turns must be found for a reader to rely on a link to a moment. */
const SAFE = 'Links to a turn, a section or a quote do not depend on them.';

/** What the times of an episode are worth, in words; null where the file gives all of them. */
export function timesInWords({ turns, timing }: Pick<EpisodeView, 'turns' | 'timing'>) {
  if (timing === 'given') return null;
  const of = (kind: EpisodeView['timing']) => turns.filter((turn) => turn.timing === kind);
  const [given, aligned, estimated] = [of('given'), of('aligned'), of('estimated')];
  const carried =
    aligned.length === 0
      ? ''
      : `they were carried over from captions of the same recording, word by word${shareFound(aligned)}.`;
  if (estimated.length === 0) return `About the times: ${carried}`;
  const origin =
    carried !== ''
      ? `${carried} Those marked ≈`
      : given.length > 0
        ? 'this transcript gives some of them. Those marked ≈'
        : 'this transcript came without any. Those marked ≈';
  return `About the times: ${origin} are estimates from how long saying the words before them takes, ${worth(estimated)}. ${SAFE}`;
}

function shareFound(turns: EpisodeView['turns']): string {
  const known = turns.filter(({ confidence }) => confidence !== undefined);
  const length = known.reduce((sum, { text }) => sum + text.length, 0);
  const found = known.reduce((sum, { text, confidence = 0 }) => sum + text.length * confidence, 0);
  return length === 0 ? '' : `; ${Math.round((100 * found) / length)} % of the words are in them`;
}

/** The ranges of the surest and of the least sure estimate, and where these are. */
function worth(turns: EpisodeView['turns']): string {
  const ranges = turns.flatMap(({ withinMs }) => withinMs ?? []);
  if (ranges.length === 0) return 'and can be off by minutes';
  const sorted = [...ranges].sort((a, b) => a - b);
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0].map(inWords);
  if (least === most) return `and probably within ${most} of the moment`;
  const grows = ranges.every((range, i) => range >= (ranges[i - 1] ?? 0));
  const where = grows
    ? 'the later in the episode the less sure'
    : 'the nearer a known time the surer';
  return `and probably within ${least} to ${most} of the moment, ${where}`;
}

/** Seconds up to two minutes, to five of them; then whole minutes. Rounded up. */
function inWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 5_000)) * 5;
  return seconds <= 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
