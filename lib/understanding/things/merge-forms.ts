import type { Conversation } from '../understanding.ts';
import type { Found, Gathered } from './gather-mentions.ts';
import type { Reading } from './reading.ts';
import type { ThingKind } from './thing.ts';
import { foldWord, singular } from './thing-keys.ts';

/** A thing with its kind, before its passages are judged. */
export interface Kinded extends Gathered {
  kind: ThingKind;
}

/**
 * Gives the mentions of "Goodfellow" to "Ian Goodfellow" where exactly one person of that name is
 * named in full. Two who share a name keep it apart: the short form stays a thing of its own.
 */
export function mergeShortNames(
  things: readonly Kinded[],
  isPlace: (thing: Kinded) => boolean,
): Kinded[] {
  const owners = new Map<string, Kinded[]>();
  for (const thing of things) {
    const { words } = thing.candidate;
    if (thing.kind !== 'person' || words.length < 2) continue;
    for (const word of new Set([words[0] ?? '', words[words.length - 1] ?? ''])) {
      const known = owners.get(word);
      if (known) known.push(thing);
      else owners.set(word, [thing]);
    }
  }
  const gone = new Set<Kinded>();
  for (const thing of things) {
    const [word] = thing.candidate.words;
    if (thing.candidate.words.length !== 1 || !word) continue;
    if (thing.kind !== 'person' && thing.kind !== 'name') continue;
    const [owner, another] = owners.get(word) ?? [];
    if (!owner || another || isPlace(thing)) continue;
    owner.found = [...owner.found, ...thing.found].sort(inOrder);
    owner.candidate.capitalised += thing.candidate.capitalised;
    gone.add(thing);
  }
  return things.filter((thing) => !gone.has(thing));
}

const inOrder = (a: Found, b: Found) => a.turn - b.turn || a.start - b.start;

interface Form {
  text: string;
  count: number;
  /** Where no sentence began with it. */
  settled: number;
}

/** The spellings of a thing, most frequent first, and the one to show. */
export function spellings(conversation: Conversation, reading: Reading, thing: Kinded) {
  const forms = new Map<string, Form>();
  for (const { turn, start, end, from } of thing.found) {
    const text = (conversation.turns[turn]?.text ?? '').slice(start, end);
    const form = forms.get(text) ?? { text, count: 0, settled: 0 };
    form.count++;
    if (!reading.turns[turn]?.[from]?.opens) form.settled++;
    forms.set(text, form);
  }
  const byCount = [...forms.values()].sort((a, b) => b.count - a.count);
  return { forms: byCount.map((form) => form.text), label: labelOf(byCount, thing) };
}

const CAPITAL = /\p{Lu}/u;
const CAPS = /^\p{Lu}{2}[\p{Lu}\p{N}]*s?$/u;
const INNER = /\S\p{Lu}/u;

function labelOf(byCount: readonly Form[], { candidate }: Kinded): string {
  const full = byCount.filter((f) => wordsIn(f.text) >= Math.min(2, candidate.words.length));
  let pool = full.length > 0 ? full : [...byCount];
  const count = (of: readonly Form[]) =>
    of.reduce((sum, form) => sum + form.settled + 0.1 * form.count, 0);
  const narrow = (better: (form: Form) => boolean, share: number) => {
    const some = pool.filter(better);
    if (some.length > 0 && count(some) >= share * count(pool)) pool = some;
  };
  if (candidate.source === 'name') narrow((f) => CAPITAL.test(f.text), 0);
  else narrow((f) => f.settled > 0, 0);
  // "GPU" rather than "Gpu", but not one shouted "LONDON" among many.
  const uncased = byCount.some((f) => !CAPITAL.test(f.text));
  narrow((f) => CAPS.test(f.text), uncased ? 0.35 : 0.55);
  narrow((f) => INNER.test(f.text) && !CAPS.test(f.text), 0.25);
  const isSingular = (f: Form) => {
    const last = foldWord(f.text.split(/[\s-]+/u).pop() ?? '');
    return singular(last) === last;
  };
  narrow(isSingular, candidate.source === 'name' ? 0.2 : 0.5);
  return pool[0]?.text ?? byCount[0]?.text ?? candidate.words.join(' ');
}

const wordsIn = (text: string) => text.split(/[\s-]+/u).length;
