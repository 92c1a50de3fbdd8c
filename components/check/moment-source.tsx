import { CalendarDate, clockText } from '@/components/time';
import type { MomentView } from '@/lib/check/check-view';

/** Who said it, when, and in which episode. */
export function MomentSource({
  moment,
  voice,
}: {
  moment: MomentView;
  voice?: string | undefined;
}) {
  return (
    <>
      {moment.speakers.length === 0 && 'Unknown speaker'}
      {moment.speakers.map(({ slug, name }, i) => (
        <span key={slug}>
          {i > 0 && ' and '}
          <a
            className={`quiet-link ${i === 0 && voice ? `voice-name ${voice}` : 'font-semibold text-ink'}`}
            href={`/speakers/${slug}`}
          >
            {name}
          </a>
        </span>
      ))}{' '}
      · <span className="time">{clockText(moment.startMs, moment.timing)}</span>
      <br />
      <a href={`/episodes/${moment.episode.slug}`}>{moment.episode.title}</a> · {moment.show.title}{' '}
      · <CalendarDate date={moment.date} />
    </>
  );
}
