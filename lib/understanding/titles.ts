import type { Statement } from './statements.ts';
import { capitalized } from './titles/casing.ts';
import { occasionOf } from './titles/occasions.ts';
import { type Phrasing, readPhrasing } from './titles/phrasing.ts';
import { openingQuestion } from './titles/questions.ts';
import { topicReason } from './titles/reasons.ts';
import { readTopics, type Topic } from './titles/topics.ts';
import { JOINING, WEIGHTS } from './titles/weights.ts';
import { type TermOf, words } from './words.ts';

const MOST_WORDS = 7;

export interface SectionTitle {
  title: string;
  /** What the title rests on, in one sentence. */
  why: string;
}

/**
 * A title for each section, in order: two to seven words of its own, no two alike, each with the
 * reason. A section is any set of statements with the same `section`, an index below `sections`.
 * `people` are the names of those who speak: they name no topic. `taken` are titles in use already;
 * `phrasing` is that of the same statements, in whatever sections.
 */
export function titleSections(
  statements: readonly Statement[],
  sections: number,
  termOf: TermOf,
  people: readonly string[] = [],
  taken: Iterable<string> = [],
  phrasing: Phrasing = readPhrasing(statements, termOf, people),
): SectionTitle[] {
  const topics = readTopics(statements, sections, termOf, phrasing);
  const english = termOf('the') === null;
  const own = Array.from({ length: sections }, (): Statement[] => []);
  for (const statement of statements) own[statement.section]?.push(statement);
  const used = new Set([...taken].map((title) => title.toLowerCase()));
  const named = new Set<string>();
  return own.map((said, i) => {
    const ranked = (topics[i] ?? []).map((topic) =>
      topic.terms.every((term) => named.has(term))
        ? { ...topic, score: topic.score * WEIGHTS.repeated }
        : topic,
    );
    ranked.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
    const occasion = english ? occasionOf(said, i, sections) : null;
    const chosen = firstFree(
      candidates(said, ranked, termOf, occasion, english ? ' and ' : ' · '),
      used,
    ) ?? {
      title: `Part ${i + 1}`,
      why: 'Nothing in it stands out.',
    };
    used.add(chosen.title.toLowerCase());
    for (const { key } of words(chosen.title)) named.add(termOf(key) ?? key);
    return chosen;
  });
}

function firstFree(titles: Iterable<SectionTitle>, used: ReadonlySet<string>): SectionTitle | null {
  for (const { title, why } of titles) {
    const text = capitalized(title);
    if (!used.has(text.toLowerCase())) return { title: text, why };
  }
  return null;
}

function* candidates(
  said: readonly Statement[],
  ranked: readonly Topic[],
  termOf: TermOf,
  occasion: SectionTitle | null,
  joint: string,
): Iterable<SectionTitle> {
  if (occasion) yield occasion;
  const strong = new Set(ranked.slice(0, 3).flatMap((t) => t.terms));
  const question = openingQuestion(said, strong, termOf);
  if (question) {
    const turn = question.turn + 1;
    yield { title: question.text, why: `The question is asked in turn ${turn}, as it opens.` };
  }
  const first = leadOf(ranked);
  const second = first && companionOf(first, ranked);
  if (first && second) {
    yield { title: `${first.text}${joint}${second.text}`, why: topicReason(first, second) };
  }
  for (const topic of ranked) {
    if (topic.words < 2 || topic.words > MOST_WORDS) continue;
    yield { title: topic.text, why: topicReason(topic) };
  }
  for (const other of ranked.slice(1, COMPANIONS)) {
    if (!first || alike(first, other) || first.words + other.words > 2) continue;
    yield { title: `${first.text}${joint}${other.text}`, why: topicReason(first, other) };
  }
  const opening = said.find((s) => s.words.length >= 2 && !/https?:|www\./i.test(s.text));
  const last = opening?.words[Math.min(MOST_WORDS, opening.words.length) - 1];
  if (opening && last) {
    const title = opening.text.slice(0, last.end - opening.start).split(/\s+/);
    yield {
      title: title.slice(0, MOST_WORDS).join(' '),
      why: 'No phrase in it stands out, so its first words name it.',
    };
  }
}

/** How many topics are tried beside the first. */
const COMPANIONS = 40;

/** A topic to name beside the first, where that is short and the other nearly as strong. */
function companionOf(first: Topic, ranked: readonly Topic[]): Topic | undefined {
  if (first.linked || first.words > 2) return undefined;
  return ranked
    .slice(0, COMPANIONS)
    .find(
      (other) =>
        other !== first &&
        !(isPlain(other) && other.score > first.score) &&
        other.score >=
          (isPlain(other) && first.words > 1 ? JOINING.plainCompanion : JOINING.companion) *
            first.score &&
        !other.linked &&
        !other.usual &&
        first.words + other.words + 1 <= JOINING.mostWords &&
        !alike(first, other),
    );
}

/** A single plain word gives way to a phrase that is nearly as strong: “nodes” to “full nodes”. */
function leadOf(ranked: readonly Topic[]): Topic | undefined {
  const best = ranked[0];
  if (!best || !isPlain(best)) return best;
  return ranked.find((t) => t.words > 1 && t.score >= JOINING.plainYield * best.score) ?? best;
}

/** A single word that is no name: “cost”. */
const isPlain = ({ text, words }: Topic) => words === 1 && !/\p{Lu}/u.test(text);

/** True where two topics have a term in common, or terms that begin alike ("mail", "mailing"). */
function alike(a: Topic, b: Topic): boolean {
  return a.terms.some((x) =>
    b.terms.some(
      (y) => x === y || (x.length > 3 && y.length > 3 && x.slice(0, 4) === y.slice(0, 4)),
    ),
  );
}
