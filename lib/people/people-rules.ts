import { foldName } from './person-name.ts';

/** A line of the owner's people file, with its show looked up. */
export interface PeopleRule {
  /** The show's slug; null where it holds for all. */
  show: string | null;
  /** The slug of the only episode it holds for, or null. */
  episode: string | null;
  /**
   * `same`: `other` is a spelling of `name`. `together`: the same, also where both speak in one episode.
   * `apart`: they are two people; with an empty `other`, `name` is nobody of another show.
   */
  kind: 'same' | 'together' | 'apart';
  name: string;
  other: string;
}

/** The owner's word, ready to be asked about the speakers of one show. */
export interface OwnersWord {
  /** How the owner spells a name that stands in an episode; null where the owner says nothing. */
  spelling(name: string, episode: string): { name: string; together: boolean } | null;
  areApart(one: string, other: string): boolean;
  /** Whether a name of this show is not that of the same name in others. */
  isOfThisShowOnly(name: string): boolean;
}

/** What holds for a show: an episode's own lines win over the show's, and these over those for all. */
export function rulesOfShow(rules: readonly PeopleRule[], show: string): OwnersWord {
  const spellings = new Map<string, { name: string; together: boolean }>();
  const apart = new Set<string>();
  const own = new Set<string>();
  const key = (scope: string, name: string) => `${scope}\n${foldName(name)}`;
  const scopeOf = (rule: PeopleRule) =>
    rule.episode !== null ? `episode ${rule.episode}` : rule.show !== null ? 'show' : 'all';
  for (const rule of rules) {
    if (rule.show !== null && rule.show !== show) continue;
    const { kind, name, other } = rule;
    if (kind === 'apart') {
      if (other === '') own.add(foldName(name));
      else apart.add(pairOf(name, other));
      continue;
    }
    const scope = scopeOf(rule);
    spellings.set(key(scope, other), { name, together: kind === 'together' });
    // Who is named so by the file is spelled as the owner spells them.
    if (!spellings.has(key(scope, name)))
      spellings.set(key(scope, name), { name, together: false });
  }
  return {
    spelling: (name, episode) =>
      spellings.get(key(`episode ${episode}`, name)) ??
      spellings.get(key('show', name)) ??
      spellings.get(key('all', name)) ??
      null,
    areApart: (one, other) => apart.has(pairOf(one, other)),
    isOfThisShowOnly: (name) => own.has(foldName(name)),
  };
}

const pairOf = (one: string, other: string) => [foldName(one), foldName(other)].sort().join('\n');
