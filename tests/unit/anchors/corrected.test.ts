import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf } from '../../../lib/anchors/address.ts';
import { resolveAddress, wordStream } from '../../../lib/anchors/resolve.ts';
import { relocate, succeed } from '../../../lib/anchors/succession.ts';
import { corrected, type TracedTurns, textsOf, traced } from '../../bench/anchors-edits.ts';
import { episode, type select, TALK } from './episode.ts';

/** Another version of the episode, with the anchors that it inherits. */
function succeeded(before: ReturnType<typeof episode>, texts: readonly string[]) {
  const now = episode(texts);
  const { anchors, gone, places } = succeed(before, now);
  const turns = now.map((turn, i) => ({ ...turn, anchor: anchors[i] ?? '' }));
  return { turns, retired: relocate(gone, wordStream(turns), places) };
}

/** Where each word stands in the text of its turn. */
const placesOf = (turns: TracedTurns) =>
  turns.flatMap((words, turn) => {
    let at = 0;
    return words.map(({ text, origin }) => {
      const start = at;
      at += text.length + 1;
      return { turn, start, end: start + text.length, origin };
    });
  });

/** A selection by the numbers of its words. */
function selectWords(turns: TracedTurns, from: number, to: number) {
  const places = placesOf(turns);
  const [first, last] = [places[from], places[to - 1]];
  if (!first || !last) throw new Error('There are such words.');
  return { firstTurn: first.turn, start: first.start, lastTurn: last.turn, end: last.end };
}

/** The words that a link shows, by their numbers in the first version. */
const numbersOf = (turns: TracedTurns, found: ReturnType<typeof select>) =>
  placesOf(turns)
    .filter(
      ({ turn, start, end }) =>
        (turn > found.firstTurn || (turn === found.firstTurn && end > found.start)) &&
        (turn < found.lastTurn || (turn === found.lastTurn && start < found.end)),
    )
    .map(({ origin }) => origin);

it('a link opens on what is left of five words or more, whatever a correction did to some', () => {
  const talk = traced(TALK);
  const words = talk.flat().length;
  const old = episode(TALK);
  const selections = fc.tuple(fc.nat({ max: words - 5 }), fc.integer({ min: 5, max: 40 }));
  fc.assert(
    fc.property(fc.nat(), selections, (seed, [from, length]) => {
      const to = Math.min(words, from + length);
      const now = corrected(talk, { words: 0.05, turns: 0.2 }, seed);
      const { turns, retired } = succeeded(old, textsOf(now));
      const address = addressOf(old, selectWords(talk, from, to));
      const found = address && resolveAddress(wordStream(turns, retired), address);
      expect(found).toHaveProperty('start');
      if (!found || !('start' in found)) return;
      const shown = numbersOf(now, found);
      const left = now.flat().filter(({ origin }) => (origin ?? -1) >= from && (origin ?? to) < to);
      const both = shown.filter((origin) => origin !== null && origin >= from && origin < to);
      expect(both.length).toBeGreaterThanOrEqual(Math.ceil(left.length / 2));
      expect(both.length).toBeGreaterThanOrEqual(shown.length / 2);
    }),
    { numRuns: 300 },
  );
});
