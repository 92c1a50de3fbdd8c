import type { Query, Term } from '../../query.ts';

/** Stands among the tags of every passage, so that there is always something to match. */
export const ANY_TAG = 'any';
/** Of passages that ask something, and of those that answer what was asked just before. */
export const ASKS_TAG = 'asks';
export const ANSWERS_TAG = 'answers';
export const tagFor = (kind: 'show' | 'speaker' | 'episode', id: number): string => `${kind}${id}`;

/** Quoted, with quotes doubled, nothing inside a string is FTS5 syntax. */
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

const exactly = ({ tokens, prefix }: Term) => `${quote(tokens.join(' '))}${prefix ? ' *' : ''}`;

/** Matches passages with any of these words and all of those beside them; null for none. */
export const anyWord = (forms: readonly string[], beside: readonly string[] = []): string | null =>
  forms.length > 0
    ? [
        `norm : (${forms.map(quote).join(' OR ')})`,
        ...beside.map((form) => `norm : ${quote(form)}`),
      ]
        .map((part) => `(${part})`)
        .join(' AND ')
    : null;

/** Words that may stand for a term that was mistyped. */
export type Resembling = (form: string, prefix: boolean) => readonly string[];

/**
 * The FTS5 expression that matches a query's words in passages with all of the given tags (of each
 * list one). With `resembling`, words with typos match as well; with `oneOf`, one of these words must be
 * there too. Columns and operators are ours; what was typed only ever stands inside strings.
 * Syntax: https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function matchExpression(
  query: Query,
  tags: readonly (readonly string[])[],
  resembling?: Resembling,
  oneOf: readonly string[] = [],
): string {
  const terms = query.must.map((term) => {
    const [form = ''] = term.tokens;
    const others = resembling && !term.exact ? resembling(form, term.prefix) : [];
    return `norm : (${[exactly(term), ...others.map(quote)].join(' OR ')})`;
  });
  if (oneOf.length > 0) terms.push(`norm : (${oneOf.map(quote).join(' OR ')})`);
  const lists = tags.map((list) => `tags : (${list.map(quote).join(' OR ')})`);
  const all = [...terms, ...lists];
  const wanted = (all.length > 0 ? all : [`tags : ${quote(ANY_TAG)}`])
    .map((part) => `(${part})`)
    .join(' AND ');
  const unwanted = query.not.map((term) => ` NOT (norm : ${exactly(term)})`).join('');
  return `(${wanted})${unwanted}`;
}
