import type { Word } from './words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words people warm up with; what follows is the sentence. */
const OPENERS = list(`
actually ah alright and anyway basically but cool exactly fine hmm honestly like look mhm mm no
obviously oh ok okay right so sure uh um well yeah yep yes
`);

/** Openings that lean on what was said before. */
const LEANING = list(`
also and anyway because but cause cuz either else exactly he hence her hers him his however it
its instead likewise neither nor or otherwise plus right she similarly so such that thats the
their theirs them then therefore these they theyre this those though thus too which who whose yet
`);

const POINTING = list(
  `he her hers him his it its she that thats them theirs these they theyre this those`,
);

const FILLERS = list(`
basically er hmm kinda literally mm obviously sorta uh uhm um whatever yeah
`);

const GREETING =
  /\b(?:thank you|thanks|welcome (?:back|to)|good (?:morning|afternoon|evening)|nice to (?:meet|see)|great to (?:be|have|see)|glad (?:to be|being) here|pleasure|my name is|i'm your host|joining (?:me|us)|joined by|for having me|have you (?:here|on)|see you (?:next|soon)|good ?bye|bye bye|appreciate (?:it|you)|congrat\w*|sponsor\w*|subscribe|this episode|today's episode|the podcast|on the show|time to (?:talk|chat)|hi|hello|hey)\b/iu;

/** Greetings, thanks, introductions and the show's own business: nothing that is said about a topic. */
export function isCourtesy(text: string): boolean {
  return GREETING.test(text);
}

/** Machines often hear a question without its mark. */
const INVERTED =
  /^(?:should|shall|do|does|did|is|are|was|were|can|could|would|will|have|has) (?:we|you|i|they|he|she|it|there|this|that)\b/iu;

/** True where the sentence asks. */
export function isQuestion(text: string): boolean {
  return /[?？]["'”’)]*$/u.test(text) || INVERTED.test(text);
}

const IN_MID_AIR =
  /\b(?:a|an|the|and|or|but|of|to|about|with|for|from|in|on|at|because|actually|i|like|just|very|so|if|that|which|my|your|their|is|are|was|(?:there|it|that)['’]s)[.!?]["'”’)]*$/iu;
const TAG = /,? (?:right|you know|yeah|okay|no)[.!]["'”’)]*$/iu;

/** True where it ends as a sentence does: not in mid-air ("because I."), not asking for assent ("right."). */
export function isFinished(text: string): boolean {
  if (!/[.!?。！？]["'”’)]*$/u.test(text) || /(?:\.\.\.|…)["'”’)]*$/u.test(text)) return false;
  return !IN_MID_AIR.test(text) && !TAG.test(text);
}

/** True where it begins with an upper-case letter or a digit, or in a script without case. */
export function beginsCleanly(text: string): boolean {
  const first = /\p{L}|\p{N}/u.exec(text)?.[0] ?? '';
  return first !== '' && (first === first.toUpperCase() || /\p{N}/u.test(first));
}

/** True where the first word needs the sentence before it ("and", "it", "because"). */
export function leans(words: readonly Word[]): boolean {
  const first = words[0]?.key ?? '';
  if (first === 'the') return false;
  return LEANING.has(first);
}

/**
 * Words among the first `within` that point at something outside the sentence ("this", "it",
 * "they"). A pointer whose noun follows at once ("this model") still points.
 */
export function pointsBack(words: readonly Word[], within: number): number {
  let count = 0;
  for (const word of words.slice(0, within)) if (POINTING.has(word.key)) count++;
  return count;
}

/** Share of words that are hesitations or immediate repetitions ("the, the model"). */
export function disfluency(words: readonly Word[]): number {
  if (words.length === 0) return 1;
  let count = 0;
  words.forEach((word, i) => {
    const next = words[i + 1];
    const pair = `${word.key} ${next?.key ?? ''}`;
    if (FILLERS.has(word.key) || word.key === next?.key) count++;
    else if (pair === 'i think' || pair === 'i feel' || pair === 'i guess' || pair === 'like okay')
      count += 0.5;
    else if (pair === 'you know' || pair === 'i mean' || pair === 'kind of' || pair === 'sort of') {
      count++;
    } else {
      const after = words[i + 2];
      const fourth = words[i + 3];
      if (after && fourth && word.key === after.key && next?.key === fourth.key) count += 2;
    }
  });
  return count / words.length;
}

/** True where it begins as people warm up or answer ("Like", "Yeah", "No"), with or without a comma. */
export function warmsUp(words: readonly Word[]): boolean {
  return OPENERS.has(words[0]?.key ?? '');
}

const TO_THE_OTHER =
  /\byou(?: guys| all)? (?:were|did|said|mentioned|brought|worked|wrote|presented|told|asked|just|also|are|have|havent|had|clearly)\b|\byou['’](?:re|ve)\b|\byou (?:have|had|are)n['’]t\b|\byour (?:next|paper|team|company|book)\b|\b(?:as|like) (?:you|i) said\b|\bask you\b/iu;

/** True where it speaks to the other person in the room about themselves: nobody else is meant. */
export function isAddressed(text: string): boolean {
  return TO_THE_OTHER.test(text);
}

/** How many leading words ("Yeah, so") can be left out of what is shown, at most three. */
export function openers(text: string, words: readonly Word[], offset: number): number {
  let count = 0;
  while (count < 3) {
    const word = words[count];
    const next = words[count + 1];
    if (!word || !next || !OPENERS.has(word.key)) break;
    const between = text.slice(word.end - offset, next.start - offset);
    const joined = word.key === 'so' || word.key === 'and' || word.key === 'but';
    if (!between.includes(',') && !joined) break;
    count++;
  }
  return count;
}
