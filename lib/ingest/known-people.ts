import type { TranscriptSpeaker, Warning } from '../transcript/transcript.ts';

/** Somebody whom a feed or the owner says to be in the episode. */
export interface KnownPerson {
  name: string;
  role: TranscriptSpeaker['role'];
}

const folded = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const isUnnamed = ({ name, label }: TranscriptSpeaker) =>
  name === `Speaker ${label}` || /^(?:speaker|spk|unknown)[ _-]?\d*$/i.test(name);

/**
 * Tells speakers who they are by who is said to be there: equal names get their role, and the last
 * label without a name is the last person without a label (marked inferred). Where more than one is
 * open nobody is guessed.
 */
export function nameByPeople(
  speakers: readonly TranscriptSpeaker[],
  people: readonly KnownPerson[],
): { speakers: TranscriptSpeaker[]; warnings: Warning[] } {
  const byName = new Map(people.map((person) => [folded(person.name), person]));
  const met = new Set<string>();
  const named = speakers.map((speaker) => {
    const person = byName.get(folded(speaker.name)) ?? onlyByFirstName(speaker, people);
    if (!person) return speaker;
    met.add(folded(person.name));
    return { ...speaker, name: person.name, role: speaker.role ?? person.role };
  });
  const openPeople = people.filter(({ name }) => !met.has(folded(name)));
  const openSpeakers = named.filter(isUnnamed);
  const [person, speaker] = [openPeople[0], openSpeakers[0]];
  if (!person || !speaker || openPeople.length > 1 || openSpeakers.length > 1) {
    return { speakers: named, warnings: [] };
  }
  const message = `${speaker.label} is taken to be ${person.name}, the only one left; say otherwise with --speaker ${speaker.label}="Name".`;
  return {
    speakers: named.map((other) =>
      other === speaker ? { ...other, ...person, inferred: true } : other,
    ),
    warnings: [{ line: 1, message }],
  };
}

/** “Ann” is Ann Lee where only one Ann is there. */
function onlyByFirstName({ name }: TranscriptSpeaker, people: readonly KnownPerson[]) {
  const found = people.filter((person) => folded(person.name).split(' ')[0] === folded(name));
  return found.length === 1 ? found[0] : undefined;
}
