import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTimes, parseTranscript } from '@/lib/transcript/formats/index';
import { readSpeech } from '@/lib/transcript/speech-marks';
import { readTopicHeading } from '@/lib/transcript/topic-headings';

const parse = (...lines: string[]) => parseTranscript(lines.join('\n\n'));

describe('times between words', () => {
  it('stand before the words that follow them', () => {
    const { turns } = parse(
      '**Ann Lee:** Hello there. \\[00:12\\] And more *bread* \\[laughs\\] for us.',
      'It goes on. \\[unintelligible 00:30.5\\] Yes.',
      '**Bo Lind:** Hi.',
    );
    const [ann] = turns;
    expect(ann?.text).toBe('Hello there. And more bread for us. It goes on. Yes.');
    expect(ann?.marks?.map(({ offset, ms, line }) => [ann.text.slice(offset), ms, line])).toEqual([
      ['And more bread for us. It goes on. Yes.', 12_000, 1],
      ['Yes.', 30_500, 3],
    ]);
    expect(turns[1]?.marks).toBeUndefined();
  });

  it('begin the turn that they stand before', () => {
    const { turns } = parse(
      '**Ann Lee:** [0:05] Hello.',
      '[0:10]',
      '**Bo Lind:** Hi there. [0:20]',
      '**Ann Lee:** So.',
      '**Bo Lind:** Well. [crosstalk 0:40]',
      '**Ann Lee:** Yes.',
    );
    expect(turns.map(({ startMs }) => startMs)).toEqual([5_000, 10_000, 20_000, null, null]);
  });

  it('leave every word where it was', () => {
    const word = fc.constantFrom('bread', '*oven*', 'we’re', 'heat,', 'a.');
    const mark = fc.constantFrom(
      '[0:12]',
      '(1:02:03)',
      '[crosstalk 0:40]',
      '[laughs]',
      '*(laughs)*',
      '**[0:07]**',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mark), { minLength: 1, maxLength: 30 }), (pieces) => {
        const said = pieces.filter((piece) => !/^[*]*[[(]/.test(piece));
        const { text, times } = readSpeech(pieces.join(' '), 'markdown');
        expect(text).toBe(said.join(' ').replaceAll('*', ''));
        expect(times).toHaveLength(pieces.filter((piece) => /\d/.test(piece)).length);
        let next = 0;
        let words = 0;
        for (const piece of pieces) {
          if (/\d/.test(piece)) {
            const before = text.slice(0, times[next++]?.offset).trim();
            expect(before === '' ? 0 : before.split(' ').length).toBe(words);
          } else if (!/^[*]*[[(]/.test(piece)) words++;
        }
      }),
    );
  });
});

describe('a topic heading', () => {
  it.each([
    ['Bread [12:34]', 'Bread', 754_000],
    ['Bread (1:02:03)', 'Bread', 3_723_000],
    ['[00:12] Bread', 'Bread', 12_000],
    ['12:34 - Bread', 'Bread', 754_000],
    ['John 3:16', 'John 3:16', null],
    ['12:34', '12:34', null],
    ['Bread', 'Bread', null],
  ])('%s', (text, title, startMs) => {
    expect(readTopicHeading(text)).toEqual({ title, startMs });
  });

  it('carries its time and its line', () => {
    const { headings } = parse(
      '## Flour [0:00]',
      '**Ann Lee:** Hello.',
      '## Bread',
      '**Bo Lind:** Hi.',
      '## Ovens [12:34]',
      '**Ann Lee:** So.',
    );
    expect(headings).toEqual([
      { title: 'Flour', turn: 0, startMs: 0, line: 1 },
      { title: 'Bread', turn: 1 },
      { title: 'Ovens', turn: 2, startMs: 754_000, line: 9 },
    ]);
  });
});

describe('times to be carried over', () => {
  it('last until the next one where their ends are not stated', () => {
    expect(parseTimes('Ann Lee  0:05\nHello there.\n\nBo Lind  0:09\nHi.\n')).toEqual([
      { startMs: 5_000, endMs: 9_000, text: 'Hello there.' },
      { startMs: 9_000, endMs: 9_195, text: 'Hi.' },
    ]);
  });
});
