import { clockText, clockTitle } from '@/components/time';
import type { EpisodeView } from '@/lib/store/views';

/** The episode's sections with their times, and the topics within long ones. */
export function Contents({ episode }: { episode: EpisodeView }) {
  const { sections, turns, timing } = episode;
  return (
    <nav className="panel toc" id="panel-sections" popover="auto" aria-labelledby="sections-title">
      <h2 className="panel-title" id="sections-title">
        Sections
      </h2>
      {sections.some(({ heading }) => heading !== null) && (
        <p className="eyebrow mb-2">As the publisher divides it</p>
      )}
      <ol>
        {sections.map((section) => (
          <li key={section.slug}>
            <a href={`#s-${section.slug}`}>
              <span>{section.title}</span>
              <span className="time font-normal" title={clockTitle(turns[section.firstTurn])}>
                {clockText(section.startMs, turns[section.firstTurn]?.timing ?? timing)}
              </span>
            </a>
            {section.topics.length > 0 && (
              <ol className="subtopics">
                {section.topics.map((topic) => (
                  <li key={topic.firstTurn}>
                    <a href={`#turn-${turns[topic.firstTurn]?.anchor}`}>
                      <span>{topic.title}</span>
                    </a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
