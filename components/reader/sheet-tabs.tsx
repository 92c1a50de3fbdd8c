import type { EpisodeView } from '@/lib/store/views';

/** On a phone: the panels, a thumb away. Popovers open without any script. */
export function SheetTabs({ episode }: { episode: EpisodeView }) {
  const tabs = [
    ['sections', 'Sections', episode.sections.length > 0],
    ['summary', 'Summary', episode.summary.length > 0 || episode.publisherSummary !== null],
    ['quotes', 'Quotes', episode.quotes.length > 0],
    ['topics', 'Topics', episode.things.length > 0],
    ['speakers', 'Speakers', episode.speakers.length > 0],
  ] as const;
  return (
    <nav className="tabs no-print" aria-label="Panels">
      {tabs.map(([name, label, there]) =>
        there ? (
          <button key={name} type="button" popoverTarget={`panel-${name}`}>
            {label}
          </button>
        ) : null,
      )}
    </nav>
  );
}
