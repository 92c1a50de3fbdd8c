import { isUnnamed } from './nameless.ts';
import { readName } from './person-name.ts';

/** A label that is another's for short. */
export interface ForShort {
  /** Positions of the speakers: “Jane”, and “Jane Smith”. */
  short: number;
  full: number;
}

/**
 * Labels by which a transcript calls somebody for short once it has introduced them: “Jane Smith” speaks
 * once, and from then on “Jane” does. Only where nobody else of that given name speaks, and never a label
 * in `settled` (positions). Linear in the turns, and in the speakers of one given name.
 */
export function calledForShort(
  speakers: readonly { label: string; name: string }[],
  turns: readonly { speaker: number | null }[],
  settled: ReadonlySet<number>,
): ForShort[] {
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  for (const [i, { speaker }] of turns.entries()) {
    if (speaker === null) continue;
    if (!first.has(speaker)) first.set(speaker, i);
    count.set(speaker, (count.get(speaker) ?? 0) + 1);
  }
  const byGiven = new Map<string, { at: number; isShort: boolean }[]>();
  for (const [at, speaker] of speakers.entries()) {
    const { words, surnameOnly } = readName(speaker.name);
    const [given] = words;
    if (given === undefined || surnameOnly || isUnnamed(speaker)) continue;
    const others = byGiven.get(given) ?? [];
    byGiven.set(given, others);
    others.push({ at, isShort: words.length === 1 });
  }
  return [...byGiven.values()].flatMap((called) => {
    const [one, other] = called;
    if (called.length !== 2 || !one || !other || one.isShort === other.isShort) return [];
    const [short, full] = one.isShort ? [one.at, other.at] : [other.at, one.at];
    const introduced = count.get(full) === 1 && (first.get(full) ?? 0) < (first.get(short) ?? 0);
    return introduced && !settled.has(short) && !settled.has(full) ? [{ short, full }] : [];
  });
}
