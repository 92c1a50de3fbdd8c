import { isCourtesy } from '../sentence-form.ts';
import type { Statement } from '../statements.ts';
import type { TermOf, Word } from '../words.ts';
import { VAGUE_NOUNS } from './vague-words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const ASKING = list('what how why who where when which whats hows whos whens');
const INVERTING = list('is are was were can could should does do did will would has have');
/** Words a question may begin after, besides a comma: the rest of the sentence leads up to it. */
const LEADING_UP = list('so and but okay ok then now well like is was ask yeah yes right');
/** Words that need the rest of the conversation, or the person asked. */
const UNNAMED = list(`
this that it its itll they them their theyre those these he she his her him there here me i im my
you your youre youve yours one ones other others else thats we our us were weve mine
wants want wanna
`);
const DANGLING = list(`
a an the of to in on for with about from at by and or but like so just is are was be right then
know mean some any
`);

const MOST_WORDS = 7;
const LEAST_WORDS = 3;
/** Statements of a section among which its opening question is. */
const OPENING = 8;

export interface Question {
  text: string;
  turn: number;
}

/**
 * The question a section opens with, trimmed to the part that asks, where it can stand alone: short,
 * about one of the section's strong terms, and without words that point elsewhere.
 */
export function openingQuestion(
  own: readonly Statement[],
  strong: ReadonlySet<string>,
  termOf: TermOf,
): Question | null {
  for (const statement of own.slice(0, OPENING)) {
    if (!/[?？]["'”’)]*$/u.test(statement.text) || isCourtesy(statement.text)) continue;
    const asked = askingPart(statement);
    if (!asked || !standsAlone(asked, strong, termOf)) continue;
    const from = (asked[0]?.start ?? 0) - statement.start;
    const to = (asked.at(-1)?.end ?? 0) - statement.start;
    return { text: `${statement.text.slice(from, to)}?`, turn: statement.turn };
  }
  return null;
}

/** The longest run of words up to the end that begins as a question does. */
function askingPart({ words, text, start }: Statement): Word[] | null {
  let found: Word[] | null = null;
  for (let i = words.length - 1; i >= Math.max(0, words.length - MOST_WORDS); i--) {
    const word = words[i];
    const previous = words[i - 1];
    const next = words[i + 1];
    if (!word) break;
    if (next && /[^\s'’"“”$-]/.test(text.slice(word.end - start, next.start - start))) break;
    const gap = previous ? text.slice(previous.end - start, word.start - start) : '';
    const opens = !previous || gap.includes(',') || gap.includes(':');
    const led = previous !== undefined && LEADING_UP.has(previous.key);
    if ((ASKING.has(word.key) && (opens || led)) || (INVERTING.has(word.key) && opens)) {
      found = words.slice(i);
    }
  }
  return found && found.length >= LEAST_WORDS ? found : null;
}

function standsAlone(asked: readonly Word[], strong: ReadonlySet<string>, termOf: TermOf) {
  if (DANGLING.has(asked.at(-1)?.key ?? '') || asked.some(({ key }) => UNNAMED.has(key))) {
    return false;
  }
  // “What about fees?” says no more than “Fees”.
  if (asked[1]?.key === 'about') return false;
  // “How does it?” lacks its verb.
  if (/^(?:do|does|did)$/.test(asked[1]?.key ?? '') && asked.length < 5) return false;
  const content = asked.filter(({ key }) => termOf(key) !== null && !VAGUE_NOUNS.has(key));
  const defines = /^what/.test(asked[0]?.key ?? '') && asked.length <= 4;
  if (content.length < 2 && !defines) return false;
  return content.some(({ key }) => strong.has(termOf(key) ?? ''));
}
