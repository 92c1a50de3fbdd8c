import { foldName, readName } from './person-name.ts';
import { likeness } from './same-person.ts';

/** Whom of those who are said to be there a label means. */
export interface Met<P> {
  person: P;
  /** False where only a part of the name says so. */
  certain: boolean;
}

/**
 * Whom a label means among the people of one episode: who is spelled the same, or else the only one whose
 * given name, first names or nickname it is. Null where nobody is, or more than one.
 */
export function meant<P extends { name: string }>(
  label: string,
  people: readonly P[],
): Met<P> | null {
  const spelled = people.find(({ name }) => foldName(name) === foldName(label));
  if (spelled) return { person: spelled, certain: true };
  const same = people.filter(({ name }) => likeness(label, name) === 'same');
  if (same.length > 1) return null;
  if (same[0]) return { person: same[0], certain: true };
  const own = readName(label);
  if (own.surnameOnly || own.words.length === 0) return null;
  const part = people.filter(({ name }) => {
    const { words } = readName(name);
    return words.length > own.words.length && own.words.every((word, i) => word === words[i]);
  });
  return part.length === 1 && part[0] ? { person: part[0], certain: false } : null;
}
