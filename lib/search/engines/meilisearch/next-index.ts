import { randomBytes } from 'node:crypto';

/** An index that is being built has the name of the one whose place it takes, this, and a time. */
const NEXT = '_next_';
/** No rebuild takes this long. */
const ABANDONED_MS = 86_400_000;

/** What follows the name: whatever is built beside another's building has an ending of its own. */
export const nextEnding = (now = Date.now()): string =>
  `${NEXT}${now}_${randomBytes(4).toString('hex')}`;

/** Whether an index is what a rebuild of one of `names` left behind that was broken off long ago. */
export function isAbandoned(uid: string, names: readonly string[], now = Date.now()): boolean {
  const name = names.find((begins) => uid.startsWith(begins + NEXT));
  if (name === undefined) return false;
  const begun = Number(uid.slice(name.length + NEXT.length).split('_')[0]);
  return !(now - begun < ABANDONED_MS);
}
