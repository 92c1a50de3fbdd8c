import { describe, expect, it } from 'vitest';
import { speakerLines } from '@/lib/transcript/formats/speaker-lines';
import { timedTurnsOf } from './written';

const parse = (...blocks: string[]) => speakerLines.parse(blocks.join('\n\n'));

describe('a speaker and a time above the words', () => {
  it.each([
    [
      'Otter',
      'Ann Lee  0:03  \nHello.\n\nBo  1:02:03  \nHi there.\n\nTranscribed by https://otter.ai',
    ],
    ['Rev', 'Ann Lee (00:03):\nHello.\n\nBo (01:02:03):\nHi there.'],
    ['Descript', '[00:00:03] Ann Lee:\nHello.\n\n[01:02:03] Bo:\nHi there.'],
    ['Riverside', 'Ann Lee (00:03)\nHello.\n\nBo (01:02:03)\nHi there.'],
    ['Zoom', 'Ann Lee\t00:00:03\nHello.\n\nBo\t01:02:03\nHi there.'],
    ['Zoom with brackets', '[Ann Lee] 00:00:03\nHello.\n\n[Bo] 01:02:03\nHi there.'],
    ['time, name and colon', '00:03 Ann Lee:\nHello.\n\n1:02:03 Bo:\nHi there.'],
    ['a span', 'Ann Lee 00:03 - 00:05\nHello.\n\nBo 01:02:03 - 01:02:04\nHi there.'],
    ['a dash and a colon', 'Ann Lee – 00:00:03:\n\nHello.\n\nBo  – 01:02:03:\n\nHi there.'],
    ['name, colon and time', 'Ann Lee: 00:00:03\n\nHello.\n\nBo: 01:02:03\n\nHi there.'],
  ])('%s', (_, text) => {
    expect(speakerLines.detect(text)).toBeGreaterThan(0.8);
    expect(timedTurnsOf(speakerLines.parse(text))).toEqual([
      ['Ann Lee', 'Hello.', 3_000],
      ['Bo', 'Hi there.', 3_723_000],
    ]);
  });

  it('has an end where a span gives it', () => {
    const { turns } = parse('Ann 00:03.250 - 00:05.5\nHello.', 'Bo 00:06 - 00:07\nHi.');
    expect(turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [3_250, 5_500],
      [6_000, 7_000],
    ]);
  });

  it('takes minutes beyond the hour', () => {
    expect(parse('Ann  59:59\nHello.', 'Bo  75:20\nHi.').turns[1]?.startMs).toBe(4_520_000);
  });

  it('leaves times and colons within the words alone', () => {
    const text = parse(
      'Ann (00:03)\nSee you at 10:30\nNote: not later.\nBo: that is him.',
      'Bo (00:09)\nWe met, Ann and me, 9:15',
      'Ann (00:12)\nYes.',
    );
    expect(timedTurnsOf(text).map(([, words]) => words)).toEqual([
      'See you at 10:30 Note: not later.',
      'that is him.',
      'We met, Ann and me, 9:15',
      'Yes.',
    ]);
  });

  it('tells of times that run backwards, of times of day and of nobody', () => {
    const { warnings, turns } = parse(
      'Ann  10:00:09\nA.',
      'Unknown Speaker  10:00:05\nB.',
      'Ann  10:00:12\nC.',
    );
    expect(warnings.map(({ line }) => line)).toEqual([1, 4, 4]);
    expect(turns[1]?.speaker).toBeNull();
  });
});
