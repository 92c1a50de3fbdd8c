import { CalendarDate, clockText } from '@/components/time';
import type { HitView } from '@/lib/search/hit-view';

interface Props {
  hit: HitView;
  /** The episode is named above it. */
  inEpisode?: boolean;
}

export function HitItem({ hit, inEpisode = false }: Props) {
  return (
    <li className="border-b border-line" data-hit>
      <a href={hit.url} className="group block py-5 no-underline">
        <span className="flex flex-wrap items-baseline gap-x-2.5 text-[0.8125rem] text-muted">
          <span className="text-sm font-semibold text-ink">
            {hit.speaker?.name ?? 'Unknown speaker'}
          </span>
          <span className="time">{clockText(hit.startMs, hit.timing)}</span>
          {hit.how === 'sound' && <span className="font-semibold">sounds like</span>}
          {hit.how === 'meaning' && <span className="font-semibold">similar in meaning</span>}
          {hit.section && <span className="min-w-0 truncate">{hit.section.title}</span>}
        </span>
        {hit.question && (
          <span className="mt-1.5 block border-l-2 border-line pl-3 text-[0.9375rem] leading-relaxed text-muted">
            <span className="font-semibold">{hit.question.speaker ?? 'Somebody'} asked:</span>{' '}
            {hit.question.text}
          </span>
        )}
        <span
          className="mt-1.5 block font-serif text-[1.125rem] leading-relaxed group-hover:underline group-hover:decoration-line"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by snippetHtml, whose only tag is <mark>.
          dangerouslySetInnerHTML={{ __html: hit.snippetHtml }}
        />
        {hit.misheard?.map(({ heard, term }) => (
          <span key={heard} className="mt-1.5 block text-[0.8125rem] text-muted">
            “{heard}” was probably <span className="font-semibold">{term}</span>
          </span>
        ))}
        {!inEpisode && (
          <span className="mt-1.5 block text-[0.8125rem] text-muted">
            {hit.episode.title} · {hit.episode.show} · <CalendarDate date={hit.episode.date} />
          </span>
        )}
      </a>
    </li>
  );
}
