import { formatClock } from '../timing/clock.ts';
import {
  type ExportEpisode,
  oneLine,
  sectionAt,
  speakerName,
  timingNote,
} from './export-episode.ts';

/** YAML front matter, its values as JSON, which YAML 1.2 contains; what is null is left out. */
export function frontMatter(front: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(front)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---`;
}

/** The episode as Markdown with YAML front matter. */
export function toMarkdown(episode: ExportEpisode): string {
  const front = {
    title: episode.title,
    show: episode.show,
    date: episode.date,
    language: episode.language,
    url: episode.url,
    duration: formatClock(episode.durationMs),
    timing: episode.timing,
    speakers: episode.speakers.map(({ name }) => name),
  };
  const parts = [frontMatter(front), `# ${escapeMarkdown(episode.title)}`];
  const note = timingNote(episode);
  if (note) parts.push(`*${note}*`);
  if (episode.publisherSummary) {
    parts.push(
      '## Publisher’s summary',
      ...episode.publisherSummary.split(/\n{2,}/).map(escapeMarkdown),
    );
  }
  for (const [i, turn] of episode.turns.entries()) {
    const section = sectionAt(episode, i);
    const clock = (ms: number) => `${turn.timing === 'estimated' ? '≈' : ''}${formatClock(ms)}`;
    if (section) parts.push(`## ${escapeMarkdown(section.title)} (${clock(section.startMs)})`);
    const who = escapeMarkdown(speakerName(episode, turn) ?? 'Unknown speaker');
    parts.push(`**${who}** (${clock(turn.startMs)}): ${escapeMarkdown(turn.text)}`);
  }
  return `${parts.join('\n\n')}\n`;
}

/**
 * Text on one line in which nothing is markup: every sign that CommonMark could read is escaped
 * (https://spec.commonmark.org/0.31.2/#backslash-escapes), and so are what only counts where a line begins.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&|~#]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/\b(https?|ftp|www)([:.])/gi, '$1\\$2');
}
