import type { Conversation } from '@/lib/understanding/understanding';
import { random } from '../../bench/corpus';

const TOPICS: Record<string, string> = {
  bread: 'sourdough flour oven crust yeast dough baker loaf kneading starter hydration crumb',
  ships: 'harbour anchor sail rudder mast captain keel voyage cargo lighthouse tide sailor',
  chess:
    'opening gambit rook bishop checkmate pawn endgame knight castling tournament grandmaster clock',
  stars:
    'telescope galaxy nebula comet orbit planet eclipse astronomer supernova gravity constellation moon',
};
const GLUE = 'the of and a to in it is that was for on with as at by'.split(' ');

/** A made-up conversation of two people: `perTopic` turns about each of four topics, one after the other. */
export function conversationOf(perTopic: number, topics = Object.keys(TOPICS)): Conversation {
  const next = random(5);
  const any = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const turns = topics.flatMap((topic) =>
    Array.from({ length: perTopic }, () => {
      const words = (TOPICS[topic] ?? '').split(' ');
      const sentence = () => {
        const said = Array.from({ length: 12 }, (_, i) => (i % 2 ? any(GLUE) : any(words))).join(
          ' ',
        );
        return `${said.charAt(0).toUpperCase()}${said.slice(1)} ${any(words)}.`;
      };
      return `${sentence()} ${sentence()}`;
    }),
  );
  return {
    language: 'en',
    speakers: [
      { name: 'Ann', role: 'host' },
      { name: 'Bo', role: 'guest' },
    ],
    turns: turns.map((text, i) => ({
      text,
      speaker: i % 2,
      startMs: i * 10_000,
      endMs: (i + 1) * 10_000,
      timing: 'estimated',
    })),
  };
}
