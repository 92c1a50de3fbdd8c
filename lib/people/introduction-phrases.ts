import { foldName } from './person-name.ts';

/** Words of a turn that introduce somebody. */
export interface Phrase {
  /** `self`: “I'm …”. `this-is`: the speaker, or what is presented. `other`: somebody who is greeted. */
  kind: 'self' | 'this-is' | 'other';
  /** As it stands there: one word or more, all of them capitalised. */
  name: string;
  role: 'host' | 'guest' | null;
  /** Verbatim, to be shown as the evidence. */
  words: string;
  /** Where the phrase ends, in characters of the turn. */
  end: number;
}

const WORD = String.raw`\p{Lu}(?:['’]\p{Lu})?[\p{L}\p{M}]+(?:['’-]\p{Lu}?[\p{L}\p{M}]+){0,2}`;
const INITIAL = String.raw`(?:\p{Lu}|Ste?)\.`;
const PARTICLE = '(?:van|von|der|den|de|da|di|del|la|le|bin|al|el|ten|ter)';
const NAME = String.raw`(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? |Professor )?(?<name>${WORD}(?: (?:${INITIAL}|${PARTICLE}|${WORD})){0,4})`;
/** A name ends here: more words of it would have been taken. */
const CLOSED = String.raw`(?=\s*(?:[,.!?;:)—–]|$)|\s+-{1,2}\s|\s(?:and|from|with|here|the|your|of|at|I|who|is|as|to|speaking|one|also|again)\b)`;
const named = (lead: string) => new RegExp(`(?<!\\p{L})${lead}${NAME}${CLOSED}`, 'gu');

const CO_HOST = '(?:co-?host|friend|colleague|partner)';
/** “our old friend”, “my co-host”. */
const WHO_IS = String.raw`(?: (?:my|our)(?: [\w-]{1,15})? ${CO_HOST},?)?`;
const SELF = named("(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s)(?: your (?:co-?)?host,?)? ");
const THIS_IS = named('[Tt]his is ');
const OTHERS = [
  '[Ww]elcome(?: back)?(?: to the (?:show|podcast|pod|program|programme))?,? ',
  String.raw`joined(?: [\w-]{1,15}){0,4} by(?: (?:my|our|the)(?: [\w-]{1,15}){0,3})?,? `,
  "(?:[Mm]y|[Oo]ur|[Tt]oday['’]s)(?: special)? guest(?: today| this week)?(?: is)?,? ",
  `[Ww]ith (?:me|us)(?: (?:here|today|in the studio|again|as always)){0,2} is(?: my ${CO_HOST},?)? `,
  `(?:[Hh]ere|speaking|talking|chatting)(?: today)? (?:with|to)${WHO_IS} `,
  `[Tt]oday,? (?:I|we)(?:['’]ve got| have)(?: here)?(?: with (?:me|us))?${WHO_IS},? `,
].map(named);
/** “Jane Smith, welcome to the show”: who is spoken to comes first. */
const SPOKEN_TO = new RegExp(
  `(?<!\\p{L})${NAME}, (?:welcome|thank(?:s|[ ]you)(?: so much| very much)? for (?:coming|joining|being|taking|making))\\b`,
  'gu',
);

/** So much of a turn is looked at, in characters. */
const LOOKED_AT = 3_000;
const MOST_LEFT = 400;
/** Before “I'm …” in the same sentence stands nothing, or a greeting; never words that quote somebody. */
const GREETING =
  /^(?:and|so|well|yeah|yes|sure|okay|ok|all right|alright|hi|hello|hey|welcome|thanks|thank you|good (?:morning|afternoon|evening)|greetings)\b/iu;
/** “Well, this is Jane”: somebody is pointed to. */
const POINTS = /^(?:and|so|well|yeah|yes|sure|okay|ok|all right|alright)\b/iu;
/** “This is Slow Water, and I'm …” goes on about who speaks. */
const JOINS_ON = /(?:[,;–—]|\band)\s*$/iu;
/** “Jane and Bo, welcome”: more than one is spoken to. */
const LISTS = /(?:,|&|\band)\s*$/iu;
const QUOTES =
  /["“”«»]|\b(?:say|says|said|saying|like|tell|tells|told|think|thought|go|goes|went|call|called|if|when|because|that)\b/iu;
/** Somebody who is spoken of and not there. */
const ELSEWHERE =
  /\b(?:(?:next|last|previous|another|future|earlier|past) (?:\w+ )?(?:week|time|episode|month|year|show|guest|conversation)|were|was|been|had|will|usually|normally|typically|often|sometimes|used to|tomorrow|yesterday|ago|coming up|not|if|imagine|hope|wish)\b|n['’]t\b|['’]ll\b/iu;

/** Words that are capitalised and no part of a person's name. */
const NO_NAMES = new Set(
  `american african asian european australian canadian indian chinese japanese korean british english irish scottish
  welsh french german italian spanish mexican brazilian russian dutch swedish norwegian danish finnish polish turkish
  greek portuguese ukrainian israeli arab latino latina hispanic native new yorker californian texan londoner
  catholic protestant baptist orthodox jewish muslim hindu buddhist mormon atheist christian democrat republican
  liberal conservative libertarian vice president chief officer executive senior junior head director engineer
  manager lead founder co-founder cofounder ceo cto cfo coo professor senator governor minister secretary captain
  team generation super very so really just also still always not now here the this that great good happy sorry
  glad excited welcome thanks thank hello hi hey yeah yes oh okay ok alright well now everyone everybody folks today monday tuesday wednesday thursday friday
  saturday sunday january february march april june july august september october november december god jesus
  santa earth north south east west street university college institute inc llc ltd corp company show podcast radio
  news network daily weekly times episode season part chapter number ai iron man bat in on at from and or but my
  your our their his her its lord king queen prime world cup nobel prize award winner`.split(
    /\s+/u,
  ),
);

/** Introductions in a turn, in order. Linear in the text looked at. */
export function introductionsIn(text: string): Phrase[] {
  const head = text.slice(0, LOOKED_AT);
  const phrases: (Phrase & { start: number })[] = [];
  for (const [kind, pattern] of [
    ['self', SELF],
    ['this-is', THIS_IS],
    ...[...OTHERS, SPOKEN_TO].map((other) => ['other', other] as const),
  ] as const) {
    for (const match of head.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      const before = sentenceBefore(head, match.index);
      const passes =
        kind === 'other'
          ? !ELSEWHERE.test(`${before}${match[0]}`) &&
            !(pattern === SPOKEN_TO && LISTS.test(before))
          : opensRemark(before)
            ? !(kind === 'this-is' && POINTS.test(before))
            : kind === 'self' && JOINS_ON.test(before) && !QUOTES.test(before);
      if (!passes || !couldBePerson(name)) continue;
      const words = match[0];
      const role = roleIn(words.slice(0, words.indexOf(name)), kind);
      phrases.push({
        kind,
        name,
        role,
        words,
        start: match.index,
        end: match.index + words.length,
      });
    }
  }
  return phrases.sort((a, b) => a.start - b.start).map(({ start: _, ...phrase }) => phrase);
}

/** Whether capitalised words could be a person's name at all; whose, is for the talk to show. */
export function couldBePerson(name: string): boolean {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (/^\p{Ll}|\.$/u.test(last)) return false;
  return words.every(
    (word) => !/['’]s$/u.test(word) && !NO_NAMES.has(foldName(word)) && !/^\p{Lu}{2,}$/u.test(word),
  );
}

function sentenceBefore(text: string, at: number): string {
  const left = text.slice(Math.max(0, at - MOST_LEFT), at);
  return /[^.!?…\n]*$/u.exec(left)?.[0]?.trimStart() ?? '';
}

const opensRemark = (before: string) =>
  before === '' || (GREETING.test(before) && !QUOTES.test(before));

function roleIn(lead: string, kind: Phrase['kind']): Phrase['role'] {
  if (/co-?host|your host/iu.test(lead)) return 'host';
  return kind === 'other' && /guest/iu.test(lead) ? 'guest' : null;
}
