import type { PeopleRule } from '../people/people-rules.ts';
import { type Db, writing } from './client.ts';
import { type SettledPeople, settlePeople } from './settle-people.ts';

/** What a people file does to the library, or would do. */
export interface PeopleChange extends SettledPeople {
  /** False where it was only tried, or a line of it cannot be followed (`notJoined`). */
  applied: boolean;
}

/** Ends a transaction that was only tried. */
class OnlyTried extends Error {
  constructor(readonly change: PeopleChange) {
    super('Only tried.');
  }
}

/**
 * Puts these rules in the place of all others and settles who everybody is, all in one transaction. Where
 * a line would join two who speak in one episode, or with `apply: false`, nothing is changed and the
 * answer says what would be.
 */
export async function replacePeopleRules(
  db: Db,
  rules: readonly PeopleRule[],
  { apply }: { apply: boolean },
): Promise<PeopleChange> {
  try {
    return await writing(db, async (tx) => {
      await tx.peopleRule.deleteMany();
      await tx.peopleRule.createMany({
        data: rules.map(({ show, episode, kind, name, other }) => ({
          show,
          episode,
          kind,
          name,
          other,
        })),
      });
      const shows = await tx.show.findMany({
        select: { id: true, slug: true },
        orderBy: { id: 'asc' },
      });
      const change = await settlePeople(tx, shows);
      if (!apply || change.notJoined.length > 0) throw new OnlyTried({ ...change, applied: false });
      return { ...change, applied: true };
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.change;
    throw error;
  }
}
