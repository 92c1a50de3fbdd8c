import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asShown, isTrimmed } from '@/lib/understanding/shown';
import { words } from '@/lib/understanding/words';

const shown = (text: string) => asShown(text, words(text), 0);

describe('what is shown of a sentence', () => {
  it.each([
    ['Yeah, so the oven is hot.', 'The oven is hot.'],
    ['The dough, you know, needs time.', 'The dough, needs time.'],
    ['I mean, the starter is alive.', 'The starter is alive.'],
    ['It is kind of hard to see.', 'It is hard to see.'],
    ['This kind of bread is old.', 'This kind of bread is old.'],
    ['What kind of flour is best.', 'What kind of flour is best.'],
    ['The, the model is, uh, small.', 'The model is small.'],
    ['We have, we have a baker.', 'We have a baker.'],
    ['It was very very cold.', 'It was very very cold.'],
    ['The crust is done, right?', 'The crust is done?'],
  ])('%s → %s', (said, expected) => {
    expect(shown(said)).toBe(expected);
  });

  it('never has a word that was not said, and keeps their order', () => {
    const word = fc.constantFrom(
      ...'the bread you know i mean like uh um kind of sort yeah so oven is very right 42 , .'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (said) => {
        const text = `${said.join(' ')}.`;
        expect(isTrimmed(shown(text), text)).toBe(true);
      }),
    );
  });
});
