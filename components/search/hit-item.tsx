import { CalendarDate, clockText } from '@/components/time';
import type { HitView } from '@/lib/search/hit-view';

export function HitItem({ hit }: { hit: HitView }) {
  return (
    <li className="border-b border-line" data-hit>
      <a href={hit.url} className="group block py-5 no-underline">
        <span className="flex flex-wrap items-baseline gap-x-2.5 text-[0.8125rem] text-muted">
          <span className="text-sm font-semibold text-ink">
            {hit.speaker?.name ?? 'Unknown speaker'}
          </span>
          <span className="time">{clockText(hit.startMs, hit.timing)}</span>
          {hit.section && <span className="min-w-0 truncate">{hit.section.title}</span>}
        </span>
        <span
          className="mt-1.5 block font-serif text-[1.125rem] leading-relaxed group-hover:underline group-hover:decoration-line"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by snippetHtml, whose only tag is <mark>.
          dangerouslySetInnerHTML={{ __html: hit.snippetHtml }}
        />
        <span className="mt-1.5 block text-[0.8125rem] text-muted">
          {hit.episode.title} · {hit.episode.show} · <CalendarDate date={hit.episode.date} />
        </span>
      </a>
    </li>
  );
}
