import { describe, expect, it } from 'vitest';
import { parseChapters } from '@/lib/transcript/chapters';
import { parseTranscript } from '@/lib/transcript/formats';

const PODCASTING2 = JSON.stringify({
  version: '1.2.0',
  title: 'Episode 7',
  chapters: [
    { startTime: 168.5, title: 'Hearing Aids', img: 'https://example.com/a.jpg' },
    { startTime: 0, title: ' Intro ' },
    { startTime: 200, title: 'A picture', toc: false },
    { startTime: 210, img: 'https://example.com/b.jpg' },
  ],
});
const PODLOVE = JSON.stringify([
  { start: '00:00:00.000', title: 'Begrüßung', href: '', image: '' },
  { start: '01:02:41.149', title: 'Podlove UI', href: '', image: '' },
]);
const LIST = '00:00 Intro\n(12:34) – On bread\n1:02:03.500 - Yeast, and why\n';

describe('chapters', () => {
  it('of Podcasting 2.0 are those of the contents, by time', () => {
    expect(parseChapters(PODCASTING2)).toEqual([
      { title: 'Intro', startMs: 0 },
      { title: 'Hearing Aids', startMs: 168_500 },
    ]);
  });

  it('of Podlove are read, alone or in the settings of its player', () => {
    const expected = [
      { title: 'Begrüßung', startMs: 0 },
      { title: 'Podlove UI', startMs: 3_761_149 },
    ];
    expect(parseChapters(PODLOVE)).toEqual(expected);
    expect(parseChapters(`{"show":{},"chapters":${PODLOVE}}`)).toEqual(expected);
  });

  it('are read from a list, with Podlove’s addresses left out', () => {
    expect(parseChapters(`${LIST}\n01:10:00.000 Links <https://example.com/x>`)).toEqual([
      { title: 'Intro', startMs: 0 },
      { title: 'On bread', startMs: 754_000 },
      { title: 'Yeast, and why', startMs: 3_723_500 },
      { title: 'Links', startMs: 4_200_000 },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['words', 'Intro\nOn bread'],
    ['a list with words among it', '0:00 Intro\nand then'],
    ['broken JSON', '{"chapters":[{"startTime":0,'],
    ['an empty list', '{"chapters":[]}'],
    ['times before the beginning', '{"chapters":[{"startTime":-1,"title":"x"}]}'],
    ['times that are none', '[{"start":"soon","title":"x"}]'],
    ['a transcript', '[{"start":"00:00:00.000","text":"hello"}]'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a prototype', '{"__proto__":{"chapters":[{"startTime":0,"title":"x"}]}}'],
  ])('are not found in %s', (_, text) => {
    expect(parseChapters(text)).toBeNull();
  });

  it.each([
    ['Podcasting 2.0', PODCASTING2, 2],
    ['Podlove', PODLOVE, 2],
    ['a list', LIST, 3],
  ])('of %s are no transcript, and the refusal says what they are', (_, text, count) => {
    expect(() => parseTranscript(text)).toThrow(
      expect.objectContaining({
        name: 'TranscriptError',
        message: expect.stringMatching(new RegExp(`list of ${count} chapters.*--chapters`)),
      }),
    );
  });

  it('are not seen in words that stand after their times', () => {
    const text =
      '0:00 hello and welcome to the show\n0:05 today we talk about bread\n0:09 and yeast';
    expect(parseTranscript(text).format).toBe('timed-lines');
  });
});
