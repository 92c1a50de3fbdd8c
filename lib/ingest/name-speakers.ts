import { findIntroductions } from '../people/introductions.ts';
import { isUnnamed } from '../people/nameless.ts';
import { likeness } from '../people/same-person.ts';
import { nothingSaysWho } from '../transcript/naming.ts';
import { type Transcript, TranscriptError } from '../transcript/transcript.ts';
import { type KnownPerson, nameByPeople } from './known-people.ts';
import type { IngestOptions } from './options.ts';
import { uniteSpeakers } from './unite-speakers.ts';

/**
 * The transcript with its speakers named, by what is surest first: the owner's `--speaker`, the file, the
 * people whom the feed names, and what is said in the talk. What is concluded is marked inferred and
 * told in a warning.
 * @throws TranscriptError where the owner names a label that the file does not have.
 */
export function nameTranscript(parsed: Transcript, options: IngestOptions): Transcript {
  const settled = new Set(options.speakers.map(({ label }) => label.toLowerCase()));
  const said = uniteSpeakers(withSpeakers(parsed, options), settled);
  const people = distinct([...(options.people ?? []), ...(parsed.people ?? [])]);
  const introduced = introducedPeople(said, people, options.show ?? parsed.show);
  const met = nameByPeople(
    said.speakers,
    distinct([...introduced, ...people]),
    new Set(said.speakers.flatMap(({ label }) => (settled.has(label.toLowerCase()) ? label : []))),
  );
  const { speakers } = met;
  const unsaid = speakers.filter((speaker) => !isUnnamed(speaker)).map(({ label }) => label);
  // What was still open in the file alone is not any more.
  const warnings = said.warnings.filter(
    ({ message }) => !unsaid.some((label) => message.startsWith(nothingSaysWho(label))),
  );
  return { ...said, speakers, warnings: [...warnings, ...met.warnings] };
}

/** One by one; who comes in another spelling later is left out. */
const distinct = (people: readonly KnownPerson[]): KnownPerson[] =>
  people.filter(({ name }, i) =>
    people.slice(0, i).every((before) => likeness(before.name, name) !== 'same'),
  );

/** Whom the talk's own introductions give a label. */
function introducedPeople(
  { speakers, turns }: Transcript,
  known: readonly KnownPerson[],
  show: string | null,
): KnownPerson[] {
  if (!speakers.some(isUnnamed)) return [];
  const found = findIntroductions({
    turns,
    names: speakers.map((speaker) => (isUnnamed(speaker) ? null : speaker.name)),
    known,
    titles: show === null ? [] : [show],
  });
  return found.map(({ speaker, name, role, turn, words }) => ({
    name,
    role,
    introduced: {
      label: speakers[speaker]?.label ?? '',
      words: words.trim(),
      line: turns[turn]?.line ?? 1,
    },
  }));
}

/** The owner's `--speaker` words over the file's. */
function withSpeakers(transcript: Transcript, options: IngestOptions): Transcript {
  const speakers = transcript.speakers.map((speaker) => ({ ...speaker }));
  for (const said of options.speakers) {
    const speaker = speakers.find(({ label }) => label.toLowerCase() === said.label.toLowerCase());
    if (!speaker) {
      const known = speakers.map(({ label }) => label).join(', ') || 'none';
      throw new TranscriptError(
        `--speaker names “${said.label}”, which the file does not have (its speakers: ${known}).`,
      );
    }
    speaker.name = said.name;
    speaker.role = said.role ?? speaker.role;
    speaker.inferred = false;
  }
  return { ...transcript, speakers };
}
