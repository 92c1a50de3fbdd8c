import type { Resolved } from '../people/resolve-people.ts';
import type { Tx } from './client.ts';
import { slugify } from './identity.ts';
import { PENDING, type SettledShow, type StoredOccurrence } from './read-occurrences.ts';
import { liveSpeaker } from './retire-speakers.ts';

/**
 * The address of everybody who speaks in a show, one for each occurrence: the name's own for a full name;
 * for a name of this show only the same, unless another show's person has it or had it; for somebody
 * unnamed the one they have, or one with the episode's.
 */
export async function slugPeople(
  tx: Tx,
  show: SettledShow,
  rows: readonly StoredOccurrence[],
  people: readonly Resolved[],
): Promise<string[]> {
  const holders = new Map<string, Resolved>();
  const slugs = new Map<Resolved, string>();
  const stated = new Map<string, Set<Resolved | undefined>>();
  for (const [i, { name }] of rows.entries()) {
    const base = slugify(name);
    stated.set(base, (stated.get(base) ?? new Set()).add(people[i]));
  }
  const inOrder = [...new Set(people)].filter(({ scope }) => scope !== 'episode');
  inOrder.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  for (const person of inOrder) {
    const base = slugify(person.name);
    // Who was called so is called otherwise now, and old links to the name are theirs.
    const heirs = [...(stated.get(base) ?? [])].some((heir) => heir !== person);
    const wide = person.scope === 'everywhere' || !(await isAnothers(tx, base, show, heirs));
    let slug = wide && !holders.has(base) ? base : slugify(`${person.name} ${show.slug}`);
    for (let n = 2; holders.has(slug); n++) slug = `${slugify(`${person.name} ${show.slug}`)}-${n}`;
    holders.set(slug, person);
    slugs.set(person, slug);
  }
  return people.map((person, i) => {
    const row = rows[i];
    if (!row || person.scope !== 'episode') return slugs.get(person) ?? slugify(person.name);
    const { slug, name } = row.speaker;
    const own = name === row.name && !slug.startsWith(PENDING) && !holders.has(slug);
    return own ? slug : slugify(`${row.name} ${row.episode}`);
  });
}

const rank = ({ scope }: Resolved) => (scope === 'everywhere' ? 0 : 1);

/** Whether an address is, or leads to, somebody who speaks in other shows and not in this one. */
async function isAnothers(
  tx: Tx,
  slug: string,
  show: SettledShow,
  heirs: boolean,
): Promise<boolean> {
  const live = await liveSpeaker(tx, slug);
  if (live === null) return false;
  const speaks = (showId: object | number) =>
    tx.appearance.findFirst({
      where: { speaker: { slug: live }, episode: { showId } },
      select: { id: true },
    });
  if (live === slug) {
    const elsewhere = await tx.appearance.findFirst({
      where: { speaker: { slug }, episode: { showId: { lt: show.id } } },
      select: { id: true },
    });
    // Who was here first keeps it.
    return (
      elsewhere !== null || (!(await speaks(show.id)) && (await speaks({ not: show.id })) !== null)
    );
  }
  return heirs || (await speaks(show.id)) === null;
}
