import { type CitedWords, linesOf, speakersOf, timeOf } from './cited-words.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts a brace behind a backslash, too: one alone would swallow the entries that follow.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Text in which nothing is a command (Patashnik, BibTeXing, 1988); letters of all scripts stay, as Biber reads them. */
export const escapeTex = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}$&#%_^~]/g, (sign) => SPECIAL[sign] ?? sign);

/** An entry for a bibliography: BibTeX's @misc, which every style knows. */
export function toBibtex(words: CitedWords): string {
  const [year, month] = (words.date ?? '').split('-');
  const speakers = speakersOf(words);
  const quote = linesOf(words).join(' ');
  const fields: [string, string | undefined][] = [
    ['author', speakers.length > 0 ? speakers.map(asName).join(' and ') : undefined],
    // Double braces: capitals stay capitals.
    ['title', `{${escapeTex(words.episode)}}`],
    ['howpublished', `Podcast: ${escapeTex(words.show)}`],
    ['year', year || undefined],
    ['month', undefined],
    ['date', words.date ?? undefined],
    ['language', words.language ? escapeTex(words.language) : undefined],
    ['url', words.url.replace(/[{}\\]/g, encodeURIComponent)],
    ['note', `At ${timeOf(words)}: ${escapeTex(quote)}`],
  ];
  const lines = fields.flatMap(([name, value]) => {
    // A month is BibTeX's own word for it, and so without braces.
    if (name === 'month') return month ? [`  month = ${MONTHS[Number(month) - 1]}`] : [];
    return value === undefined ? [] : [`  ${name} = {${value}}`];
  });
  return `@misc{${citeKey(words)},\n${lines.join(',\n')}\n}\n`;
}

/** A name that BibTeX would take apart (“and”, a comma) is kept whole. */
function asName(name: string): string {
  const escaped = escapeTex(name);
  return /,|\sand\s/i.test(name) ? `{${escaped}}` : escaped;
}

/** “he2026video”: ASCII letters and digits only, as keys must be. */
export function citeKey(words: CitedWords): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9 ]/g, '')
      .toLowerCase()
      .split(' ')
      .filter(Boolean);
  const who = plain(speakersOf(words)[0] ?? words.show).at(-1) ?? 'episode';
  const what = plain(words.episode).find((word) => word.length > 3) ?? '';
  return `${who}${words.date?.slice(0, 4) ?? ''}${what}`;
}
