const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that end in "s" and are one all the same. */
const SINGULAR = list(`
https news series species always perhaps windows kubernetes postgres jenkins states angeles times
james charles jones williams adams evans roberts matthews andrews hughes rogers edwards collins
stevens miles wales summers sanders brooks rss css lens gates vegas airlines hopkins dawkins
movies cookies selfies zombies hoodies rookies calories indies pixies smoothies brownies
athens brussels naples sales goods means towards hopkins nails rails keras nostr sports
`);
/** Plurals in "-os"; other words in "-os" ("cosmos", "chaos") are singular. */
const PLURAL_OS = list(`
videos photos demos repos memos logos algos cryptos studios radios ratios scenarios portfolios
macros zeros intros promos pros typos utxos ceos robos tacos casinos egos
`);

const PLURAL_US = list('gpus cpus tpus npus menus gurus');

const PLAIN = /^[A-Za-z0-9'.-]*$/;

/** Without accents and case: "Café" and "cafe" are one word. */
export function foldWord(text: string): string {
  // Most words have nothing to take away, and are many.
  const plain = PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain.toLowerCase().replace(/['’_]|\.(?!\p{N})/gu, '');
}

/** The singular of a folded English word, by its ending alone, so that it is the same in every episode. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || SINGULAR.has(word)) return word;
  if (word.endsWith('os')) return PLURAL_OS.has(word) ? word.slice(0, -1) : word;
  if (PLURAL_US.has(word)) return word.slice(0, -1);
  if (/(?:ss|us|is|as|ics|\d+s)$/.test(word)) return word;
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ies$/.test(word) && word.length > 5) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

/** Cuts "DataFrame" into "Data" and "Frame"; "iPhone" stays whole, one letter is no word. */
export function camelParts(text: string): string[] {
  return text.split(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}|\p{Lu}{2})/u);
}

/** The words by which a thing is known: folded, the last one singular. */
export function thingWords(folded: readonly string[]): string[] {
  return folded.map((word, i) => (i === folded.length - 1 ? singular(word) : word));
}

/** One spelling for "data frame", "Data-Frame" and "Dataframe": the words without what divides them. */
export function joinedKey(folded: readonly string[]): string {
  return thingWords(folded).join('');
}
