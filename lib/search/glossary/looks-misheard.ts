import { stemmer } from 'stemmer';
import { forms, tokenise } from '../normalise.ts';
import { soundOf } from '../sound/code.ts';
import { soundDistance } from '../sound/distance.ts';
import { osaDistance } from '../typo.ts';

/** Words of a text, `end` exclusive, that sound like a term. */
interface Heard {
  text: string;
  start: number;
  end: number;
}

/** A plain word for a plain word must be this much alike, in sounds and in letters, from 0 for the same. */
const PLAIN = { sounds: 0.2, letters: 0.45, shortest: 8 };
const ENDS_SENTENCE = /(?:^|[.?!…]["'”’)]*\s+|["“(]\s*)$/u;
const APART = /[^\s\p{Pd}]/u;

/**
 * Whether words that sound like a term look as if a machine had put them in its place, and how far they
 * are from it: 0 for the same, null where they do not. Machines write names they do not know as other
 * names (“Garcia Magic”), with digits (“Vue3”), or as one other word (“desolation”); two plain words that
 * sound alike are mostly chance, and so is another form of the same word.
 */
export function looksMisheard(term: string, { text, start, end }: Heard): number | null {
  const heard = text.slice(start, end);
  const tokens = tokenise(heard);
  const gaps = tokens.slice(1).map((token, i) => heard.slice(tokens[i]?.end, token.start));
  if (tokens.length === 0 || gaps.some((gap) => APART.test(gap))) return null;
  const meant = forms(term);
  const written = tokens.map(({ form }) => form);
  if (isOtherForm(meant, written)) return null;
  const sounds = soundDistance(soundOf(meant), soundOf(written));
  const [one, other] = [meant.join(''), written.join('')];
  const longest = Math.max(one.length, other.length);
  const letters = osaDistance(one, other, longest) / longest;
  const named = tokens.some(({ form, start: at, end: to }) => {
    const word = heard.slice(at, to);
    if (meant.includes(form)) return false;
    if (/\p{L}\p{N}|\p{N}\p{L}/u.test(word)) return /\p{N}/u.test(term);
    // Capitals alone are an abbreviation, and “I”.
    return /^\p{Lu}.*\p{Ll}/u.test(word) && !ENDS_SENTENCE.test(text.slice(0, start + at));
  });
  const plain =
    meant.length === 1 &&
    written.length === 1 &&
    longest >= PLAIN.shortest &&
    sounds <= PLAIN.sounds &&
    letters <= PLAIN.letters;
  return named || plain ? sounds + letters : null;
}

/** The same words with other endings, other borders, or some left out. */
function isOtherForm(meant: readonly string[], written: readonly string[]): boolean {
  const stems = (words: readonly string[]) => new Set(words.map((word) => stemmer(word)));
  const [one, other] = [stems(meant), stems(written)];
  const [run, otherRun] = [meant.join(''), written.join('')];
  return (
    [...one].every((stem) => other.has(stem)) ||
    [...other].every((stem) => one.has(stem)) ||
    stemmer(run) === stemmer(otherRun) ||
    run.startsWith(otherRun) ||
    otherRun.startsWith(run) ||
    run.endsWith(otherRun) ||
    otherRun.endsWith(run)
  );
}
