import { addresses, endsCalling, takesBack } from './called-by-name.ts';
import { introductionsIn, type Phrase } from './introduction-phrases.ts';
import { meant } from './known-person.ts';
import { heardAs } from './misheard.ts';
import { foldName, isFullName, readName } from './person-name.ts';
import { likeness } from './same-person.ts';

/** A talk, as far as introductions go. */
export interface Talk {
  /** Speakers by position; null for a turn of nobody known. */
  turns: readonly { speaker: number | null; text: string }[];
  /** Names that are settled, by position; null for a speaker who is still to be named. */
  names: readonly (string | null)[];
  /** People who are said to be there, or speak elsewhere in the show. */
  known: readonly { name: string; role: 'host' | 'guest' | null }[];
  /** Titles of show and episode, which are introduced like people ("This is Fresh Air"). */
  titles: readonly string[];
}

/** A name for a speaker, concluded from what is said. */
export interface Introduction {
  speaker: number;
  name: string;
  role: 'host' | 'guest' | null;
  /** Position of the turn that says so, and its words. */
  turn: number;
  words: string;
}

/** People are introduced within so many turns, and introduce themselves in the first of their own. */
const OPENING = 60;
/** With more speakers than this it is no talk in which people are introduced. */
const MOST_SPEAKERS = 100;
const FIRST_TURNS = 3;
/** So much of an answer is looked at, in characters. */
const LONGEST_REPLY = 200;
/** What somebody answers who was just introduced. */
const ANSWERS_WELCOME =
  /^(?:(?:oh|hi|hey|hello|yeah|yes|well|wow|great|awesome|cool|sure)\b[,.! ]{0,3}){0,3}(?:(?:\p{Lu}\p{L}+|guys|everyone|folks|both|all)[,.! ]{1,3})?(?:thanks|thank you|(?:it['’]s )?(?:so |really |super |very )?(?:a pleasure|an honou?r|pleasure|great|good|glad|happy|excited|delighted|honou?red|nice|lovely) (?:to be|being|to join|joining))\b/iu;
/** A person goes on to speak of themselves; a programme does not. */
const GOES_ON_AS_PERSON =
  /^(?:[,.!]? (?:and )?(?:I['’]m|I am|I['’]ll|I work|my|your (?:co-?)?host|speaking|co-?host of)\b)/u;

/** What a co-host says to somebody who is introduced: then it is not them who answers. */
const WELCOMES_TOO =
  /^.{0,30}\b(?:welcome|thank(?:s|st| you)(?: so much| very much)? for (?:coming|joining|being here|taking|making))\b/iu;
/** Others who are named in the same breath: “…, and Bo Dahl”. */
const AND_ANOTHER =
  /^[^.!?…]*(?:,|\band\b|\bas well as\b|\balong with\b|&|\bplus\b) (?:also )?(?:my |our )?(?:co-?host,? )?\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*)*/u;
const SEVERAL = /\b(?:guests|co-?hosts|panel(?:l?ists?)?|both of (?:you|them))\b/iu;
interface Opening extends Talk {
  /** By position of the speaker: the first turns of each. */
  first: ReadonlyMap<number, readonly number[]>;
}

interface Placed extends Phrase {
  turn: number;
  speaker: number;
}

/**
 * Names the speakers without names by what they and others say at the opening: “I'm Jane Smith” names who
 * says it; “joined by Jane Smith” names somebody else, and only where one speaker alone can be meant. A
 * single given name counts only where it is somebody's who is `known`. Whatever contradicts itself names nobody.
 * Linear in the turns looked at.
 */
export function findIntroductions({ turns, ...facts }: Talk): Introduction[] {
  if (facts.names.length > MOST_SPEAKERS) return [];
  // Somebody who first speaks later is not introduced before.
  const talk: Opening = { ...facts, turns: turns.slice(0, OPENING), first: firstTurns(turns) };
  const phrases = talk.turns.flatMap(({ speaker, text }, turn): Placed[] =>
    speaker === null
      ? []
      : introductionsIn(text)
          .filter(({ kind, name }) => kind === 'self' || !isTitle(name, talk.titles))
          .map((phrase) => ({ ...phrase, turn, speaker })),
  );
  const found = unclaimed(selves(talk, phrases), talk);
  for (const phrase of phrases.filter(({ kind }) => kind === 'other')) {
    const other = otherMeant(phrase, phrases, talk, found);
    if (other) found.push(other);
  }
  return found.sort((a, b) => a.turn - b.turn);
}

/** Who says who they are. */
function selves(talk: Opening, phrases: readonly Placed[]): Introduction[] {
  return talk.names.flatMap((settled, speaker) => {
    if (settled !== null) return [];
    const own = phrases.filter((phrase) => phrase.speaker === speaker && phrase.kind !== 'other');
    const stated = own.filter(({ kind }) => kind === 'self');
    const said = stated.length > 0 ? stated : own.filter((phrase) => isSupported(phrase, talk));
    const early = talk.first.get(speaker) ?? [];
    const full = said
      .map((phrase) => ({ phrase, person: personOf(phrase, talk) }))
      .find(({ phrase, person }) => person !== null && early.includes(phrase.turn));
    if (!full?.person) return [];
    const { phrase, person } = full;
    // One turn in which several introduce themselves is several people's.
    const agree = said.every(
      ({ name }) => isPartOf(name, person.name) || isPartOf(name, phrase.name),
    );
    if (!agree || addresses(talk.turns, speaker, person.name)) return [];
    const after = talk.turns[phrase.turn]?.text.slice(phrase.end) ?? '';
    if (takesBack(after, phrase.name)) return [];
    return [{ speaker, ...person, turn: phrase.turn, words: phrase.words }];
  });
}

/** “This is …” is a person where they go on as one, or another speaker calls them so. */
function isSupported({ turn, end, name, speaker }: Placed, talk: Opening): boolean {
  const after = talk.turns[turn]?.text.slice(end) ?? '';
  if (GOES_ON_AS_PERSON.test(after)) return true;
  return talk.names.some((_, other) => other !== speaker && addresses(talk.turns, other, name));
}

/** Who is introduced by somebody else, where one speaker alone can be meant. */
function otherMeant(
  phrase: Placed,
  phrases: readonly Placed[],
  talk: Opening,
  found: readonly Introduction[],
): Introduction | null {
  const person = personOf(phrase, talk);
  const taken = new Set(found.map(({ speaker }) => speaker));
  if (!person || found.some(({ name }) => likeness(name, person.name) !== 'different')) return null;
  if (isSettled(person.name, talk)) return null;
  // Who says a name of their own is not meant by another.
  const isOther = (name: string) => !isPartOf(name, person.name) && !isPartOf(name, phrase.name);
  const callsThemselves = (speaker: number) =>
    phrases.some((own) => own.speaker === speaker && own.kind === 'self' && isOther(own.name));
  const open = talk.names.flatMap((name, speaker) =>
    name === null && speaker !== phrase.speaker && !taken.has(speaker) && !callsThemselves(speaker)
      ? [speaker]
      : [],
  );
  const firstTurn = (speaker: number) => talk.first.get(speaker)?.[0] ?? Infinity;
  // Of two the guest is the other one, who may have been heard before, in words that were put in front.
  const [other] = open;
  const isPair = talk.names.length === 2 && open.length === 1 && phrase.role === 'guest';
  const next = talk.turns[phrase.turn + 1];
  const answers = isPair ? other : next?.speaker;
  if (answers == null || !open.includes(answers)) return null;
  if (!isPair && firstTurn(answers) <= phrase.turn) return null;
  const introduced = phrases.filter(
    (other) => other.turn === phrase.turn && other.kind === 'other' && isOther(other.name),
  );
  const here = talk.turns[phrase.turn]?.text ?? '';
  const called = endsCalling(here, person.name);
  const alone = isPair || open.filter((speaker) => firstTurn(speaker) > phrase.turn).length === 1;
  const reply = next?.text.slice(0, LONGEST_REPLY) ?? '';
  const thanks = ANSWERS_WELCOME.test(reply);
  if (WELCOMES_TOO.test(reply)) return null;
  const among =
    introduced.length > 0 ||
    AND_ANOTHER.test(here.slice(phrase.end)) ||
    SEVERAL.test(here) ||
    /\bus\b/iu.test(reply);
  const asked = called && /\?\s*$/u.test(here);
  const certain = among ? called && thanks : (alone && open.length === 1) || thanks || asked;
  if (!certain || addresses(talk.turns, answers, person.name)) return null;
  return { speaker: answers, ...person, turn: phrase.turn, words: phrase.words };
}

/** The person a phrase names: one who is known, as spelled or as heard, or a full name. */
function personOf({ name, role }: Phrase, talk: Opening) {
  const person = meant(name, talk.known)?.person ?? heardAs(name, talk.known);
  if (person) return { name: person.name, role: person.role ?? role };
  return isFullName(name) ? { name, role } : null;
}

/** Two who say the same name, or one that somebody else has by the file, are left as they are. */
function unclaimed(found: readonly Introduction[], talk: Opening): Introduction[] {
  return found.filter(
    (one) =>
      !isSettled(one.name, talk) &&
      found.every((other) => other === one || likeness(one.name, other.name) === 'different'),
  );
}

const isSettled = (name: string, { names }: Opening) =>
  names.some((settled) => settled !== null && likeness(settled, name) !== 'different');

function firstTurns(turns: Talk['turns']): Opening['first'] {
  const first = new Map<number, number[]>();
  for (const [i, { speaker }] of turns.entries()) {
    if (speaker === null) continue;
    const own = first.get(speaker) ?? [];
    first.set(speaker, own);
    if (own.length < FIRST_TURNS) own.push(i);
  }
  return first;
}

/** “Jane” is part of “Jane Smith”, and so is “Jane A. Smith”. */
function isPartOf(name: string, whole: string): boolean {
  const [part, full] = [readName(name).words, readName(whole).words];
  return likeness(name, whole) === 'same' || part.every((word, i) => word === full[i]);
}

/** Whether the words are the show's or the episode's own. */
function isTitle(name: string, titles: readonly string[]): boolean {
  const folded = foldName(name);
  return titles.some((title) => ` ${foldName(title)} `.includes(` ${folded} `));
}
