import { describe, expect, it } from 'vitest';
import { parseTranscript } from '@/lib/transcript/formats';

const parse = (document: unknown) => parseTranscript(JSON.stringify(document));
const turns = (document: unknown) => {
  const { format, speakers, turns } = parse(document);
  expect(format).toBe('timed-json');
  return turns.map(({ speaker, text, startMs, endMs }) => [
    speaker === null ? null : speakers[speaker]?.name,
    text,
    startMs,
    endMs,
  ]);
};

describe('JSON that lists what was said', () => {
  it.each([
    ['seconds with fractions', { start: 1.25, end: 2.5 }],
    ['seconds as text', { begin: '1.25', end: '2.5' }],
    ['clocks', { startTime: '00:00:01.250', endTime: '00:00:02,500' }],
    ['a length', { start: 1.25, duration: 1.25 }],
    ['keys that tell the unit', { start_ms: 1_250, endMs: 2_500 }],
    ['two reckonings', { start: 1, startMilliseconds: 1_250, end: 9, end_time_ms: 2_500 }],
    ['a pair', { timestamp: [1.25, 2.5] }],
    ['ISO 8601', { begin: 'PT1.25S', end: 'PT2.5S' }],
  ])('has its times in %s', (_, times) => {
    expect(turns([{ ...times, text: 'hello', speaker: 'Ann' }])).toEqual([
      ['Ann', 'hello', 1_250, 2_500],
    ]);
  });

  it('tells milliseconds from seconds by how fast people speak', () => {
    const list = (unit: number) =>
      ['We bake bread.', 'It takes a day.'].map((text, i) => ({
        text,
        start: i * 2 * unit,
        end: (i * 2 + 2) * unit,
      }));
    for (const unit of [1, 1_000]) {
      expect(turns(list(unit))).toEqual([[null, 'We bake bread. It takes a day.', 0, 4_000]]);
    }
  });

  it('prefers words as they are written, and joins signs to them', () => {
    const word = (word: string, punct: string, start: number) => ({
      word,
      punct,
      start,
      end: start + 0.5,
    });
    expect(
      turns({
        retval: { words: [word('so', 'So', 0), word('ann', 'Ann', 0.5), word(',', ',', 1)] },
      }),
    ).toEqual([[null, 'So Ann,', 0, 1_500]]);
  });

  it('takes speakers from a list beside the words, by time', () => {
    const words = ['a', 'b', 'c'].map((text, i) => ({ text, start: i + 0.5, end: i + 0.9 }));
    const spans = [
      { start: 0.5, end: 2, speaker: 'Ann' },
      { start: 2, end: 4, speaker: 'Bo' },
    ];
    expect(turns({ words, spans })).toEqual([
      ['Ann', 'a b', 500, 1_900],
      ['Bo', 'c', 2_500, 2_900],
    ]);
  });

  it('needs no times where it names speakers, and reads character references', () => {
    expect(turns({ data: [{ speakerName: 'Ann', content: 'it&#39;s' }] })).toEqual([
      ['Ann', "it's", null, null],
    ]);
  });

  it('takes of several lists that hold all words the one with speakers', () => {
    const said = { text: 'so we bake bread', start: 0.5, end: 2.5 };
    expect(turns({ captions: [said], people: [{ ...said, speaker: 'Ann' }] })[0]?.[0]).toBe('Ann');
  });

  it.each([
    ['a package', { name: 'x', version: '1.0.0', dependencies: { a: '^1' } }],
    [
      'a map',
      { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'a' } }] },
    ],
    ['chat with dates', [{ type: 'message', user: 'U1', text: 'hi', ts: '1503435956.000247' }]],
    ['messages', { messages: [{ role: 'user', content: 'hi' }] }],
    ['posts', [{ id: 1, body: 'hi', created_at: '2026-01-01T00:00:00Z', time: 1_503_435_956 }]],
    ['captions’ settings', { cues: [{ line: 'auto', start: 1, end: 2 }] }],
    [
      'a feed',
      { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', content_text: 'a' }] },
    ],
  ])('is not %s', (_, document) => {
    expect(() => parse(document)).toThrow(expect.objectContaining({ name: 'TranscriptError' }));
  });
});
