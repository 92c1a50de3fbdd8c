import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { podcasting2 } from '@/lib/transcript/formats/podcasting2';

interface Segment {
  speaker?: string | null;
  startTime?: unknown;
  endTime?: unknown;
  body?: unknown;
}
const write = (segments: readonly Segment[]) => JSON.stringify({ version: '1.0.0', segments });
const parse = (segments: readonly Segment[]) => {
  const { turns, speakers } = podcasting2.parse(write(segments));
  return turns.map((turn) => [
    turn.speaker === null ? null : speakers[turn.speaker]?.name,
    turn.text,
    turn.startMs,
    turn.endMs,
  ]);
};
/** Segments of one second each: [speaker, body]. */
const said = (...list: [string | undefined, string][]) =>
  list.map(([speaker, body], i) => ({ speaker, startTime: i, endTime: i + 0.9, body }));

describe('Podcasting 2.0 JSON', () => {
  it('is told from other JSON by its segments and their bodies', () => {
    expect(podcasting2.detect(`\n${write(said(['Ann', 'hello']))}`)).toBeGreaterThan(0.9);
    expect(podcasting2.detect('{"segments":[{"start":0,"text":"whisper"}]}')).toBe(0);
    expect(podcasting2.detect('[1]')).toBe(0);
    expect(podcasting2.detect('A\n"segments": "body":')).toBe(0);
  });

  it('joins segments of one word with one space, and full stops with none', () => {
    expect(
      parse(said(['Ann', 'I'], ['Ann', ' am '], ['Ann', 'here'], ['Ann', '.'], ['Bo', 'So'])),
    ).toEqual([
      ['Ann', 'I am here.', 0, 3_900],
      ['Bo', 'So', 4_000, 4_900],
    ]);
  });

  it('reads seconds to the millisecond, without the errors of binary fractions', () => {
    expect(parse([{ startTime: 1.005, endTime: 4.35, body: 'x' }])).toEqual([
      [null, 'x', 1_005, 4_350],
    ]);
  });

  it('carries a name forward where there is none, and ends it where it is empty', () => {
    expect(parse(said(['Ann', 'a'], [undefined, 'b'], ['', 'c'], ['', 'd'], ['Bo', 'e']))).toEqual([
      ['Ann', 'a b', 0, 1_900],
      [null, 'c d', 2_000, 3_900],
      ['Bo', 'e', 4_000, 4_900],
    ]);
  });

  it('does without an end, and never ends before it begins', () => {
    expect(parse([{ startTime: 2, body: 'a' }])).toEqual([[null, 'a', 2_000, 2_000]]);
    expect(parse([{ startTime: 2, endTime: 1, body: 'a' }])).toEqual([[null, 'a', 2_000, 2_000]]);
  });

  it.each([
    ['{"segments":', /broken/],
    ['{"segments":[{"body":1}]}', /version|Podcasting 2\.0/],
    [write([]), /segments/],
    [write([{ startTime: '1', endTime: 2, body: 'x' }]), /segments\.0\.startTime/],
    [write([{ startTime: -1, endTime: 2, body: 'x' }]), /segments\.0\.startTime/],
    [write([{ startTime: 1, endTime: 2, body: ' ' }]), /words/],
  ])('refuses %s', (text, why) => {
    expect(() => podcasting2.parse(text)).toThrow(
      expect.objectContaining({ name: 'TranscriptError', message: expect.stringMatching(why) }),
    );
  });

  it('has every word of every segment once, in order, with its speaker', () => {
    const segment = fc.tuple(
      fc.constantFrom('Ann', 'Bo Li', '日本'),
      fc.array(fc.stringMatching(/^[a-z]{1,8}[.,?]?$/), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 60 }), (list) => {
        const turns = parse(
          said(...list.map(([who, words]) => [who, words.join(' ')] as [string, string])),
        );
        expect(
          turns.flatMap(([who, text]) =>
            String(text)
              .split(' ')
              .map((word) => [who, word]),
          ),
        ).toEqual(list.flatMap(([who, words]) => words.map((word) => [who, word])));
      }),
    );
  });
});
