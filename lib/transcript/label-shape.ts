import { isAnonymous, isNobody } from '../people/nameless.ts';

/** Names are short; what is longer than this before a colon is a sentence. */
export const LONGEST_LABEL = 60;
const MOST_WORDS = 7;

/** Words that stand before a colon in speech and in notes, but are nobody's name. */
const NOT_NAMES = new Set(
  `at in on by about around so note notes well and but or yes no yeah okay ok example examples question questions answer answers update
  warning tip tips ps p.s tldr remember today links link chapter chapters topic topics date recorded recording
  published location title episode podcast show summary description tags transcript copyright disclaimer source
  sources resources references because first second third fourth finally next also again still however anyway
  actually basically means meaning meaning's here there then now right look listen see namely url http https www
  email mail twitter website web web-site step part section figure table number time duration sponsor sponsors
  todo fixme important caution case point bonus caveat hint result results conclusion problem solution idea rule
  fact quote plus ie eg i.e e.g etc thing things following reason why how what when where who which is was are it
  that this these those says said asks asked goes install installation usage license requirements features
  remember imagine spoiler language subject re fwd to from cc bcc info
  advantages disadvantages pros cons command commands output input month week day step steps
  error warn debug trace fatal author commit merge else try except finally default public private protected`.split(
    /\s+/,
  ),
);
const TITLES =
  /^(?:dr|mr|mrs|ms|mx|prof|st|sr|jr|rev|hon|sen|gov|lt|col|gen|sgt|capt|ing|phd)\.$/iu;
const WORD = /^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}'’“”"._&/-]*|#\d{1,3})$/u;
/** A nickname within a name: Shawn “Swyx” Wang. At the start it would rather be something that is quoted. */
const NICKNAME = /(?<=\S\s)(?:“([^“”]+)”|"([^"]+)"|‘([^‘’]+)’|'([^']+)'|«([^«»]+)»)(?=\s|$)/gu;

/** Whether words before a colon, or alone beside a time, could be a name at all. */
export function couldBeLabel(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_LABEL || !/\p{L}/u.test(text)) return false;
  const words = text
    .replace(/\(([^()]*)\)/gu, '$1')
    .replace(NICKNAME, '$1$2$3$4$5')
    .split(/[\s,]+/u);
  if (words.length > MOST_WORDS || words.at(-1) === '') return false;
  return words.every((word) => {
    if (word === '&' || word === '+') return true;
    if (!WORD.test(word)) return false;
    if (!word.endsWith('.')) return true;
    // A full stop ends an initial or a title; else it ends a sentence.
    return TITLES.test(word) || /^(?:\p{L}\.)+$/u.test(word);
  });
}

/** Words that open a remark ("So:", "Note:") and never name who speaks. */
export const isDiscourse = (label: string): boolean => {
  const words = label.toLowerCase().split(/\s+/u);
  const [first = '', second = ''] = words;
  if (words.length === 1) return NOT_NAMES.has(first);
  return (
    NOT_NAMES.has(first) && (NOT_NAMES.has(second) || /^(?:the|a|an|of|for|my|\d+)$/u.test(second))
  );
};

/** Written as names are: every word capitalised or of a script without capitals, or a number beside one. */
export function isNameLike(label: string): boolean {
  if (isAnonymous(label) || isNobody(label)) return true;
  const words = label.split(/\s+/u);
  return words.every(
    (word, i) =>
      /^["“'‘(]*[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) ||
      (i > 0 &&
        /^(?:#?\d+|de|da|di|van|von|der|den|of|the|bin|al|el|la|le|y|e|and|und|&|\+)$/u.test(word)),
  );
}
