import { citeKey } from './bibtex.ts';
import { type CitedWords, linesOf, speakersOf, timeOf } from './cited-words.ts';

/** Names of two or more words in Latin letters: the last is the family's. */
const GIVEN_AND_FAMILY = /^([\p{Script=Latin}\p{M}.'’ -]+) ([\p{Script=Latin}\p{M}'’-]+)$/u;

/** An item for Zotero and its kin: https://github.com/citation-style-language/schema, csl-data.json. */
export function toCslJson(words: CitedWords): string {
  const item = {
    id: citeKey(words),
    type: 'broadcast',
    title: words.episode,
    'container-title': words.show,
    medium: 'Podcast',
    author: speakersOf(words).map(asName),
    issued: words.date ? { 'date-parts': [words.date.split('-').map(Number)] } : undefined,
    language: words.language ?? undefined,
    URL: words.url,
    note: `At ${timeOf(words)}: ${linesOf(words).join(' ')}`,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function asName(name: string) {
  const [, given, family] = GIVEN_AND_FAMILY.exec(name) ?? [];
  return given && family ? { given, family } : { literal: name };
}
