import type { EpisodeView } from '@/lib/store/views';
import { densestTurns, READING_PACE } from '@/lib/understanding/densest';

const CHOICES = [5, 10, 20];

/** A shorter reading: which turns it keeps. */
export interface Cut {
  minutes: number;
  kept: ReadonlySet<number>;
}

const wordsIn = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** The densest turns of an episode, as much as can be read in so many minutes. */
export function cutTo(episode: EpisodeView, minutes: number): Cut {
  return { minutes, kept: new Set(densestTurns(episode, episode.sections, minutes)) };
}

/** How long the whole takes to read, and shorter readings of it. */
export function ReadingTime({ episode, cut }: { episode: EpisodeView; cut: Cut | null }) {
  const whole = Math.max(1, Math.round(episode.wordCount / READING_PACE));
  const choices = CHOICES.filter((minutes) => minutes < whole * 0.8);
  if (choices.length === 0 && !cut) return null;
  const kept = cut
    ? episode.turns.reduce((sum, { text }, i) => sum + (cut.kept.has(i) ? wordsIn(text) : 0), 0)
    : 0;
  return (
    <nav className="no-print mt-5 text-sm text-muted" aria-label="Reading time">
      {cut && (
        <p className="mb-1">
          The densest {kept.toLocaleString('en')} of {episode.wordCount.toLocaleString('en')} words,
          in order. What is left out opens where it stands.
        </p>
      )}
      <ul className="flex flex-wrap gap-x-3 sm:gap-x-4">
        <li>Read it in</li>
        {choices.map((minutes) => (
          <li key={minutes}>
            <a
              className="inline-block min-h-6 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              href={`?minutes=${minutes}`}
              aria-current={cut?.minutes === minutes ? 'true' : undefined}
            >
              {minutes} min
            </a>
          </li>
        ))}
        <li>
          <a
            className="inline-block min-h-6 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            href={`/episodes/${episode.slug}`}
            aria-current={cut ? undefined : 'true'}
          >
            all, {whole} min
          </a>
        </li>
      </ul>
    </nav>
  );
}
