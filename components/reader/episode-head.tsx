import { EpisodeLine } from '@/components/episode-line';
import { titleText } from '@/components/title-text';
import type { EpisodeView } from '@/lib/store/views';
import { FindForm } from './find-form';

const TIMING_NOTES = {
  given: null,
  aligned: 'times carried over from captions',
  estimated: 'times estimated',
} as const;
const DOWNLOADS = ['html', 'txt', 'md', 'vtt', 'srt', 'json'] as const;

export function EpisodeHead({
  episode,
  query,
}: {
  episode: EpisodeView;
  query: string | undefined;
}) {
  const note = TIMING_NOTES[episode.timing];
  const named = (role: string | null) =>
    episode.speakers.filter((speaker) => speaker.role === role).map(({ name }) => name);
  const [guests, hosts, others] = [named('guest'), named('host'), named(null)];
  const lead = guests.length > 0 ? guests : hosts.length > 0 ? hosts : others;
  const company = guests.length > 0 ? hosts : [];
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  return (
    <header className="border-b border-line pb-8 pt-8">
      <EpisodeLine episode={episode}>
        {note && (
          <a href="#about-times" className="decoration-dotted">
            {note}
          </a>
        )}
      </EpisodeLine>
      <h1 className="mt-3 text-[2rem] leading-[1.12] sm:text-[2.625rem]">
        {titleText(episode.title)}
      </h1>
      {lead.length > 0 && (
        <p className="mt-4 font-serif text-xl leading-snug text-muted">
          {list.format(lead)}
          {company.length > 0 && `, with ${list.format(company)}`}
        </p>
      )}
      <div className="no-print mt-6 flex gap-2">
        {query === undefined && <FindForm />}
        <details className="relative">
          <summary className="button h-full list-none whitespace-nowrap">Download</summary>
          <ul className="absolute right-0 top-full z-10 mt-1 w-48 rounded-lg border border-line bg-paper p-1 shadow-lg">
            {DOWNLOADS.map((ending) => (
              <li key={ending}>
                <a
                  className="block rounded px-3 py-1.5 text-sm no-underline hover:bg-tint"
                  href={`/episodes/${episode.slug}/transcript.${ending}`}
                  download
                >
                  transcript.{ending}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </header>
  );
}
