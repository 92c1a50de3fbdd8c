import type { Conversation } from '../understanding.ts';
import type { Found, Gathered } from './gather-mentions.ts';
import { KIND_CUES } from './kind-cues.ts';
import type { Reading } from './reading.ts';
import type { ThingKind } from './thing.ts';
import { foldWord } from './thing-keys.ts';

type Evidence = Map<ThingKind, number>;

/** How far around a mention its kind is read, in characters; it bounds what the patterns cost. */
const REACH = 60;

/** So many mentions tell the kind; more would only cost time. */
const ENOUGH = 80;

/** With less evidence for each mention than this, the kind is left open. */
const MOST_DOUBT = 0.12;

/** Judges whether a thing is spoken of as a place or an object ("in Canada", "the Ledger"), so that it is no person. */
export function placeReader(conversation: Conversation) {
  return ({ found }: Gathered): boolean =>
    found.filter((at) => isPlacedAt(conversation, at)).length > MOST_DOUBT * found.length;
}

/** Judges what each thing is by the words around it; without evidence it stays a name or a term. */
export function kindReader(conversation: Conversation, reading: Reading) {
  const speakers = speakerNames(conversation);
  const isPlace = placeReader(conversation);
  return (thing: Gathered): ThingKind => {
    const { candidate, found } = thing;
    if (candidate.source === 'term') return 'term';
    const name = candidate.words.join(' ');
    if (speakers.has(name)) return 'person';
    const evidence: Evidence = new Map();
    let fullNames = 0;
    for (const mention of found.slice(0, ENOUGH)) {
      if (gather(evidence, conversation, reading, mention)) fullNames++;
    }
    const [first, second] = [...evidence].sort((a, b) => b[1] - a[1]);
    if (!first || (second && second[1] >= first[1])) return 'name';
    const [kind, sum] = first;
    if (sum < MOST_DOUBT * Math.min(ENOUGH, found.length)) return 'name';
    if (kind === 'person' && isPlace(thing)) return 'name';
    if (kind !== 'person') return sum >= 2 ? kind : 'name';
    // "Google said" proves no person: a single name needs more than a full one.
    const full = fullNames > 0 && candidate.words.length > 1 && candidate.words.length < 4;
    return sum >= (full ? 1.5 : 3) ? kind : 'name';
  };
}

/** "In Canada", "on Slack", "the Ledger", "a Tesla": nobody is spoken of like this. */
const PLACED = /\b(?:in|across|throughout|within|into|on|using|via|the|a|an|your|our|my|their) $/iu;

function isPlacedAt(conversation: Conversation, { turn, start }: Found): boolean {
  const text = conversation.turns[turn]?.text ?? '';
  return PLACED.test(text.slice(Math.max(0, start - 16), start));
}

/** Collects evidence from one mention; returns whether it is written "First Last". */
function gather(
  evidence: Evidence,
  conversation: Conversation,
  reading: Reading,
  at: Found,
): boolean {
  const text = conversation.turns[at.turn]?.text ?? '';
  const tokens = reading.turns[at.turn] ?? [];
  const before = text.slice(Math.max(0, at.start - REACH), at.start);
  const after = text.slice(at.end, at.end + REACH);
  const caps = tokens[at.from]?.shape === 'caps';
  for (const [kind, befores, afters] of KIND_CUES) {
    let sum = 0;
    for (const [pattern, worth] of befores) if (pattern.test(before)) sum = Math.max(sum, worth);
    for (const [pattern, worth] of afters) if (pattern.test(after)) sum = Math.max(sum, worth);
    if ((kind === 'product' || kind === 'work') && sum < 3 && caps) continue;
    if (sum > 0) evidence.set(kind, (evidence.get(kind) ?? 0) + sum);
  }
  const parts = tokens.slice(at.from, at.to);
  return parts.length > 1 && parts.every((part) => part.shape === 'upper' && !part.hyphened);
}

/** Full names of those who speak, and their first and last words; labels ("Speaker B", "A") are none. */
function speakerNames(conversation: Conversation): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name } of conversation.speakers) {
    if (/^(?:speaker|guest|host|unknown|spk|voice)\b|\d|^.{0,2}$/iu.test(name)) continue;
    const words = name
      .split(/[\s,.]+/u)
      .filter(Boolean)
      .map(foldWord);
    names.add(words.join(' '));
    if (words.length > 3) continue;
    for (const word of [words[0], words[words.length - 1]])
      if (word && word.length > 2) names.add(word);
  }
  return names;
}
