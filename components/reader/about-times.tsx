import type { EpisodeView } from '@/lib/store/views';
import { timesInWords } from './times-in-words';

/** What the times on this page are worth, in words. */
export function AboutTimes({ episode }: { episode: EpisodeView }) {
  const words = timesInWords(episode);
  return (
    words && (
      <p
        id="about-times"
        className="mt-14 border-t border-line pt-5 text-sm leading-relaxed text-muted"
      >
        {words}
      </p>
    )
  );
}
