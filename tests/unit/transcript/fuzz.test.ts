import { describe, expect, it } from 'vitest';
import { formats } from '@/lib/transcript/formats';
import { judge } from '../../fuzz/judge';
import { mutate } from '../../fuzz/mutate';
import { samples } from '../../fuzz/samples';
import { seeded } from '../../fuzz/seeded';
import { shrink } from '../../fuzz/shrink';

const ALL = samples();
/** `npm run fuzz` goes on from here, for as long as one likes. */
const EACH = 25;

describe('files that are nearly valid, or hardly', () => {
  it('begin as valid files of every format', () => {
    const names = new Set(ALL.map(({ format }) => format));
    const missing = formats.map(({ name }) => name).filter((name) => !names.has(name));
    // The seed is the sample of the letters.
    expect(missing).toEqual(['letters']);
    for (const { text } of ALL) expect(judge(text)).toBeNull();
  });

  it.each(ALL.map(({ format, text }, i) => [`${format} (${i})`, text, i] as const))(
    'of %s are read, or refused in a sentence',
    (_, text, i) => {
      const by = seeded(i);
      for (let n = 0; n < EACH; n++) {
        const mutated = mutate(text, by, ALL);
        const wrong = judge(mutated);
        expect(
          wrong && `${wrong}\n${JSON.stringify(shrink(mutated, (t) => judge(t) !== null))}`,
        ).toBeNull();
      }
    },
  );

  it('are the same for the same seed, and shrink to what is wrong with them', () => {
    const text = ALL[0]?.text ?? '';
    expect(mutate(text, seeded(7), ALL)).toBe(mutate(text, seeded(7), ALL));
    expect(mutate(text, seeded(7), ALL)).not.toBe(mutate(text, seeded(8), ALL));
    expect(shrink('many words and one wrong word', (t) => t.includes('wrong'))).toBe('wrong');
  });
});
