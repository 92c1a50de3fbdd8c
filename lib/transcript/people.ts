import type { Role } from './transcript.ts';

/** Somebody whom a header or footer names. */
export interface Person {
  name: string;
  role: Role | null;
  /** The letter or number that stands for them before their turns, where the line gives it. */
  label: string | null;
}

const ROLE_WORD =
  /^(?:(?:with|our|your|special|and|co-?)\s+)*(co-?hosts?|hosts?|guests?|moderators?)\b[:\s]*/iu;
/** What follows a name rather than begins another: "CEO of Acme", "who works on compilers". */
const DESCRIPTION =
  /^\p{Ll}|^(?:CEO|CTO|COO|CFO|VP|Head|Professor|Director|Founder|Author)\b.*\b(?:of|at|for)\b/u;

/**
 * The people of a line such as `Ethan He (ex-xAI), hosts Shawn “Swyx” Wang (A), and Vibu (C)`.
 * A letter in brackets is a label; other brackets describe; "hosts" and "guests" set the role of all
 * who follow them. `role` is what the line's own key says.
 */
export function readPeople(line: string, role: Role | null): Person[] {
  const people: Person[] = [];
  let current = role;
  for (const item of splitItems(line)) {
    const words = item.text.replace(/^and\s+/i, '');
    const said = ROLE_WORD.exec(words);
    if (said) current = roleOf(said[1] ?? '') ?? current;
    const name = (said ? words.slice(said[0].length) : words)
      .replace(/[.,;:\s]+$/u, '')
      .replace(/\s\d{1,2}(?:\.\d)?$/, '')
      .trim();
    const label = item.brackets.map(labelOf).find((found) => found !== null) ?? null;
    const own = item.brackets.map((bracket) => roleOf(bracket)).find((found) => found !== null);
    const previous = people.at(-1);
    if (previous && (name === '' || DESCRIPTION.test(name))) {
      previous.label ??= label;
      previous.role = own ?? previous.role;
    } else if (/\p{L}/u.test(name)) {
      const led = /^(?:speaker\s+)?([A-Z]|\d{1,2})\s*[:=–—-]\s*(\S.*)$/u.exec(name);
      people.push({
        name: led?.[2] ?? name,
        role: own ?? current,
        label: label ?? led?.[1] ?? null,
      });
    }
  }
  return people;
}

/** Splits at commas, semicolons, "and" and "&" outside brackets; brackets are set apart. */
function splitItems(line: string): { text: string; brackets: string[] }[] {
  const items: { text: string; brackets: string[] }[] = [];
  let item = { text: '', brackets: [] as string[] };
  const finish = () => {
    if (item.text.trim() || item.brackets.length > 0)
      items.push({ ...item, text: item.text.trim() });
    item = { text: '', brackets: [] };
  };
  for (const [piece, bracket] of line.matchAll(
    /\(([^()]*)\)|[,;&、，；／]|\s(?:and|und|et|[+|/])\s|\s+|[^\s(),;&、，；／]+|[()]/giu,
  )) {
    if (bracket !== undefined) item.brackets.push(bracket.trim());
    else if (/^(?:[,;&、，；／]|\s\S{1,3}\s)$/.test(piece)) finish();
    else if (!/^[()]$/.test(piece)) item.text += piece;
  }
  finish();
  return items;
}

function labelOf(bracket: string): string | null {
  const found = /^(?:speaker\s+)?([A-Z])(?=$|,|;)|(?:^|[,;]\s*)(?:speaker\s+)?([A-Z])$/iu.exec(
    bracket,
  );
  const label = found?.[1] ?? found?.[2];
  return label && /[A-Z]/.test(label) ? label : null;
}

function roleOf(word: string): Role | null {
  if (/^(?:co-?)?hosts?$|^moderators?$/i.test(word.trim())) return 'host';
  return /^guests?$/i.test(word.trim()) ? 'guest' : null;
}
