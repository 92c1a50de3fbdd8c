/** Raised whenever the same text would give other tokens than before; indexes are then built anew. */
export const NORMALISER_VERSION = 1;

/** A word as search sees it, and where it stands in the text (characters, `end` exclusive). */
export interface Token {
  form: string;
  start: number;
  end: number;
}

/** Letters and digits in a row, with marks on them, and apostrophes inside. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
/** Scripts written without spaces: every sign is a token, and a run of them in a query is a phrase. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PLAIN = /^[a-z0-9]+$/;

/**
 * The tokens of a text: compatibility forms unified (NFKD), accents stripped, lower case, apostrophes
 * inside words dropped, all other punctuation a boundary. Both engines index exactly these forms.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const start = match.index;
    if (UNSPACED.test(word)) pushSigns(tokens, word, start);
    else pushForms(tokens, word, start, start + word.length);
  }
  return tokens;
}

/** The token forms alone. */
export const forms = (text: string): string[] => tokenise(text).map(({ form }) => form);

/** The text as engines index it: token forms joined by single spaces. */
export const normalise = (text: string): string => forms(text).join(' ');

/** Whether a word is written in a script without spaces between words. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

/** Signs of unspaced scripts one by one, what stands between them (a Latin word, digits) as words. */
function pushSigns(tokens: Token[], word: string, start: number): void {
  let from = 0;
  let at = 0;
  const flush = (to: number) => {
    if (to > from) pushForms(tokens, word.slice(from, to), start + from, start + to);
  };
  for (const sign of word) {
    if (UNSPACED.test(sign)) {
      flush(at);
      from = at + sign.length;
      pushForms(tokens, sign, start + at, start + from);
    }
    at += sign.length;
  }
  flush(at);
}

/** A word may come apart when unified: "½" is "1" and "2". */
function pushForms(tokens: Token[], word: string, start: number, end: number): void {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) {
    tokens.push({ form: lower, start, end });
    return;
  }
  const unified = lower
    .replace(/['’ʼ]/g, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  for (const [form] of unified.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu))
    tokens.push({ form, start, end });
}
