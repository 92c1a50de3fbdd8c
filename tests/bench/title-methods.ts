import type { Statement } from '../../lib/understanding/statements.ts';
import { titleSections } from '../../lib/understanding/titles.ts';
import type { TermOf } from '../../lib/understanding/words.ts';

/** Makes the titles of a document's sections, in order. */
export type TitleMethod = (
  statements: readonly Statement[],
  sections: number,
  termOf: TermOf,
  people: readonly string[],
) => string[];

/** The titles beside named baselines, which cost a line of code each. */
export const TITLE_METHODS: Record<string, TitleMethod> = {
  earmark: (statements, sections, termOf, people) =>
    titleSections(statements, sections, termOf, people).map(({ title }) => title),
  'first six words': (statements, sections) =>
    bySection(statements, sections, (own) => own[0]?.text.split(/\s+/).slice(0, 6).join(' ') ?? ''),
  'frequent bigram': (statements, sections, termOf) =>
    bySection(statements, sections, (own) => top(bigrams(own, termOf), (count) => count)),
  'class TF-IDF': (statements, sections, termOf) => {
    const everywhere = bigrams(statements, termOf);
    return bySection(statements, sections, (own) =>
      top(
        bigrams(own, termOf),
        (count, key) => count * Math.log(1 + statements.length / (everywhere.get(key)?.count ?? 1)),
      ),
    );
  },
};

interface Counted {
  text: string;
  count: number;
}

function bySection(
  statements: readonly Statement[],
  sections: number,
  title: (own: readonly Statement[]) => string,
): string[] {
  const groups = Array.from({ length: sections }, (): Statement[] => []);
  for (const statement of statements) groups[statement.section]?.push(statement);
  return groups.map(title);
}

/** Neighbouring content words, by their terms. */
function bigrams(statements: readonly Statement[], termOf: TermOf): Map<string, Counted> {
  const found = new Map<string, Counted>();
  for (const statement of statements) {
    statement.words.forEach((word, i) => {
      const next = statement.words[i + 1];
      const pair = [termOf(word.key), next ? termOf(next.key) : null];
      if (!next || pair.includes(null)) return;
      const key = pair.join(' ');
      const known = found.get(key) ?? { text: `${word.text} ${next.text}`, count: 0 };
      found.set(key, { ...known, count: known.count + 1 });
    });
  }
  return found;
}

function top(from: ReadonlyMap<string, Counted>, weigh: (count: number, key: string) => number) {
  let best = { text: '', weight: 0 };
  for (const [key, { text, count }] of from) {
    const weight = weigh(count, key);
    if (weight > best.weight) best = { text, weight };
  }
  return best.text;
}
