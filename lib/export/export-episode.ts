import type { EpisodeView, SectionView, TurnView } from '../store/views.ts';

/** What the writers need of an episode. */
export interface ExportEpisode
  extends Pick<
    EpisodeView,
    | 'title'
    | 'date'
    | 'language'
    | 'timing'
    | 'durationMs'
    | 'publisherSummary'
    | 'speakers'
    | 'turns'
    | 'sections'
    | 'summary'
    | 'quotes'
  > {
  /** The show's title. */
  show: string;
  /** Address of the episode's page. */
  url: string;
  /** http(s) address of the recording, where there is one. */
  recording?: string | null;
}

/** Who speaks, as people read it; null where nobody knows. */
export const speakerName = (episode: ExportEpisode, turn: TurnView): string | null =>
  turn.speaker === null ? null : (episode.speakers[turn.speaker]?.name ?? null);

/** The section that begins with the turn at `position`. */
export const sectionAt = (episode: ExportEpisode, position: number): SectionView | undefined =>
  episode.sections.find(({ firstTurn }) => firstTurn === position);

/** One sentence for readers of a file that cannot show what it does not know; null where all times are given. */
export function timingNote({ timing }: ExportEpisode): string | null {
  if (timing === 'estimated') return 'Times are estimates, worked out from the words.';
  return timing === 'aligned' ? 'Times were carried over from captions.' : null;
}

/** Text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
