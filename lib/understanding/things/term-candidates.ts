import { type Phrase, phrasesOf } from '../phrases.ts';
import type { Statement } from '../statements.ts';
import { GENERAL_WORDS, STOP_WORDS } from '../stop-words.ts';
import { kindReader } from '../titles/word-kinds.ts';
import { isEnglish, termReader, type Word } from '../words.ts';
import type { Candidate } from './name-candidates.ts';
import type { Reading } from './reading.ts';
import { foldWord, joinedKey, singular, thingWords } from './thing-keys.ts';

interface Seen {
  words: string[];
  count: number;
  turns: number;
  lastTurn: number;
  /** How often it stood inside each longer phrase, summed, and in how many of them. */
  inside: number;
  longer: number;
  most: number;
}

/** Words that qualify without naming: no term opens with them. */
const QUALIFIERS = new Set(
  `actual amazing basic better big bigger biggest certain cheap common complete current early easy
  easier entire exact extra fast faster final full future general giant global hard harder huge
  incredible initial insane local long longer low lower main major minor multiple near next only
  original overall past potential previous prior proper public quick quicker random recent regular
  related relevant separate serious short similar simple simpler single slight slightly slow small
  smaller smart smarter special specific standard straight strong sudden tiny top total true typical
  unique upper usual various weird wide wrong actual first last second third high higher highest
  underlying average enormous extremely massive normal nice funny old crazy favorite favourite
  happy sad tough deep deeper broad broader further bunch plenty list type types kinds order few
  dollar dollars percent couple`.split(/\s+/),
);
/** Words that end a phrase without being what it is about. */
const HOLLOW = new Set(
  `ago amount aspect aspects kinds type types form forms area areas side end ends top bottom middle
  stage stages step steps percent dollars bucks guys anymore early late long wise sake today tonight
  tomorrow yesterday morning afternoon evening night episode episodes podcast podcasts listener
  listeners conversation discussion regard regards respect fashion manner set sets number numbers
  stuff situation basis size rest line lines quote unquote sorry love hope minute second seconds
  huge big better best bigger exact different`.split(/\s+/),
);

/** General words that make a term with what follows: "world model", "work group". */
const OPENERS = new Set(
  'world time work people person problem part place case day help'.split(' '),
);

const MOST_WORDS = 3;

/**
 * Terms: noun phrases of two words and more that return. What mostly stands inside a longer phrase
 * is left to that phrase: the C-value of Frantzi, Ananiadou and Mima (2000), for which `weight` is
 * the frequency less the mean frequency of the phrases around it. In English, where the patterns
 * are known, a phrase said once is a term if it is defined ("called X", "what is X").
 */
export function findTerms({ statements }: Reading, language: string): Map<string, Candidate> {
  const termOf = termReader(language);
  const kindsOf = kindReader(statements, termOf);
  const english = isEnglish(language);
  const seen = new Map<string, Seen>();
  const single = new Map<string, number>();
  const defined = new Map<string, string[]>();
  for (const statement of statements) {
    let longest: Phrase | null = null;
    for (const phrase of phrasesOf(statement, kindsOf(statement), termOf)) {
      if (phrase.linked) continue;
      if (longest && longest.at !== phrase.at) noteDefined(defined, statement, longest);
      longest = phrase;
      const folded = foldedWords(statement, phrase);
      const key = joinedKey(folded);
      if (folded.length === 1) single.set(key, (single.get(key) ?? 0) + 1);
      else if (isTerm(folded)) note(seen, key, folded, statement.turn);
    }
    if (longest) noteDefined(defined, statement, longest);
  }
  noteNesting(seen);
  const found = new Map<string, Candidate>();
  for (const [key, phrase] of seen) {
    const weight = phrase.count - (phrase.longer > 0 ? phrase.inside / phrase.longer : 0);
    if (phrase.most >= 0.8 * phrase.count && phrase.count < 10) continue;
    const rarest = Math.min(...phrase.words.map((w) => single.get(joinedKey([w])) ?? 0));
    const bound = phrase.count / Math.max(1, rarest, phrase.count);
    const often = phrase.count >= 3 && phrase.turns >= 2 && (english || bound >= 0.3);
    if (!often && !(english && phrase.count === 2 && bound >= 0.6)) continue;
    found.set(key, term(phrase.words, phrase.count, weight * (0.5 + bound)));
  }
  if (!english) return found;
  for (const [key, folded] of defined) {
    const known = found.get(key);
    if (known) known.weight += 1;
    else if (folded.length > 1 || (single.get(key) ?? 0) > 1) found.set(key, term(folded, 1, 1));
  }
  return found;
}

const term = (folded: readonly string[], count: number, weight: number): Candidate => {
  return { words: thingWords(folded), source: 'term', capitalised: 0, caps: false, count, weight };
};

function foldedWords(statement: Statement, phrase: Phrase): string[] {
  return statement.words
    .slice(phrase.at, phrase.at + phrase.words)
    .flatMap(({ text }) => text.replace(/['’][sS]$/u, '').split('-'))
    .map(foldWord)
    .filter(Boolean);
}

function isTerm(folded: readonly string[]): boolean {
  const first = folded[0] ?? '';
  const last = folded[folded.length - 1] ?? '';
  if ((GENERAL_WORDS.has(first) && !OPENERS.has(first)) || QUALIFIERS.has(first)) return false;
  if (GENERAL_WORDS.has(last) || HOLLOW.has(last)) return false;
  if (folded.some((w) => STOP_WORDS.has(w) || /^(?:\p{N}|[a-z]$)/u.test(w))) return false;
  if (last.endsWith('ing') && first !== singular(first)) return false;
  if (folded.length > 2 && first.endsWith('ing')) return false;
  return !/(?:ly)$/.test(first) && !last.endsWith('ed');
}

function note(seen: Map<string, Seen>, key: string, words: string[], turn: number) {
  let phrase = seen.get(key);
  if (!phrase) {
    phrase = { words, count: 0, turns: 0, lastTurn: -1, inside: 0, longer: 0, most: 0 };
    seen.set(key, phrase);
  }
  phrase.count++;
  if (turn !== phrase.lastTurn) phrase.turns++;
  phrase.lastTurn = turn;
}

function noteNesting(seen: Map<string, Seen>) {
  for (const phrase of seen.values()) {
    const { words, count } = phrase;
    if (count < 2) continue;
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 2; to <= words.length; to++) {
        if (to - from === words.length) continue;
        const part = seen.get(joinedKey(words.slice(from, to)));
        if (!part) continue;
        part.inside += count;
        part.longer++;
        part.most = Math.max(part.most, count);
      }
    }
  }
}

/** Notes the phrase where the words before it announce a term. */
function noteDefined(defined: Map<string, string[]>, statement: Statement, phrase: Phrase) {
  if (phrase.words > MOST_WORDS || !announces(statement.words, phrase.at - 1)) return;
  const folded = foldedWords(statement, phrase);
  const [first] = folded;
  if (!first) return;
  if (folded.length > 1 ? isTerm(folded) : isLoneTerm(first))
    defined.set(joinedKey(folded), folded);
}

const KNOWN_AS = new Set(['called', 'termed', 'dubbed', 'named']);
const OF = new Set(['concept', 'notion', 'idea']);

/** True where "called", "known as", "the concept of", "the term" or "what is" ends at the word. */
function announces(words: readonly Word[], at: number): boolean {
  let i = at;
  const article = words[i]?.key ?? '';
  if (/^(?:a|an|the|this)$/.test(article)) i--;
  const key = words[i]?.key ?? '';
  const before = words[i - 1]?.key ?? '';
  if (KNOWN_AS.has(key)) return before !== '' && !/^(?:i|you|we|they|he|she|who)$/.test(before);
  if (key === 'as') return before === 'known';
  if (key === 'of') return OF.has(before);
  if (key === 'term') return before === 'the';
  // "What is the timeline?" asks for a value, "what is a timeline?" for a meaning.
  if (article === 'the' || article === 'this') return false;
  return before === 'what' && (key === 'is' || key === 'are');
}

function isLoneTerm(word: string): boolean {
  if (word.length < 6 || GENERAL_WORDS.has(word) || QUALIFIERS.has(word) || HOLLOW.has(word)) {
    return false;
  }
  return /^\p{L}+$/u.test(word) && !/(?:ing|ed|ly)$/.test(word);
}
