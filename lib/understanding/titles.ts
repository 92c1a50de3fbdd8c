import { type Phrase, phrasesOf, readVerbness, type Verbness } from './phrases.ts';
import { isCourtesy, isQuestion } from './sentence-form.ts';
import type { Statement } from './statements.ts';
import { GENERAL_WORDS } from './stop-words.ts';
import type { TermOf } from './words.ts';

const MOST_WORDS = 7;

interface Topic {
  key: string;
  text: string;
  words: number;
  score: number;
}

/**
 * A title for each section, in order: two to seven words, no two alike. A short question with a
 * distinctive word, asked where the section begins, is taken as it was put; otherwise the section's
 * most distinctive phrases name it (class-based TF-IDF: how often in this section against the rest
 * of the episode). Words are cased as in the text.
 */
export function titleSections(
  statements: readonly Statement[],
  sections: number,
  termOf: TermOf,
): string[] {
  const topics = readTopics(statements, sections, termOf);
  const taken = new Set<string>();
  return topics.map((ranked, i) => {
    const own = statements.filter((s) => s.section === i);
    const title = firstFree(candidateTitles(own, ranked, termOf), taken) ?? `Part ${i + 1}`;
    taken.add(title.toLowerCase());
    return title;
  });
}

function firstFree(titles: Iterable<string>, taken: ReadonlySet<string>): string | null {
  for (const title of titles) if (!taken.has(title.toLowerCase())) return title;
  return null;
}

function* candidateTitles(
  own: readonly Statement[],
  ranked: readonly Topic[],
  termOf: TermOf,
): Iterable<string> {
  const strong = new Set(ranked.slice(0, 6).flatMap((t) => t.key.split(' ')));
  const question = openingQuestion(own, strong, termOf);
  if (question) yield question;
  const topics = filledOut(ranked);
  const [first, ...others] = topics;
  if (first) {
    if (first.words >= 2 && first.score > DOMINANT * (others[0]?.score ?? 0))
      yield capitalized(first.text);
    for (const second of others) {
      if (shares(first, second) || second.score < COMPANION * first.score) continue;
      if (first.words + second.words + 1 > MOST_WORDS) continue;
      yield capitalized(`${first.text} and ${second.text}`);
    }
    for (const topic of topics) if (topic.words >= 2) yield capitalized(topic.text);
  }
  const opening = own.find((s) => s.words.length >= 2) ?? own[0];
  if (opening) {
    const last = opening.words[Math.min(MOST_WORDS, opening.words.length) - 1];
    if (last) yield capitalized(opening.text.slice(0, last.end - opening.start));
  }
}

/** A topic names the section alone where it outweighs the next by this much… */
const DOMINANT = 1.6;
/** …and takes another beside it that weighs at least this share of it. */
const COMPANION = 0.45;

/** Single words give way to a phrase around them that weighs at least half as much: "step" to "step distillation". */
function filledOut(ranked: readonly Topic[]): Topic[] {
  const chosen = ranked.map((topic) => {
    if (topic.words > 1) return topic;
    const phrase = ranked.find(
      (other) =>
        other.words > 1 &&
        other.score >= topic.score / 2 &&
        other.key.split(' ').includes(topic.key),
    );
    return phrase ? { ...phrase, score: Math.max(phrase.score, topic.score) } : topic;
  });
  const seen = new Set<string>();
  return chosen.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function shares(a: Topic, b: Topic): boolean {
  const words = new Set(a.key.split(' '));
  return b.key.split(' ').some((w) => words.has(w));
}

/** Upper-cases the first letter, unless the word has its own casing ("xAI", "iPhone"). */
export function capitalized(text: string): string {
  const first = text.split(/[\s-]/)[0] ?? '';
  if (/\p{Lu}/u.test(first)) return text;
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

const ASKS =
  /(?:^|[,;:.] |\b(?:so|and|but|okay|ask) )((?:what|how|why|who|where|when|which)\b[^,;:]*\?)$/iu;
const UNNAMED = /\b(?:this|that|it|its|they|them|those|these|he|she|his|her|there|here|me|i)\b/iu;

/** The question a section opens with, trimmed to the part that asks, where it makes a title. */
function openingQuestion(
  own: readonly Statement[],
  strong: ReadonlySet<string>,
  termOf: TermOf,
): string | null {
  const opening = own.slice(0, 8);
  for (const statement of opening) {
    if (!isQuestion(statement.text) || isCourtesy(statement.text)) continue;
    const asked = ASKS.exec(statement.text.slice(-90))?.[1];
    if (!asked || UNNAMED.test(asked)) continue;
    const count = asked.split(/\s+/).length;
    if (count < 3 || count > MOST_WORDS) continue;
    const keys = asked.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
    if (keys.some((k) => strong.has(termOf(k) ?? '') && !GENERAL_WORDS.has(k))) {
      return capitalized(asked);
    }
  }
  return null;
}

/** The phrases of each section, most distinctive first. */
function readTopics(statements: readonly Statement[], sections: number, termOf: TermOf): Topic[][] {
  const verbness = readVerbness(statements);
  const inSection = Array.from({ length: sections }, () => new Map<string, Phrase[]>());
  const everywhere = new Map<string, number>();
  const surfaces = new Map<string, Map<string, number>>();
  const lengths = new Float64Array(sections);
  for (const statement of statements) {
    lengths[statement.section] = (lengths[statement.section] ?? 0) + statement.terms.length;
    if (isCourtesy(statement.text)) continue;
    for (const phrase of phrasesOf(statement, termOf, verbness)) {
      const here = inSection[statement.section];
      if (!here) continue;
      const list = here.get(phrase.key) ?? [];
      list.push(phrase);
      here.set(phrase.key, list);
      everywhere.set(phrase.key, (everywhere.get(phrase.key) ?? 0) + 1);
      const forms = surfaces.get(phrase.key) ?? new Map<string, number>();
      forms.set(phrase.text, (forms.get(phrase.text) ?? 0) + 1);
      surfaces.set(phrase.key, forms);
    }
  }
  const casing = readCasing(statements);
  const total = lengths.reduce((sum, n) => sum + n, 0);
  return inSection.map((phrases, i) => {
    const size = Math.max(1, lengths[i] ?? 1);
    const ranked: Topic[] = [];
    for (const [key, list] of phrases) {
      const sample = list[0];
      if (!sample) continue;
      if (sample.words === 1 && !namesAlone(sample, key, list.length, verbness)) continue;
      const rest = (everywhere.get(key) ?? 0) - list.length;
      const expected = ((rest + 0.5) / Math.max(1, total - size)) * size;
      const lift = Math.log(1 + list.length / Math.max(0.2, expected));
      const text = asCased(usualForm(surfaces.get(key) ?? new Map()), casing);
      const vague = VAGUE_OPENERS.has(text.split(' ')[0]?.toLowerCase() ?? '') ? 0.5 : 1;
      const name = /\p{Lu}/u.test(text) ? 1.3 : 1;
      const long = sample.words === 1 ? 0.7 : sample.words === 2 ? 1.4 : 1.3;
      const often = Math.log(1 + list.length) * (list.length > 1 ? 1 : 0.5);
      ranked.push({ key, text, words: sample.words, score: often * lift * name * long * vague });
    }
    return ranked.sort((a, b) => b.score - a.score || a.key.localeCompare(b.key));
  });
}

/** The form a phrase has most often, the lower-case one where a sentence's beginning may decide. */
function usualForm(forms: ReadonlyMap<string, number>): string {
  let best = { text: '', count: 0 };
  for (const [text, count] of forms) {
    if (count > best.count || (count === best.count && text > best.text)) best = { text, count };
  }
  return best.text;
}

/** Adjectives that make any noun a phrase and none a topic. */
const VAGUE_OPENERS: ReadonlySet<string> = new Set(
  'new whole big next good better main general specific simple simpler certain entire full'.split(
    ' ',
  ),
);

/** A single word names a topic where it is a name, or is said more than once and used as a noun. */
function namesAlone(sample: Phrase, key: string, count: number, verbness: Verbness): boolean {
  const word = sample.text.toLowerCase();
  if (GENERAL_WORDS.has(word) || /(?:ing|er|est)$/.test(word)) return false;
  const isName = /\p{Lu}/u.test(sample.text);
  return isName || (count > 1 && (verbness(word) < 0 || verbness(key) < 0));
}

/** How each word is written in the middle of sentences, most of the time. */
function readCasing(statements: readonly Statement[]): Map<string, string> {
  const forms = new Map<string, Map<string, number>>();
  for (const { words } of statements) {
    for (const word of words.slice(1)) {
      const counts = forms.get(word.key) ?? new Map<string, number>();
      counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
      forms.set(word.key, counts);
    }
  }
  return new Map([...forms].map(([key, counts]) => [key, usualForm(counts)]));
}

/** Gives words that are mostly written with capitals ("UI", "Nvidia") their own form. */
const asCased = (text: string, casing: ReadonlyMap<string, string>): string =>
  text
    .split(' ')
    .map((word) => {
      const usual = casing.get(word.toLowerCase()) ?? word;
      return /\p{Lu}/u.test(usual) ? usual : word;
    })
    .join(' ');
