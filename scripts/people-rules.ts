import { readFile } from 'node:fs/promises';
import { type PeopleProblem, parsePeople, type WrittenRule } from '../lib/people/people-file.ts';
import type { Store } from '../lib/store/store.ts';

/** The rules of a people file with their shows and episodes looked up, and what is wrong in it. */
export async function readRules(
  store: Store,
  file: string,
): Promise<{ rules: WrittenRule[]; problems: PeopleProblem[] } | { missing: string }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => ({
    missing:
      error.code === 'ENOENT'
        ? `There is no people file at ${file}: write one (npm run people -- --help shows how) or begin with npm run people -- propose.`
        : `${file} cannot be read (${error.code}).`,
  }));
  if (typeof text !== 'string') return text;
  const { rules, problems } = parsePeople(text);
  const shows = await store.shows();
  const known: WrittenRule[] = [];
  for (const rule of rules) {
    const { show, episode, line } = rule;
    const found = shows.find(({ slug, title }) => slug === show || title === show);
    if (show !== null && !found) {
      const names = shows.map(({ title }) => title).join(', ') || 'none';
      problems.push({
        line,
        message: `is for “${show}”, which is no show here (shows: ${names}).`,
      });
    } else if (episode !== null && !(await store.isSlug('episode', episode))) {
      problems.push({
        line,
        message: `is for “${episode}”, which is no episode here: write the name that stands in the address of its page.`,
      });
    } else known.push({ ...rule, show: found?.slug ?? null });
  }
  return { rules: known, problems: problems.sort((a, b) => a.line - b.line) };
}
