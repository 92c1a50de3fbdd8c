import * as lists from 'stopword';

/** The package calls its lists by ISO 639-3; transcripts go by BCP 47. */
const byLanguage = new Map(
  Object.entries(lists).flatMap(([code, words]) =>
    Array.isArray(words) && /^[a-z]{3}$/.test(code)
      ? [[new Intl.Locale(code).language, words] as const]
      : [],
  ),
);

const made = new Map<string, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/** The function words of a language other than English, folded by `fold`; none where no list is known. */
export function stopListOf(language: string, fold: (word: string) => string): ReadonlySet<string> {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const known = made.get(code);
  if (known) return known;
  const list = byLanguage.get(code);
  if (!list) return NONE;
  const set = new Set(list.map(fold));
  made.set(code, set);
  return set;
}
