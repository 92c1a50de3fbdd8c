import { roughly } from '@/components/time';
import type { Recording } from '@/lib/media/recording';
import type { EpisodeView } from '@/lib/store/views';

/** What the page says of other players' addresses: nothing but where this site is. */
const REL = 'noreferrer';

interface Props {
  episode: EpisodeView;
  recording: Recording | null;
}

/** Whether scripts have anything to do with a recording: a link to another site needs none. */
export const playsHere = (recording: Recording | null, embeds: 'youtube' | null): boolean =>
  recording !== null &&
  (recording.kind !== 'elsewhere' || (embeds === 'youtube' && recording.video !== null));

/**
 * The recording: the browser's own player, which scripts make into the bar that follows along. Nothing is
 * asked of any host before somebody presses play. Its style comes with it, for pages that need it.
 */
export function Player({ episode, recording }: Props) {
  if (recording === null || recording.kind === 'elsewhere') return null;
  const { timing, durationMs, slug } = episode;
  return (
    <section
      className="player no-print"
      aria-label="Recording"
      data-timeline={`/episodes/${slug}/timeline.json`}
      data-picture={`/episodes/${slug}/picture.png`}
      data-duration={timing === 'estimated' ? undefined : Math.round(durationMs / 1000)}
    >
      {recording.kind === 'audio' && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript stands around it.
        <audio id="recording" controls preload="none" src={recording.src} />
      )}
    </section>
  );
}

/** Film, or the way to another site's player; sound alone has no place in the text. */
export function Screen({ episode, recording, embeds }: Props & { embeds: 'youtube' | null }) {
  if (recording?.kind === 'video') {
    return (
      <video className="screen no-print" id="recording" controls preload="none" src={recording.src}>
        <track
          kind="captions"
          src={`/episodes/${episode.slug}/transcript.vtt`}
          srcLang={episode.language}
          label={episode.timing === 'estimated' ? 'Transcript (≈ times estimated)' : 'Transcript'}
        />
      </video>
    );
  }
  if (recording?.kind !== 'elsewhere') return null;
  const { service, url, video } = recording;
  const least = worst(episode);
  return (
    <p className="elsewhere-player no-print">
      {video && playsHere(recording, embeds) && (
        <button type="button" className="button js-only" data-embed={video}>
          Play here<span className="sr-only"> from YouTube</span>
        </button>
      )}
      <a className="button" href={url} rel={REL}>
        {service === 'YouTube' || service === 'Vimeo' ? 'Watch' : 'Listen'} on {service}
      </a>
      {least !== null && <span>≈ Links to a time there may be off by up to {least}.</span>}
    </p>
  );
}

/** How far off the least sure estimate probably is; null where nothing is estimated. */
function worst({ turns }: EpisodeView): string | null {
  const ranges = turns.flatMap(({ withinMs }) => withinMs ?? []);
  return ranges.length === 0 ? null : roughly(Math.max(...ranges));
}

/** The style of all that plays: a page without a recording does not fetch it. */
export function PlayerStyle({ recording }: Pick<Props, 'recording'>) {
  return recording && <link rel="stylesheet" href="/player.css" />;
}
