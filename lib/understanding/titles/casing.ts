import type { Statement } from '../statements.ts';

/** Gives the usual form of a phrase, each word as the middle of sentences has it. */
export type Casing = (forms: ReadonlyMap<string, number>) => string;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’._-][\p{L}\p{M}\p{N}]+)*/gu;

/** Learns how each word is written where no sentence begins. */
export function readCasing(statements: readonly Statement[]): Casing {
  const counts = new Map<string, Map<string, number>>();
  for (const { words } of statements) {
    for (const { text } of words.slice(1)) {
      const key = text.toLowerCase();
      const forms = counts.get(key) ?? new Map<string, number>();
      forms.set(text, (forms.get(text) ?? 0) + 1);
      counts.set(key, forms);
    }
  }
  const usual = new Map([...counts].map(([key, forms]) => [key, usualForm(forms).text]));
  return (forms) => titleForm(forms).replace(WORD, (word) => usual.get(word.toLowerCase()) ?? word);
}

interface Form {
  text: string;
  count: number;
}

/** The most frequent form; of equals the lower-case one, which a sentence's beginning cannot explain. */
function usualForm(forms: ReadonlyMap<string, number>): Form {
  let best: Form = { text: '', count: 0 };
  for (const [text, count] of forms) {
    if (count > best.count || (count === best.count && text > best.text)) best = { text, count };
  }
  return best;
}

/** Share of the usual form that the plural needs to stand in its place. */
const OFTEN_PLURAL = 0.3;

/** A title names things in the plural where people speak of them so: "world models". */
function titleForm(forms: ReadonlyMap<string, number>): string {
  const best = usualForm(forms);
  for (const plural of [`${best.text}s`, `${best.text}es`, best.text.replace(/y$/, 'ies')]) {
    const count = plural === best.text ? 0 : (forms.get(plural) ?? 0);
    if (/\p{Ll}$/u.test(best.text) && count >= OFTEN_PLURAL * best.count) return plural;
  }
  return best.text;
}

/** Upper-cases the first letter, unless the word has its own casing ("xAI", "iPhone"). */
export function capitalized(text: string): string {
  const first = text.split(/[\s-]/)[0] ?? '';
  if (/\p{Lu}/u.test(first)) return text;
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
