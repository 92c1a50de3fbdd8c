import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, parseTimes, parseTranscript } from '@/lib/transcript/formats';
import { Transcript } from '@/lib/transcript/transcript';
import { heard, RECOGNISERS } from './recognised';
import { words } from './written';

const TALK: [number, string][] = [
  [1, 'Welcome, dear listeners.'],
  [0, 'Thank you for having me, really.'],
  [0, 'So what is bread?'],
  [2, 'It is R&D, <nearly>.'],
  [1, 'Right.'],
];
const word = fc.constantFrom(
  'well',
  'bread,',
  'is',
  'risen.',
  'so',
  'why?',
  '2,000',
  '日本語',
  'שלום',
  'R&D',
  'a<b',
  'constructor',
  '__proto__',
  '1984',
  'don’t',
);
const talk = fc
  .array(fc.tuple(fc.nat(2), fc.array(word, { minLength: 1, maxLength: 12 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((list) => heard(list.map(([speaker, said]) => [speaker, said.join(' ')] as const)));

describe.each(RECOGNISERS)('%s', (_, name, tells, write) => {
  it('is claimed by its own format before all others', () => {
    const text = write(heard(TALK));
    const [first, second] = formats
      .map((format) => ({ name: format.name, sure: format.detect(text) }))
      .sort((a, b) => b.sure - a.sure);
    expect(first?.name).toBe(name);
    expect(first?.sure).toBeGreaterThan(second?.sure ?? 0);
  });

  it('has every word once, in order, with its speaker, whatever was said', () => {
    fc.assert(
      fc.property(talk, (list) => {
        const transcript = Transcript.parse(parseTranscript(write(list)));
        expect(transcript.format).toBe(name);
        // Without spaces: between words of a script that has none there are none.
        expect(transcript.turns.flatMap(({ text }) => words(text)).join('')).toBe(
          list.flatMap((each) => each.words.map(({ text }) => text)).join(''),
        );
        if (!tells) return;
        const order = [...new Set(list.map(({ speaker }) => speaker))];
        // By letters, for words of a script without spaces are one where they stand side by side.
        const letters = (said: readonly string[]) => [...said.join('')];
        expect(
          transcript.turns.flatMap(({ speaker, text }) => letters(words(text)).map(() => speaker)),
        ).toEqual(
          list.flatMap(({ speaker, words }) =>
            letters(words.map(({ text }) => text)).map(() => order.indexOf(speaker)),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('has its times to the millisecond, and words in them in order', () => {
    const list = heard(TALK);
    const text = write(list);
    const { turns } = parseTranscript(text);
    expect(turns[0]?.startMs).toBe(20);
    if (name !== 'entries-json') {
      expect(turns.at(-1)?.endMs).toBe(list.at(-1)?.words.at(-1)?.endMs);
    }
    if (tells) {
      expect(turns.map(({ startMs }) => startMs)).toEqual([
        list[0]?.words[0]?.startMs,
        list[1]?.words[0]?.startMs,
        list[3]?.words[0]?.startMs,
        list[4]?.words[0]?.startMs,
      ]);
    }
    const cues = parseTimes(text);
    expect(cues.map(({ startMs }) => startMs)).toEqual(
      [...cues.map(({ startMs }) => startMs)].sort((a, b) => a - b),
    );
  });

  it('says on which line a turn begins', () => {
    const text = write(heard(TALK));
    const lines = text.split('\n');
    for (const { line, text: said } of parseTranscript(text).turns.slice(1)) {
      const [first = ''] = words(said);
      const bare = first.replace(/[.,?!]+$/, '');
      expect(
        lines
          .slice(line - 1, line + 12)
          .join('\n')
          .toLowerCase(),
      ).toContain(bare.toLowerCase());
      if (name !== 'podcasting2-json') expect(line).toBeGreaterThan(1);
    }
  });
});
