import { meant } from '../people/known-person.ts';
import { isAnonymous, isNobody } from '../people/nameless.ts';
import { newsroomNames } from '../people/newsroom.ts';
import { foldName } from '../people/person-name.ts';
import { nameSpeakers } from './naming.ts';
import type { Person } from './people.ts';
import type { Role, TranscriptSpeaker, Warning } from './transcript.ts';

/** A label of a file: where it first speaks, and what stands in brackets beside it there. */
export interface Label {
  label: string;
  line: number;
  bracket: string | null;
}

/** The speakers of a file, and for each of its labels the position of the speaker it means. */
export interface Naming {
  speakers: TranscriptSpeaker[];
  /** Null for a label that says nobody knows who it is. */
  speakerOf: ReadonlyMap<string, number | null>;
  warnings: Warning[];
}

/**
 * Names the labels of a file. Names stand for themselves, with the role that a header gives them; initials
 * stand for the name they are introduced with ("Ann Lee (AL):" and then "AL:"), or for the only person of
 * the header who has them; capitals are read as newsrooms set them (“GUY RAZ, HOST:” and then “RAZ:”); what still is only a letter or a number is left to `nameSpeakers`.
 */
export function nameLabels(labels: readonly Label[], people: readonly Person[]): Naming {
  const full = new Map(
    labels.flatMap(({ label, bracket }) =>
      bracket && isInitials(bracket) ? [[bracket, label]] : [],
    ),
  );
  const news = newsroomNames(labels.map(({ label }) => label));
  const shown = labels.filter(
    ({ label, bracket }) =>
      !isNobody(label) &&
      (news.get(label)?.main ?? label) === label &&
      !(bracket && isInitials(bracket) && labels.some((other) => other.label === bracket)),
  );
  // Initials speak from where their name does.
  const since = ({ label, line }: Label) =>
    Math.min(line, labels.find((other) => other.label === full.get(label))?.line ?? line);
  shown.sort((a, b) => since(a) - since(b));
  const opens = ({ label }: Label) =>
    isAnonymous(label) &&
    !full.has(label) &&
    (!/^\p{Lu}{3}$/u.test(label) || people.some(({ name }) => initialsOf(name) === label));
  const open = shown.filter(opens);
  const closed = shown.filter((entry) => !opens(entry));
  const known = closed.map((entry) => {
    const { label } = entry;
    const found = byName(entry, full.get(label) ?? news.get(label)?.name ?? label, people);
    if (news.get(label)?.host) found.speaker.role ??= 'host';
    return found;
  });
  const left = people.filter((person) => !known.some(({ person: taken }) => taken === person));
  const lettered = left.map((person) => ({
    ...person,
    label: person.label ?? initialsIn(open, person, left),
  }));
  const named = nameSpeakers(
    open.map(({ label }) => label),
    open.map(({ line }) => line),
    open.length > 0 ? lettered : [],
  );
  const rest = named.speakers.map((speaker) =>
    speaker.name === `Speaker ${speaker.label}` && speaker.label.length > 1
      ? { ...speaker, name: speaker.label }
      : speaker,
  );
  const found = new Map(
    [...known.map(({ speaker }) => speaker), ...rest].map((speaker) => [speaker.label, speaker]),
  );
  const speakers = shown.flatMap(({ label }) => found.get(label) ?? []);
  const position = new Map(speakers.map(({ label }, i) => [label, i]));
  const initials = new Map([...full].map(([short, name]) => [name, short]));
  const speakerOf = new Map(
    labels.map(({ label }) => [
      label,
      position.get(label) ??
        position.get(initials.get(label) ?? '') ??
        position.get(news.get(label)?.main ?? '') ??
        null,
    ]),
  );
  return { speakers, speakerOf, warnings: named.warnings };
}

const isInitials = (text: string) => /^\p{Lu}{1,4}$/u.test(text);

function byName({ label, bracket }: Label, name: string, people: readonly Person[]) {
  const met = meant(name, people);
  const said: Role | null =
    [bracket ?? '', label].map(roleIn).find((role) => role !== null) ?? null;
  const speaker: TranscriptSpeaker = {
    label,
    // Spelled as the turns have it, unless the header knows more of it.
    name: met && foldName(met.person.name) !== foldName(name) ? met.person.name : name,
    role: met?.person.role ?? said,
    inferred: met !== null && !met.certain,
  };
  return { speaker, person: met?.person };
}

const roleIn = (text: string): Role | null =>
  /^(?:co-?)?host$|^moderator$/i.test(text) ? 'host' : /^guest$/i.test(text) ? 'guest' : null;

/** The label that has this person's initials, where nobody else of the header has the same. */
function initialsIn(
  open: readonly Label[],
  person: Person,
  people: readonly Person[],
): string | null {
  const own = initialsOf(person.name);
  if (people.filter(({ name }) => initialsOf(name) === own).length > 1) return null;
  return open.find(({ label }) => label === own && label.length > 1)?.label ?? null;
}

const initialsOf = (name: string) => (name.match(/(?<![\p{L}\p{N}'’])\p{Lu}/gu) ?? []).join('');
