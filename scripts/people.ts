import path from 'node:path';
import type { WrittenRule } from '../lib/people/people-file.ts';
import { rulesOfShow } from '../lib/people/people-rules.ts';
import { foldName } from '../lib/people/person-name.ts';
import { printPeople } from '../lib/people/print-people.ts';
import {
  type PeopleProposal,
  proposeAcross,
  proposePeople,
  type ShowPerson,
} from '../lib/people/propose-people.ts';
import { readSettings } from '../lib/settings.ts';
import { migrateDatabase } from '../lib/store/migrate.ts';
import type { PeopleChange, Store } from '../lib/store/store.ts';
import { type Earmark, wire } from '../lib/wire.ts';
import { run, say } from './console.ts';
import { readCommand, USAGE } from './people-arguments.ts';
import { readRules } from './people-rules.ts';
import { tellEngines } from './tell-engines.ts';

/** `npm run people -- COMMAND`. Exit 0, 1 a file that cannot be applied, 2 wrong usage. */
await run(async () => {
  const words = process.argv.slice(2);
  if (words[0] === '--help' || words[0] === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  const asked = readCommand(words);
  const root = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.env, root);
  await migrateDatabase(settings.databaseUrl, path.join(root, 'prisma/migrations'));
  const earmark = wire(settings);
  try {
    if (asked.command === 'list') return await list(earmark.store, asked.json);
    if (asked.command === 'propose') return await propose(earmark.store, asked);
    const file = asked.file ?? path.join(settings.dataDir, 'people.txt');
    return await change(earmark, file, { ...asked, apply: asked.command === 'apply' });
  } finally {
    await earmark.close();
  }
});

function answer(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

async function change(
  earmark: Earmark,
  file: string,
  { apply, json }: { apply: boolean; json: boolean },
): Promise<number> {
  const { people } = earmark.store;
  const read = await readRules(earmark.store, file);
  if ('missing' in read) {
    say(read.missing);
    return 1;
  }
  const { rules, problems } = read;
  const done =
    problems.length > 0 ? null : await (apply ? people.replace(rules) : people.preview(rules));
  for (const { name, other, episode } of done?.notJoined ?? []) {
    const line = lineOf(rules, name, other);
    const message = `joins “${other}” to ${name}, but both speak in “${episode}”: if one person has two labels there, write “even together: ${name} = ${other}”.`;
    if (!problems.some((known) => known.line === line && known.message === message))
      problems.push({ line, message });
  }
  if (json) answer({ ...done, applied: done?.applied ?? false, problems });
  else if (done) tell(done);
  for (const { line, message } of problems) say(`${file}, line ${line} ${message}`);
  if (problems.length > 0) return 1;
  if (done?.applied) await tellEngines(earmark);
  say(
    apply
      ? `Applied: ${rules.length} rule(s).`
      : 'Nothing was changed. To make it so: npm run people -- apply',
  );
  return 0;
}

function lineOf(rules: readonly WrittenRule[], name: string, other: string): number {
  const rule = rules.find((one) => one.name === name && foldName(one.other) === foldName(other));
  return rule?.line ?? 1;
}

/** Shows on standard output who is whom otherwise than now. */
function tell({ moved, renamed, episodes }: PeopleChange): void {
  const count = (n: number) => (n === 1 ? '1 episode' : `${n} episodes`);
  const lines = [
    ...moved.map(
      ({ from, to, stated, episodes: n }) =>
        `“${stated}” → ${to.name}   ${count(n)}\n    /speakers/${from.slug} → /speakers/${to.slug}`,
    ),
    ...renamed.map(({ slug, from, to }) => `${from} → ${to}   /speakers/${slug}`),
    episodes.length === 0
      ? 'Nobody would be called or found otherwise than now.'
      : `${count(episodes.length)} concerned.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function list({ people, shows }: Store, json: boolean): Promise<number> {
  const known = await shows();
  const titles = new Map(known.map(({ slug, title }) => [slug, title]));
  const rules = await people.rules();
  const joined: { show: string; name: string; spellings: string[] }[] = [];
  for (const { slug, title } of known) {
    for (const { name, spellings } of await people.ofShow(slug)) {
      const others = spellings.filter((spelling) => spelling !== name);
      if (others.length > 0) joined.push({ show: title, name, spellings: others });
    }
  }
  if (json) {
    answer({ rules, people: joined });
    return 0;
  }
  const named = rules.map((rule) => ({
    ...rule,
    show: rule.show === null ? null : (titles.get(rule.show) ?? rule.show),
  }));
  process.stdout.write(printPeople(named));
  if (joined.length > 0) process.stdout.write('# Who speaks under several spellings:\n');
  for (const { show, name, spellings } of joined)
    process.stdout.write(`#   ${name} = ${spellings.join(', ')}   (${show})\n`);
  return 0;
}

async function propose(
  { people, shows }: Store,
  { show: wanted, json }: { show: string | undefined; json: boolean },
): Promise<number> {
  const asked = (await shows()).filter(
    ({ slug, title }) => wanted === undefined || wanted === slug || wanted === title,
  );
  if (asked.length === 0) {
    say(wanted === undefined ? 'There is no episode yet.' : `There is no show “${wanted}”.`);
    return 1;
  }
  const rules = await people.rules();
  const found: ({ show: string | null } & PeopleProposal)[] = [];
  const everybody: ShowPerson[][] = [];
  for (const { slug, title } of asked) {
    const here = await people.ofShow(slug);
    everybody.push(here);
    const proposals = proposePeople(here, rulesOfShow(rules, slug).areApart);
    found.push(...proposals.map((proposal) => ({ show: title, ...proposal })));
  }
  // What is of no show stands first in the file.
  const across = proposeAcross(everybody, rulesOfShow(rules, '').areApart);
  found.unshift(...across.map((proposal) => ({ show: null, ...proposal })));
  if (json) answer({ proposals: found });
  else {
    let heading: string | null = null;
    for (const { show, name, other, together, episodes } of found) {
      if (show !== heading) process.stdout.write(`[${show}]\n`);
      heading = show;
      const both = together === null ? '' : `; both speak in “${together}”`;
      process.stdout.write(`# ${episodes.join(' and ')} episode(s)${both}\n${name} = ${other}\n`);
    }
  }
  say(
    found.length > 0
      ? 'Copy what is right into people.txt, or say “not the same: …”, then: npm run people -- preview'
      : 'No two names look like one person.',
  );
  return 0;
}
