import type { Conversation } from '../understanding.ts';
import { type Defining, definingMention } from './defining.ts';
import { type Gathered, gatherMentions } from './gather-mentions.ts';
import { kindReader, placeReader } from './kinds.ts';
import { type Kinded, mergeShortNames, spellings } from './merge-forms.ts';
import { type Candidate, findNames } from './name-candidates.ts';
import { type Reading, readTokens } from './reading.ts';
import { findTerms } from './term-candidates.ts';
import type { Thing } from './thing.ts';
import { joinedKey, singular } from './thing-keys.ts';

export type { Mention, Thing, ThingKind } from './thing.ts';

/** One thing for so many words: 80 for an hour of the fastest talk, at 250 words a minute. */
const WORDS_PER_THING = 190;
const FEWEST = 12;
const MOST = 240;

/**
 * Finds the people and things a conversation is about, most important first: at most 80 for an hour,
 * more or fewer with its words. Deterministic, offline, linear in the text. Names come from casing,
 * terms from repetition (English only), kinds from the words around them.
 */
export function findThings(conversation: Conversation): Thing[] {
  if (conversation.turns.length === 0) return [];
  const reading = readTokens(conversation);
  const candidates = findCandidates(reading, conversation);
  const kindOf = kindReader(conversation, reading);
  const gathered = [...gatherMentions(reading, candidates).values()];
  for (const thing of gathered) settle(thing, reading);
  const kinded: Kinded[] = gathered.map((thing) => ({ ...thing, kind: kindOf(thing) }));
  const limit = Math.min(MOST, Math.max(FEWEST, Math.round(reading.words / WORDS_PER_THING)));
  const judged = mergeShortNames(kinded, placeReader(conversation))
    .filter((thing) => thing.candidate.source === 'name' || isSaidEnough(thing))
    .map((thing) => {
      const defining = definingMention(conversation, reading, thing.found);
      return { thing, defining, importance: importanceOf(thing, defining) };
    });
  judged.sort((a, b) => b.importance - a.importance || (a.thing.joined < b.thing.joined ? -1 : 1));
  return judged.slice(0, limit).map(({ thing, defining }) => {
    const { forms, label } = spellings(conversation, reading, thing);
    return {
      key: thing.candidate.words.join(' '),
      label,
      kind: thing.kind,
      forms,
      mentions: thing.found.map(({ turn, start, end }) => ({ turn, start, end })),
      defining: defining.index,
      why: whyOf(thing, defining),
    };
  });
}

/** Names and terms in one list; what is both is a name, spelt in as many words as anybody spells it. */
function findCandidates(reading: Reading, conversation: Conversation): Map<string, Candidate> {
  const names = findNames(
    reading,
    conversation.speakers.map(({ name }) => name),
  );
  const all = new Map(names);
  for (const [key, term] of findTerms(reading, conversation.language)) {
    const name = all.get(key);
    if (!name) {
      if (!partsOf(term.words).some((part) => isOutweighed(term, names.get(part)))) {
        all.set(key, term);
      }
    } else {
      name.weight += term.weight;
      if (term.words.length > name.words.length) name.words = term.words;
    }
  }
  return all;
}

/** The joined keys of all that stands inside a term. */
function partsOf(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (to - from < words.length) parts.push(joinedKey(words.slice(from, to)));
    }
  }
  return parts;
}

/** "Linux model" is Linux; "desktop OS" is more than an OS, being most of what is said of one. */
const isOutweighed = (term: Candidate, name: Candidate | undefined) =>
  name !== undefined && name.capitalised > 1 && (!name.caps || name.capitalised > 1.7 * term.count);

/**
 * What is mostly said in lower case is a term after all ("Small Business" once, "small business" ten
 * times); and "Forbes" keeps its "s" where nobody says "Forbe".
 */
function settle({ candidate, found }: Gathered, reading: Reading) {
  if (candidate.source !== 'name') return;
  let lower = 0;
  const lasts = new Set<string>();
  for (const { turn, from, to } of found) {
    const tokens = (reading.turns[turn] ?? []).slice(from, to);
    if (tokens.every(({ shape }) => shape === 'lower')) lower++;
    lasts.add(tokens[tokens.length - 1]?.folded ?? '');
  }
  const long = candidate.words.length > 1 ? !candidate.caps : candidate.words.join('').length > 4;
  if (long && lower * 2 > found.length) {
    candidate.source = 'term';
    candidate.weight = found.length;
  }
  const [last] = lasts;
  if (lasts.size === 1 && last && !candidate.caps && candidate.source === 'name') {
    const [head] = candidate.words.slice(-1);
    if (head === singular(last)) candidate.words = [...candidate.words.slice(0, -1), last];
  }
}

/** A term that longer things have taken all but one mention from is none, unless a pattern defines it. */
function isSaidEnough({ found, candidate }: Kinded): boolean {
  return found.length > 1 || candidate.weight === 1;
}

/**
 * How much a conversation is about a thing: how often and in how many turns it is said, more for
 * names and for what is explained. Said once and never explained comes last.
 */
function importanceOf({ candidate, found }: Kinded, { cue, score }: Defining): number {
  const turns = new Set(found.map(({ turn }) => turn)).size;
  const said = Math.log2(1 + found.length) + Math.log2(1 + turns);
  const explained = Math.min(1.8, 0.3 * cue) + 0.08 * score;
  if (candidate.source === 'name')
    return said * 1.15 + explained + 0.4 * Math.min(2, candidate.weight);
  const bound = Math.min(1, candidate.weight / Math.max(1, found.length));
  return said * (found.length > 2 ? 0.6 + 0.4 * bound : 0.6) + explained;
}

function whyOf({ candidate, found }: Kinded, { cue, index, quote }: Defining): string {
  const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
  const seen =
    candidate.source === 'name' && candidate.capitalised > 0
      ? `Capitalised in mid-sentence ${times(candidate.capitalised)}`
      : `Said ${times(found.length)}`;
  const at = (found[index]?.turn ?? 0) + 1;
  return cue >= 3.5 ? `${seen}; explained in turn ${at} (“${quote}”).` : `${seen}.`;
}
