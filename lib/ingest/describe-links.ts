import type { LinkReport, PublishedLink } from '../store/records.ts';

/** So many are named one by one; a program gets all of them. */
const NAMED = 5;

/** What a correction did to links that people have, in a sentence each; none where it did nothing. */
export function describeLinks({ moved, lost }: LinkReport): string[] {
  const notes: string[] = [];
  if (moved.length === 1) notes.push('1 old link follows its words to another place.');
  if (moved.length > 1) notes.push(`${moved.length} old links follow their words to other places.`);
  if (lost.length > 0) {
    const which = lost.slice(0, NAMED).map(name).join(', ');
    const rest = lost.length > NAMED ? `, and ${lost.length - NAMED} more` : '';
    const links = lost.length === 1 ? '1 old link finds' : `${lost.length} old links find`;
    notes.push(`${links} no words any more, only about where they stood: ${which}${rest}`);
  }
  return notes;
}

const name = ({ link, words }: PublishedLink) => (words === null ? link : `${link} “${words}”`);
