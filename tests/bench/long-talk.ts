import { random } from './corpus.ts';

/** Said once, in the last turn. */
export const LAST_WORD = 'zephyranthes';

/** Turns are about as long as in the talk that the sentences are from. */
const SENTENCES_PER_TURN = 4;
const NAMES = ['Ann', 'Ben', 'Cleo'];

/**
 * A talk of so many words, put together from the sentences of a real one in random order (the same
 * ones for the same seed), as lines of “Name: words”.
 */
export function makeLongTalk(text: string, words: number, seed = 11): string {
  const sentences = text.match(/[A-Z][^.?!\n]{10,}[.?!]/g) ?? [];
  if (sentences.length === 0) throw new Error('The text holds no sentences to make a talk of.');
  const next = random(seed);
  const turns: string[] = [];
  for (let count = 0; count < words; ) {
    const length = 1 + Math.floor(next() * (2 * SENTENCES_PER_TURN - 1));
    const said = Array.from(
      { length },
      () => sentences[Math.floor(next() * sentences.length)] ?? '',
    ).join(' ');
    turns.push(`${NAMES[turns.length % NAMES.length]}: ${said}`);
    count += said.split(/\s+/).length;
  }
  turns.push(`${NAMES[turns.length % NAMES.length]}: And those flowers are called ${LAST_WORD}.`);
  return turns.join('\n\n');
}
