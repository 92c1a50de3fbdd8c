import { meant } from '../people/known-person.ts';
import { isPassing, isUnnamed } from '../people/nameless.ts';
import { option } from '../transcript/naming.ts';
import type { TranscriptSpeaker, Warning } from '../transcript/transcript.ts';

/** Somebody whom a feed, a header or the talk itself says to be in the episode. */
export interface KnownPerson {
  name: string;
  role: TranscriptSpeaker['role'];
  /** The label that an introduction gives them, with the words and the line that do. */
  introduced?: { label: string; words: string; line: number };
}

/**
 * Tells speakers who they are by who is said to be there: equal names get their role, whom an introduction
 * gives a label has it (marked inferred), and the last label without a name is the last person without a
 * label (marked inferred too). Where more than one is open nobody is guessed. `settled` are the labels
 * that the owner named: their names stay as they are.
 */
export function nameByPeople(
  speakers: readonly TranscriptSpeaker[],
  people: readonly KnownPerson[],
  settled: ReadonlySet<string> = new Set(),
): { speakers: TranscriptSpeaker[]; warnings: Warning[] } {
  const present = new Set<KnownPerson>();
  const warnings: Warning[] = [];
  const byLabel = new Map(
    people.flatMap((person) => (person.introduced ? [[person.introduced.label, person]] : [])),
  );
  const named = speakers.map((speaker) => {
    const { label } = speaker;
    const person = isUnnamed(speaker) ? byLabel.get(label) : undefined;
    if (person?.introduced) {
      const { words, line } = person.introduced;
      present.add(person);
      warnings.push({
        line,
        message: `${label} is taken to be ${person.name} by what is said (“${words}”); say otherwise with ${option(label)}.`,
      });
      return { ...speaker, name: person.name, role: speaker.role ?? person.role, inferred: true };
    }
    const met = isUnnamed(speaker) ? null : meant(speaker.name, people);
    if (!met) return speaker;
    present.add(met.person);
    const { name, role } = met.person;
    if (settled.has(label)) return { ...speaker, role: speaker.role ?? role };
    const inferred = speaker.inferred || !met.certain;
    return { ...speaker, name, role: speaker.role ?? role, inferred };
  });
  const openPeople = people.filter(
    (person) => !present.has(person) && !named.some(({ name }) => name === person.name),
  );
  const openSpeakers = named.filter(isUnnamed);
  const [person, speaker] = [openPeople[0], openSpeakers[0]];
  const isCertain = openPeople.length === 1 && openSpeakers.length === 1;
  if (!person || !speaker || !isCertain || isPassing(speaker.name)) {
    return { speakers: named, warnings };
  }
  const { name, role } = person;
  const message = `${speaker.label} is taken to be ${name}, the only one left; say otherwise with ${option(speaker.label)}.`;
  return {
    speakers: named.map((other) =>
      other === speaker ? { ...other, name, role, inferred: true } : other,
    ),
    warnings: [...warnings, { line: 1, message }],
  };
}
