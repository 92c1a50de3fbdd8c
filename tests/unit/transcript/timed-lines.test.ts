import { describe, expect, it } from 'vitest';
import { parseTimes, parseTranscript } from '@/lib/transcript/formats';
import { timedLines } from '@/lib/transcript/formats/timed-lines';
import { whisperConsole } from '@/lib/transcript/formats/whisper-console';

describe('Whisper’s console output', () => {
  it.each([
    ['seconds', '[0.72 --> 4.44] Hello there.\n[4.44 --> 8.5] Yes.'],
    ['seconds of faster-whisper', '[0.72s -> 4.44s]  Hello there.\n[4.44s -> 8.50s]  Yes.'],
    ['clocks', '[00:00.720 --> 00:04.440]  Hello there.\n[00:04.440 --> 00:08.500]  Yes.'],
    [
      'clocks with hours',
      '[00:00:00.720 --> 00:00:04.440]   Hello there.\n[00:00:04.440 --> 00:00:08.500]   Yes.',
    ],
  ])('in %s keeps its times', (_, text) => {
    expect(whisperConsole.detect(text)).toBeGreaterThan(0.9);
    expect(parseTranscript(text).turns).toEqual([
      { speaker: null, text: 'Hello there. Yes.', startMs: 720, endMs: 8_500, line: 1 },
    ]);
    expect(parseTimes(text).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [720, 4_440],
      [4_440, 8_500],
    ]);
  });

  it('keeps the program’s own words and music apart, and words that run on', () => {
    const { turns, notes } = whisperConsole.parse(
      'Detected language: English\n[0.0 --> 4.0] Hello. [Music]\nmore\n[4.0 --> 5.0] [Applause]\n[5.0 --> 6.0] Bye.',
    );
    expect(turns.map(({ text }) => text)).toEqual(['Hello. more Bye.']);
    expect(notes).toEqual([
      { line: 1, text: 'Detected language: English' },
      { line: 2, text: '[Music]' },
      { line: 4, text: '[Applause]' },
    ]);
  });

  it('tells of times that run backwards', () => {
    expect(
      whisperConsole
        .parse('[5.0 --> 6.0] One.\n[1.0 --> 2.0] Two.')
        .warnings.map(({ line }) => line),
    ).toEqual([2]);
  });
});

describe('words after their time', () => {
  it.each([
    [
      'on the same line',
      '0:00 hello and welcome to the show\n0:05 today we talk about bread\n1:02:09 and yeast',
    ],
    [
      'on the line below',
      '0:00\nhello and welcome to the show\n0:05\ntoday we talk about bread\n1:02:09\nand yeast',
    ],
  ])('%s', (_, text) => {
    const { format, turns } = parseTranscript(text);
    expect(format).toBe(timedLines.name);
    expect(turns.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['hello and welcome to the show today we talk about bread and yeast', 0, null],
    ]);
  });
});
