import { isUnnamed } from './nameless.ts';
import type { PeopleRule } from './people-rules.ts';
import { foldName } from './person-name.ts';

/** A line as the file has it: the show is a slug or a title, still to be looked up. */
export interface WrittenRule extends PeopleRule {
  /** Number of the line in the file, from 1. */
  line: number;
}

/** What is wrong in a line, as one sentence for the owner that follows “line 3”. */
export interface PeopleProblem {
  line: number;
  message: string;
}

const HEADING = /^\[(.*)\]$/u;
const APART = /^not the same\s*:/iu;
const TOGETHER = /^even together\s*:/iu;
const MOST_CHARACTERS = 200;
export const MOST_RULES = 20_000;

type Scope = Pick<PeopleRule, 'show' | 'episode'>;

/**
 * Reads a people file: a line `name = spelling, another` for each person, `not the same: name, name` for
 * people to be kept apart, `even together: name = spelling` for one person who speaks under two labels of
 * one episode, `[Show]` or `[episode: SLUG]` before the lines that hold only there, `#` before a remark.
 * Problems never hide rules, nor rules problems.
 */
export function parsePeople(text: string): { rules: WrittenRule[]; problems: PeopleProblem[] } {
  const rules: WrittenRule[] = [];
  const problems: PeopleProblem[] = [];
  let scope: Scope = { show: null, episode: null };
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = i + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    const heading = headingOf(content);
    if (typeof heading === 'string') problems.push({ line, message: heading });
    else if (heading) scope = heading;
    else {
      const read = readLine(content, scope);
      for (const message of read.problems) problems.push({ line, message });
      rules.push(...read.rules.map((rule) => ({ ...rule, line })));
    }
  }
  problems.push(...conflicts(rules));
  const tooMany = rules[MOST_RULES];
  if (tooMany) {
    const message = `is one too many: a people file holds ${MOST_RULES.toLocaleString('en')} spellings.`;
    problems.push({ line: tooMany.line, message });
  }
  return { rules, problems: problems.sort((a, b) => a.line - b.line) };
}

/** A scope, a problem, or null where the line is no heading. */
function headingOf(content: string): Scope | string | null {
  const heading = HEADING.exec(content)?.[1]?.trim() ?? /^show\s*:.*$/iu.exec(content)?.[0];
  if (heading === undefined) return null;
  const episode = /^episode\s*:\s*(.*)$/iu.exec(heading)?.[1];
  if (episode === '')
    return 'names no episode: write [episode: SLUG], as in the address of its page.';
  if (episode !== undefined) return { show: null, episode };
  const show = heading.replace(/^show\s*:\s*/iu, '');
  return show === '' ? 'names no show: write [Name of the show].' : { show, episode: null };
}

function readLine(content: string, scope: Scope): { rules: PeopleRule[]; problems: string[] } {
  if (APART.test(content)) return readApart(content.replace(APART, ''), scope);
  const together = TOGETHER.test(content);
  const [name = '', others, ...more] = content.replace(TOGETHER, '').split('=');
  if (others === undefined || more.length > 0)
    return refused(
      'is no rule: write “Name = other spelling, another” or “not the same: Name, Name”.',
    );
  const spellings = others.split(',').flatMap((other) => other.trim() || []);
  if (spellings.length === 0)
    return refused(`gives no other spelling of “${name.trim()}”: add it after the “=”.`);
  const rules: PeopleRule[] = [];
  const problems: string[] = [];
  for (const other of spellings) {
    const rule = {
      ...scope,
      kind: together ? ('together' as const) : ('same' as const),
      name: name.trim(),
      other,
    };
    const wrong = problemOf(rule);
    if (wrong) problems.push(wrong);
    else rules.push(rule);
  }
  return { rules, problems };
}

function readApart(list: string, scope: Scope): { rules: PeopleRule[]; problems: string[] } {
  const names = list.split(',').flatMap((name) => name.trim() || []);
  const wrong = names.map(nameProblem).find((problem) => problem !== null);
  if (wrong) return refused(wrong);
  const kind = 'apart' as const;
  const [only] = names;
  if (names.length < 2) {
    if (only === undefined) return refused('tells nobody apart: write “not the same: Name, Name”.');
    if (scope.show === null)
      return refused(
        `tells “${only}” from nobody: add another name, or put it below [Show] to tell them from who has that name in other shows.`,
      );
    return { rules: [{ ...scope, kind, name: only, other: '' }], problems: [] };
  }
  const rules = names.flatMap((name, i) =>
    names.slice(i + 1).map((other) => ({ ...scope, kind, name, other })),
  );
  const twice = rules.find(({ name, other }) => foldName(name) === foldName(other));
  if (twice) {
    return refused(
      `tells “${twice.name}” from the same spelling: give one of them another name below [episode: SLUG].`,
    );
  }
  return { rules, problems: [] };
}

const refused = (message: string) => ({ rules: [], problems: [message] });

function problemOf(rule: PeopleRule): string | null {
  const { name, other, episode } = rule;
  const wrong = nameProblem(name) ?? nameProblem(other);
  if (wrong) return wrong;
  if (name === other) return `gives “${name}” as its own other spelling: leave it out.`;
  if (isNobodys(name)) return `calls somebody “${name}”, which names nobody.`;
  if (episode === null && isNobodys(other))
    return `names “${other}”, who is somebody else in every episode: put it below [episode: SLUG].`;
  return null;
}

/** Initials (DHH) are nobody's by themselves, but an owner knows whose they are. */
const isNobodys = (name: string) =>
  isUnnamed({ label: name, name }) && !/^\p{Lu}{2,3}$/u.test(name);

function nameProblem(name: string): string | null {
  if (!/\p{L}/u.test(name)) return `has “${name}” as a name, which has no letter.`;
  return name.length > MOST_CHARACTERS
    ? `is too long: a name has at most ${MOST_CHARACTERS} characters.`
    : null;
}

/** One spelling for two people, names that lead on to others, and pairs that are both one and two. */
function conflicts(rules: readonly WrittenRule[]): PeopleProblem[] {
  const problems: PeopleProblem[] = [];
  const scopeOf = ({ show, episode }: Scope) => `${show ?? ''}\n${episode ?? ''}`;
  const key = (scope: Scope, ...names: string[]) =>
    [scopeOf(scope), ...names.map(foldName).sort()].join('\n');
  const bySpelling = new Map<string, WrittenRule>();
  const joined = new Map<string, WrittenRule>();
  const names = new Map<string, WrittenRule>();
  for (const rule of rules) {
    if (rule.kind === 'apart') continue;
    const { name, other, line } = rule;
    const before = bySpelling.get(key(rule, other));
    if (before && foldName(before.name) !== foldName(name)) {
      const message = `gives “${other}” to “${name}”, but line ${before.line} gives it to “${before.name}”: keep one.`;
      problems.push({ line, message });
    }
    bySpelling.set(key(rule, other), rule);
    joined.set(key(rule, name, other), rule);
    names.set(key(rule, name), rule);
  }
  for (const rule of rules) {
    const { kind, name, other, line } = rule;
    const on = names.get(key(rule, other));
    if (kind !== 'apart' && foldName(name) !== foldName(other) && on) {
      const message = `makes “${other}” a spelling of “${name}”, but line ${on.line} gives “${other}” spellings of its own: put them all on one line.`;
      problems.push({ line, message });
    }
    const same = other === '' ? undefined : joined.get(key(rule, name, other));
    if (kind === 'apart' && same) {
      const message = `keeps “${name}” and “${other}” apart, but line ${same.line} makes them one: keep one.`;
      problems.push({ line, message });
    }
  }
  return problems;
}
