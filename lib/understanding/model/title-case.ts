import { STOP_WORDS } from '../stop-words.ts';

/**
 * A title as Earmark writes them, with a capital for its first word and for names. Where a model
 * Capitalised Every Word, those that were said without a capital lose theirs again; `said` are the
 * words as they were written in the section.
 */
export function sentenceCased(title: string, said: ReadonlySet<string>): string {
  const own = title.match(/[\p{L}\p{M}]+/gu)?.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  const everyWord = (own?.length ?? 0) > 2 && own?.every((word) => /^\p{Lu}/u.test(word));
  const calm = everyWord
    ? title.replace(/(?<=[\s-])\p{Lu}[\p{Ll}\p{M}]*(?=[\s,:;?!-]|$)/gu, (word) => {
        const lower = word.toLowerCase();
        return said.has(lower) || (STOP_WORDS.has(lower) && word !== 'I') ? lower : word;
      })
    : title;
  // A first word with its own casing ("iPhone") keeps it.
  return /^[^\s-]*\p{Lu}/u.test(calm)
    ? calm
    : calm.charAt(0).toLocaleUpperCase('en') + calm.slice(1);
}
