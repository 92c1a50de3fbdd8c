import { excerpt } from './excerpt.ts';
import type { Person } from './people.ts';
import type { TranscriptSpeaker, Warning } from './transcript.ts';

/** A sentence names so many people who may be meant. */
const MOST_NAMED = 3;

/**
 * Gives labels their names: by the labels that the people's line itself states, and the last one by
 * elimination (marked inferred). Where more than one is open nobody is guessed.
 * `labels` are in the order of their first turns; `lines` is where each first speaks.
 */
export function nameSpeakers(
  labels: readonly string[],
  lines: readonly number[],
  people: readonly Person[],
): { speakers: TranscriptSpeaker[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const stated = new Map(
    people.flatMap((person) => (person.label ? [[person.label, person]] : [])),
  );
  const openLabels = labels.filter((label) => !stated.has(label));
  const openPeople = people.filter((person) => person.label === null);
  const byElimination =
    openLabels.length === 1 && openPeople.length === 1 ? openPeople[0] : undefined;
  const speakers = labels.map((label, i): TranscriptSpeaker => {
    const person = stated.get(label);
    if (person) return { label, name: person.name, role: person.role, inferred: false };
    const line = lines[i] ?? 1;
    if (byElimination) {
      const message = `${label} is taken to be ${excerpt(byElimination.name)}, the only one left; say otherwise with ${option(label)}.`;
      warnings.push({ line, message });
      return { label, name: byElimination.name, role: byElimination.role, inferred: true };
    }
    const several = openPeople.length > MOST_NAMED ? ['somebody else'] : [];
    const named = openPeople.slice(0, MOST_NAMED).map(({ name }) => excerpt(name));
    const candidates = [...named, ...several].join(' or ');
    const who = candidates ? ` It may be ${candidates}.` : '';
    const message = `${nothingSaysWho(label)}${who} Name them with ${option(label)}.`;
    warnings.push({ line, message });
    return { label, name: `Speaker ${label}`, role: null, inferred: false };
  });
  for (const [label, person] of stated) {
    if (labels.includes(label)) continue;
    const message = `${excerpt(person.name)} is said to be ${label}, who has no turn.`;
    warnings.push({ line: 1, message });
  }
  return { speakers, warnings };
}

/** How the warning begins that a label has no name. */
export const nothingSaysWho = (label: string): string => `Nothing says who ${label} is.`;

/** How the owner names a label. */
export const option = (label: string) =>
  /\s/.test(label) ? `--speaker "${label}=Name"` : `--speaker ${label}="Name"`;
