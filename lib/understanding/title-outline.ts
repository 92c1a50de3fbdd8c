import type { OutlineSection, TurnRange } from './outline.ts';
import type { Statement } from './statements.ts';
import { readPhrasing } from './titles/phrasing.ts';
import { titleSections } from './titles.ts';
import type { TermOf } from './words.ts';

/** What a section and the topics within it are called. */
export interface OutlineTitle {
  title: string;
  why: string;
  /** One for each of the section's topics. */
  topics: string[];
}

/**
 * Titles for both levels of an outline, no two alike; topics are told apart from all other topics of
 * the episode. `people` speak in it: their names are no topics.
 */
export function titleOutline(
  statements: readonly Statement[],
  sections: readonly OutlineSection[],
  termOf: TermOf,
  people: readonly string[],
): OutlineTitle[] {
  const given = sections.flatMap(({ heading }) => heading ?? []);
  const phrasing = readPhrasing(statements, termOf, people);
  const found = titleSections(statements, sections.length, termOf, people, given, phrasing);
  const titles = sections.map(({ heading }, i) =>
    heading === null
      ? (found[i] ?? { title: `Part ${i + 1}`, why: '' })
      : { title: heading, why: 'It is the publisher’s heading.' },
  );
  const leaves = sections.flatMap((section): TurnRange[] =>
    section.topics.length > 0 ? section.topics : [section],
  );
  const leafTitles = titleSections(
    inLeaves(statements, leaves),
    leaves.length,
    termOf,
    people,
    titles.map(({ title }) => title),
    phrasing,
  );
  let next = 0;
  return sections.map(({ topics }, i) => {
    const { title, why } = titles[i] ?? { title: `Part ${i + 1}`, why: '' };
    const own = leafTitles.slice(next, next + Math.max(1, topics.length));
    next += own.length;
    return { title, why, topics: topics.length > 0 ? own.map((leaf) => leaf.title) : [] };
  });
}

/** The same statements, with `section` counting the leaves. */
function inLeaves(statements: readonly Statement[], leaves: readonly TurnRange[]): Statement[] {
  let leaf = 0;
  return statements.map((statement) => {
    while (statement.turn > (leaves[leaf]?.lastTurn ?? Number.POSITIVE_INFINITY)) leaf++;
    return { ...statement, section: leaf };
  });
}
