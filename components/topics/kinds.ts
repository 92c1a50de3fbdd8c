import type { ThingKind } from '@/lib/understanding/things/thing';

/** What each kind is called; a name of unknown kind is just a name. */
export const KIND_NAMES: Readonly<Record<ThingKind, string>> = {
  person: 'person',
  company: 'company',
  product: 'product',
  work: 'work',
  term: 'term',
  name: 'name',
};
