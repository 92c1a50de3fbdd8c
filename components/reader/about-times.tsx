import type { EpisodeView } from '@/lib/store/views';

/** What the times on this page are worth, in words. */
export function AboutTimes({ episode }: { episode: EpisodeView }) {
  if (episode.timing === 'given') return null;
  return (
    <p
      id="about-times"
      className="mt-14 border-t border-line pt-5 text-sm leading-relaxed text-muted"
    >
      {episode.timing === 'estimated'
        ? 'About the times: this transcript came without any (or without some). Those marked ≈ are estimates from the number of words spoken before them, and can be off by minutes. Links to a turn, a section or a quote do not depend on them.'
        : 'About the times: they were carried over from captions of the same recording, word by word.'}
    </p>
  );
}
