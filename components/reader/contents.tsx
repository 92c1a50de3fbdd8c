import { clockText } from '@/components/time';
import type { EpisodeView } from '@/lib/store/views';

/** The episode's sections with their times. */
export function Contents({ episode }: { episode: EpisodeView }) {
  return (
    <nav className="panel toc" id="panel-sections" popover="auto" aria-labelledby="sections-title">
      <h2 className="panel-title" id="sections-title">
        Sections
      </h2>
      <ol>
        {episode.sections.map((section) => (
          <li key={section.slug}>
            <a href={`#s-${section.slug}`}>
              <span>{section.title}</span>
              <span className="time font-normal">{clockText(section.startMs, episode.timing)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
