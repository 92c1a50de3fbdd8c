import { describe, expect, it } from 'vitest';
import { parseTimes, parseTranscript } from '@/lib/transcript/formats';

/** Nothing here is measured: this only tells a hang from slow going on a busy machine. */
const HANG_MS = 60_000;

const read = (text: string) => {
  const { turns, speakers, warnings } = parseTranscript(text);
  return {
    turns: turns.map(({ speaker, text }) => [
      speaker === null ? null : speakers[speaker]?.name,
      text,
    ]),
    warnings: warnings.map(({ line }) => line),
  };
};
const srt = (...cues: [string, string][]) =>
  cues.map(([times, text], i) => `${i + 1}\n${times}\n${text}`).join('\n\n');
const ONE = '00:00:01,000 --> 00:00:02,000';
const TWO = '00:00:03,000 --> 00:00:04,000';

describe('odd captions', () => {
  it('keep an arrow that somebody said', () => {
    expect(read(srt([ONE, 'from A --> B it goes'], [TWO, 'on']))).toEqual({
      turns: [[null, 'from A --> B it goes on']],
      warnings: [],
    });
  });

  it('keep the words of a cue whose times cannot be read, and say where it stands', () => {
    const text = srt([ONE, 'one'], ['00:00:0x,000 --> 00:00:04,000', 'two'], [TWO, 'three']);
    expect(read(text)).toEqual({ turns: [[null, 'one two three']], warnings: [6] });
  });

  it('change speakers at ">>" within a cue too', () => {
    expect(read(srt([ONE, '>> Hello.\n>> Hi there.'], [TWO, 'More >> Again'])).turns).toEqual([
      [null, 'Hello.'],
      [null, 'Hi there. More'],
      [null, 'Again'],
    ]);
    expect(read(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>&gt;&gt; Hello`).turns).toEqual([
      ['Ann', 'Hello'],
    ]);
  });

  it('without full stops become turns of a readable length, in linear time', () => {
    const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 23);
    const text = Array.from(
      { length: 20_000 },
      (_, i) =>
        `${clock(i * 3)} --> ${clock(i * 3 + 2.9)}\nword word word word word word word ${i}`,
    ).join('\n\n');
    const started = performance.now();
    const { turns } = parseTranscript(`WEBVTT\n\n${text}`);
    expect(performance.now() - started).toBeLessThan(HANG_MS);
    expect(Math.max(...turns.map((turn) => turn.text.split(' ').length))).toBeLessThan(250);
    const angles = `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(200_000)}`;
    const again = performance.now();
    parseTranscript(angles);
    expect(performance.now() - again).toBeLessThan(HANG_MS);
  });

  it('give times cue by cue, not blurred into turns', () => {
    expect(parseTimes(srt([ONE, 'one'], [TWO, 'two'])).map(({ startMs }) => startMs)).toEqual([
      1_000, 3_000,
    ]);
  });
});
