import { voiceClasses } from '@/components/voice';
import type { EpisodeView } from '@/lib/store/views';

/** The ribbon's own units: wide enough that a second of a long episode still has a place. */
const WIDTH = 10_000;
const TICK = 14;
const HIT = 30;

/** Who speaks when, from beginning to end, with section ticks, search hits and your position. */
export function Ribbon({ episode, hits }: { episode: EpisodeView; hits: readonly number[] }) {
  const { turns, speakers, sections, durationMs } = episode;
  const end = Math.max(durationMs, turns.at(-1)?.endMs ?? 0, 1);
  const x = (ms: number) => Math.round((ms / end) * WIDTH);
  const classes = voiceClasses(speakers);
  const bars = speakers.map((_, speaker) => {
    let d = '';
    turns.forEach((turn, i) => {
      if (turn.speaker !== speaker) return;
      const until = turns[i + 1]?.startMs ?? turn.endMs;
      const from = x(turn.startMs);
      d += `M${from} 0H${Math.max(x(until), from + 4)}V1H${from}z`;
    });
    return d;
  });
  const ticks = sections.slice(1).map(({ startMs }) => `M${x(startMs)} 0h${TICK}v1h-${TICK}z`);
  const rail = [...new Set(hits)].map((turn) => {
    const from = x(turns[turn]?.startMs ?? 0);
    return `M${from} 0h${HIT}v1h-${HIT}z`;
  });
  const shares = speakers
    .map(({ name, share }) => `${name} ${Math.round(share * 100)} %`)
    .join(', ');
  return (
    <section className="ribbon no-print" aria-label="Who speaks when">
      <div
        className="ribbon-track"
        data-ribbon={end}
        role="img"
        aria-label={`Share of the words: ${shares}.`}
      >
        <svg viewBox={`0 0 ${WIDTH} 1`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((d, speaker) => (
            <path key={speakers[speaker]?.slug} className={classes[speaker]} d={d} />
          ))}
          <path className="ticks" d={ticks.join('')} />
        </svg>
        {rail.length > 0 && (
          <svg
            className="ribbon-hits"
            viewBox={`0 0 ${WIDTH} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <path className="rail-hits" d={rail.join('')} />
          </svg>
        )}
        <span className="ribbon-now js-only" data-ribbon-now hidden />
      </div>
    </section>
  );
}
