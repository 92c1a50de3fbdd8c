import { isUnnamed } from '../people/nameless.ts';
import { foldName, readName } from '../people/person-name.ts';
import { likeness } from '../people/same-person.ts';
import { excerpt } from '../transcript/excerpt.ts';
import { option } from '../transcript/naming.ts';
import type { Transcript, TranscriptSpeaker, Warning } from '../transcript/transcript.ts';

/** With more speakers than this it is no talk in which labels are given names. */
const MOST_SPEAKERS = 100;
/** Two who follow each other so often, both ways, talk to each other. */
const CONVERSE = 3;

/**
 * One person whom a file names in two ways is one speaker: “Ann Lee:” and then “Ann:”, where nobody else can be meant, or
 * one name in two spellings. It is told in a warning, and what was concluded from a part of the name is marked
 * inferred. Two who talk to each other stay two; `settled` are labels that the owner named, which stay as they are.
 */
export function uniteSpeakers(transcript: Transcript, settled: ReadonlySet<string>): Transcript {
  const { speakers, turns } = transcript;
  if (speakers.length > MOST_SPEAKERS) return transcript;
  const firsts = firstTurns(transcript);
  const becomes = new Map<number, number>();
  const warnings: Warning[] = [];
  const inferred = new Set<number>();
  for (const [i, speaker] of speakers.entries()) {
    if (isUnnamed(speaker) || settled.has(speaker.label.toLowerCase())) continue;
    const spelled = speakers.findIndex(
      (other, k) =>
        k < i &&
        !becomes.has(k) &&
        !isUnnamed(other) &&
        foldName(other.name) === foldName(speaker.name),
    );
    const whole = spelled < 0 ? wholeName(transcript, i) : -1;
    const into = spelled < 0 ? whole : spelled;
    const main = speakers[into];
    if (!main || becomes.has(into) || talkTogether(turns, i, into)) continue;
    becomes.set(i, into);
    if (spelled < 0 || speaker.inferred) inferred.add(into);
    const why = spelled < 0 ? 'the only speaker of that name' : 'whose name it is';
    const message = `“${excerpt(speaker.label)}” is taken to be ${excerpt(main.name)}, ${why}; say otherwise with ${option(excerpt(speaker.label))}.`;
    warnings.push({ line: turns[firsts.get(i) ?? 0]?.line ?? 1, message });
  }
  if (becomes.size === 0) return transcript;
  const kept = speakers.flatMap((_, i) => (becomes.has(i) ? [] : [i]));
  const place = new Map(kept.map((i, at) => [i, at]));
  const placeOf = (i: number) => place.get(becomes.get(i) ?? i) ?? 0;
  return {
    ...transcript,
    speakers: kept.map((i) => withRole(speakers, i, becomes, inferred.has(i))),
    turns: turns.map((turn) => ({
      ...turn,
      speaker: turn.speaker === null ? null : placeOf(turn.speaker),
    })),
    warnings: [...transcript.warnings, ...warnings].sort((a, b) => a.line - b.line),
  };
}

/** Whose given name or nickname the whole label is, among all who speak or are said to be there; -1 unless it is one. */
function wholeName({ speakers, people = [] }: Transcript, at: number): number {
  const name = speakers[at]?.name ?? '';
  const { words, surnameOnly } = readName(name);
  if (words.length !== 1 || surnameOnly) return -1;
  const isPart = (full: string) => {
    const parts = readName(full);
    return (
      parts.words.length > 1 &&
      (parts.words[0] === words[0] || parts.nicknames.includes(words[0] ?? ''))
    );
  };
  const fits = speakers.flatMap((other, i) => (!isUnnamed(other) && isPart(other.name) ? [i] : []));
  const [into] = fits;
  const main = speakers[into ?? -1];
  if (into === undefined || !main || fits.length > 1) return -1;
  const others = people.filter(
    (person) => isPart(person.name) && likeness(person.name, main.name) === 'different',
  );
  return others.length === 0 ? into : -1;
}

function talkTogether(turns: Transcript['turns'], one: number, other: number): boolean {
  let [there, back] = [0, 0];
  for (const [i, { speaker }] of turns.entries()) {
    const before = turns[i - 1]?.speaker;
    if (before === one && speaker === other) there++;
    if (before === other && speaker === one) back++;
  }
  return there > 0 && back > 0 && there + back >= CONVERSE;
}

function firstTurns({ turns }: Transcript): Map<number, number> {
  const firsts = new Map<number, number>();
  for (const [i, { speaker }] of turns.entries()) {
    if (speaker !== null && !firsts.has(speaker)) firsts.set(speaker, i);
  }
  return firsts;
}

function withRole(
  speakers: readonly TranscriptSpeaker[],
  at: number,
  becomes: ReadonlyMap<number, number>,
  concluded: boolean,
): TranscriptSpeaker {
  const main = speakers[at] as TranscriptSpeaker;
  const joined = speakers.filter((_, i) => becomes.get(i) === at);
  const role = main.role ?? joined.find((one) => one.role !== null)?.role ?? null;
  return { ...main, role, inferred: main.inferred || concluded };
}
