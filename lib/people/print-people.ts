import type { PeopleRule } from './people-rules.ts';

/** Rules in the file's own form: what holds for all first, then shows and episodes by name. */
export function printPeople(rules: readonly PeopleRule[]): string {
  const scopes = new Map<string, PeopleRule[]>();
  for (const rule of rules) {
    const heading = headingOf(rule);
    scopes.set(heading, [...(scopes.get(heading) ?? []), rule]);
  }
  const blocks = [...scopes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([heading, own]) => [...(heading === '' ? [] : [heading]), ...linesOf(own)].join('\n'));
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
}

function headingOf({ show, episode }: PeopleRule): string {
  if (episode !== null) return `[episode: ${episode}]`;
  return show === null ? '' : `[${show}]`;
}

function linesOf(rules: readonly PeopleRule[]): string[] {
  const spellings = new Map<string, string[]>();
  const apart: string[] = [];
  for (const { kind, name, other } of rules) {
    if (kind === 'apart') apart.push(`not the same: ${other === '' ? name : `${name}, ${other}`}`);
    else {
      const line = kind === 'together' ? `even together: ${name}` : name;
      spellings.set(line, [...(spellings.get(line) ?? []), other]);
    }
  }
  return [...[...spellings].map(([name, others]) => `${name} = ${others.join(', ')}`), ...apart];
}
