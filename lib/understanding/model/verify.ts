import { leans } from '../sentence-form.ts';
import { sentences } from '../sentences.ts';
import { GENERAL_WORDS, STOP_WORDS } from '../stop-words.ts';
import type { Conversation } from '../understanding.ts';
import { isEnglish, termReader, words } from '../words.ts';
import type { ClaimedPoint } from './answer.ts';
import type { ShownPoint } from './draft.ts';
import { type Evidence, gather, type Letters, readLetters, termsOf } from './evidence.ts';
import { isNumberWord, readNumbers } from './numbers.ts';
import { countWords, POINT_LIMITS, TITLE_LIMITS, unfitness } from './plain-text.ts';
import { sentenceCased } from './title-case.ts';

/** A text that is not shown, and why: "“Einstein” is not in the cited turns". */
export interface Refusal {
  text: string;
  why: string;
}

/** A verified point, or null where nothing of it is left; and what was dropped. */
export interface Verdict {
  point: ShownPoint | null;
  refusals: Refusal[];
}

/** Whoever cites everything proves nothing. */
const MOST_TURNS = 12;

/** Reads claims about one conversation. `shown` are the positions of the turns that may be cited. */
export interface Verifier {
  point(claimed: ClaimedPoint, shown: ReadonlySet<number>): Verdict;
  /** The title as it is shown over these turns, or why it cannot be. */
  title(claimed: string, turns: Iterable<number>): { title: string } | { why: string };
}

/**
 * Makes the verifier of a conversation. Pure. A sentence is accepted where every name and every
 * number in it, and at least half of its content words (stems), occur in the turns it cites or are
 * their speakers' names; a title likewise, against all turns of its section. It shows that the words
 * were said there, not that they were put together rightly.
 */
export function verifierOf(conversation: Conversation): Verifier {
  const { language } = conversation;
  const termOf = termReader(language);
  const english = isEnglish(language);

  const unproven = (text: string, evidence: Evidence): string | null => {
    const name = unsaidName(text, evidence, english);
    if (name) return `“${name}” is not in the cited turns`;
    const number = unsaidNumber(text, evidence, english);
    if (number) return `the number “${number}” is not in the cited turns`;
    const terms = termsOf(text, termOf);
    const said = terms.filter((term) => evidence.terms.has(term)).length;
    if (terms.length > 0 && said * 2 >= terms.length) return null;
    const missing = words(text).find(({ text: word }) =>
      termsOf(word, termOf).some((term) => !evidence.terms.has(term)),
    );
    return missing
      ? `fewer than half of its words are in the cited turns (“${missing.text}” is not)`
      : 'it has no word of its own';
  };

  return {
    point({ text, turns }, shown) {
      const refuse = (why: string): Verdict => ({ point: null, refusals: [{ text, why }] });
      const cited = [...new Set(turns)].sort((a, b) => a - b);
      if (cited.length === 0) return refuse('it cites no turn');
      if (cited.length > MOST_TURNS) return refuse(`it cites more than ${MOST_TURNS} turns`);
      const foreign = cited.find((turn) => !shown.has(turn));
      if (foreign !== undefined) return refuse(`it cites turn ${foreign}, which it was not shown`);
      const evidence = gather(conversation, cited, termOf);
      const unfit = unfitness(text, POINT_LIMITS, evidence.urls);
      if (unfit) return refuse(unfit);
      const kept: string[] = [];
      const refusals: Refusal[] = [];
      for (const { start, end } of sentences(text, language)) {
        const sentence = text.slice(start, end);
        const orphan = english && refusals.length > 0 && leans(words(sentence));
        const why = orphan
          ? 'it leans on a sentence that was dropped'
          : unproven(sentence, evidence);
        if (why) refusals.push({ text: sentence, why });
        else kept.push(sentence);
      }
      const left = kept.join(' ');
      if (kept.length > 0 && countWords(left) < POINT_LIMITS.minWords) {
        refusals.push({ text: left, why: 'too little is left of its point' });
        return { point: null, refusals };
      }
      const point = { text: left, turns: cited, verbatim: [] };
      return { point: kept.length > 0 ? point : null, refusals };
    },
    title(claimed, turns) {
      const evidence = gather(conversation, turns, termOf);
      const why = unfitness(claimed, TITLE_LIMITS, evidence.urls) ?? unproven(claimed, evidence);
      if (why === null) return { title: sentenceCased(claimed, evidence.forms) };
      return { why: why.replace('the cited turns', "the section's turns") };
    },
  };
}

/** Words that open a sentence without being a name, though nobody said them. */
const OPENINGS: ReadonlySet<string> = new Set(
  `according achieving additionally although building companies conversely creating currently
  despite developers discussing discussion due during early engineers eventually experts explaining
  explains finally following future generally given guest guests historically host hosts
  importantly increasingly initially instead introducing listeners modern notably originally
  overall participants previously rather recent recently regarding researchers scientists
  sometimes speaker speakers students successful teams traditional traditionally typically
  ultimately understanding unlike users whereas`.split(/\s+/),
);

/** The first name in a text that was not said. The first word is one unless it commonly opens. */
function unsaidName(text: string, evidence: Evidence, english: boolean): string | null {
  const letters = readLetters(text);
  for (const [i, word] of letters.entries()) {
    if (!isName(word, i === 0, english)) continue;
    const { key } = word;
    // "US" is not "us".
    if (STOP_WORDS.has(key)) {
      if (!evidence.forms.has(word.text)) return word.text;
      continue;
    }
    const before = (letters[i - 1]?.key ?? '') + key;
    const after = key + (letters[i + 1]?.key ?? '');
    if (![...numbersOf(key), before, after].some((form) => evidence.words.has(form))) {
      return word.text;
    }
  }
  return null;
}

function isName({ text, key }: Letters, first: boolean, english: boolean): boolean {
  if (/^.+\p{Lu}/u.test(text)) return true;
  if (!/^\p{Lu}/u.test(text) || STOP_WORDS.has(key)) return false;
  if (english && isNumberWord(key)) return false;
  return !first || (english && !OPENINGS.has(key) && !GENERAL_WORDS.has(key));
}

/** A word and its singulars and plurals. */
function numbersOf(key: string): string[] {
  const forms = [key, `${key}s`, `${key}es`];
  if (key.length > 3 && key.endsWith('s')) forms.push(key.slice(0, -1));
  if (key.length > 4 && key.endsWith('es')) forms.push(key.slice(0, -2));
  if (key.length > 4 && key.endsWith('ies')) forms.push(`${key.slice(0, -3)}y`);
  if (key.endsWith('y')) forms.push(`${key.slice(0, -1)}ies`);
  return forms;
}

/** The first number that was not said. A bare "one" is a pronoun as often as a number. */
function unsaidNumber(text: string, evidence: Evidence, english: boolean): string | null {
  const unsaid = readNumbers(text, english).find(
    ({ text: written, keys }) =>
      written.toLowerCase() !== 'one' && !keys.some((key) => evidence.numbers.has(key)),
  );
  return unsaid?.text ?? null;
}
