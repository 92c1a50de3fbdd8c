import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cues, srt } from '@/lib/transcript/formats/srt';

/** Nothing here is measured: this only tells a hang from slow going on a busy machine. */
const HANG_MS = 60_000;

const parse = (text: string) => {
  const { turns, speakers, warnings } = srt.parse(text);
  return {
    warnings,
    turns: turns.map((turn) => [
      turn.speaker === null ? null : speakers[turn.speaker]?.name,
      turn.text,
      turn.startMs,
      turn.endMs,
    ]),
  };
};
const at = (second: number) =>
  `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
/** Captions of one second each, one a text. */
const captions = (texts: readonly string[]) =>
  texts.map((text, i) => `${i + 1}\n${at(i)},000 --> ${at(i)},900\n${text}`).join('\n\n');

describe('SRT', () => {
  it('is told by a line of times, with "," or "." and with or without hours', () => {
    expect(srt.detect('1\n00:00:01,000 --> 00:00:02,000\nhello')).toBeGreaterThan(0.9);
    expect(srt.detect('01:02.500 --> 01:04.000\nhello')).toBeGreaterThan(0.9);
    expect(srt.detect('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nhello')).toBe(0);
    expect(srt.detect('From A --> B\nA\nhello')).toBe(0);
  });

  it('is told in linear time', () => {
    const started = performance.now();
    expect(srt.detect(`x${'\n'.repeat(300_000)}y`)).toBe(0);
    expect(srt.detect(`x${' \t'.repeat(300_000)}y`)).toBe(0);
    expect(performance.now() - started).toBeLessThan(HANG_MS);
  });

  it('reads times to the millisecond', () => {
    expect(parse('1\n01:02:03,004 --> 01:02:05.5\nhello').turns).toEqual([
      [null, 'hello', 3_723_004, 3_725_500],
    ]);
  });

  it('keeps words after a blank line, and needs no indices', () => {
    expect(
      parse('00:00:01,000 --> 00:00:02,000\na\n\nb\n\n00:00:03,000 --> 00:00:04,000\nc'),
    ).toEqual({ turns: [[null, 'a b c', 1_000, 4_000]], warnings: [] });
  });

  it('takes a number that ends a caption for a word, and the one after a blank line for an index', () => {
    expect(parse(captions(['in\n1984', 'it was'])).turns).toEqual([
      [null, 'in 1984 it was', 0, 1_900],
    ]);
  });

  it('strips tags and reads entities, and leaves other angles alone', () => {
    expect(parse(captions(['<i>so</i> {\\an8}Q&amp;A, 1 < 2'])).turns[0]?.[1]).toBe(
      'so Q&A, 1 < 2',
    );
  });

  it('carries a speaker forward until another is named', () => {
    expect(parse(captions(['Ann Lee: hello', 'and more', 'Bo: hi', 'Ann Lee: yes'])).turns).toEqual(
      [
        ['Ann Lee', 'hello and more', 0, 1_900],
        ['Bo', 'hi', 2_000, 2_900],
        ['Ann Lee', 'yes', 3_000, 3_900],
      ],
    );
  });

  it('takes no reported speech for a speaker', () => {
    const { turns } = parse(captions(['well then', 'He said: no', 'Remember: stay']));
    expect(turns).toEqual([[null, 'well then He said: no Remember: stay', 0, 2_900]]);
  });

  it('ends a turn at ">>", and does not guess who goes on', () => {
    expect(parse(captions(['Ann: hello', '>> who is there', 'Ann: me'])).turns).toEqual([
      ['Ann', 'hello', 0, 900],
      [null, 'who is there', 1_000, 1_900],
      ['Ann', 'me', 2_000, 2_900],
    ]);
  });

  it.each([
    ['with what a meeting adds', 'Ann Lee (she/her)', 'bo.dahl'],
    ['without capitals', 'ann', 'bo'],
    ['of another script', '主持人', '嘉宾'],
    ['of a machine, in brackets', '[SPEAKER_00]', '[SPEAKER_01]'],
  ])('takes labels %s for speakers where most captions begin with one', (_, one, other) => {
    const texts = [
      `${one}: hello`,
      `${other}: well: yes`,
      'and more',
      `${one}: so`,
      `${other}: no`,
    ];
    const bare = (label: string) => label.replace(/[[\]]/g, '');
    const { speakers, turns } = srt.parse(captions(texts));
    expect(speakers.map(({ label }) => label)).toEqual([bare(one), bare(other)]);
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      [0, 'hello'],
      [1, 'well: yes and more'],
      [0, 'so'],
      [1, 'no'],
    ]);
  });

  it('takes a full-width colon and a bracket without colon for the end of a label', () => {
    expect(
      parse(captions(['主持人：你好', '嘉宾：你好', '主持人：好', '嘉宾：好'])).turns[1],
    ).toEqual(['嘉宾', '你好', 1_000, 1_900]);
    expect(parse(captions(['(speaker 1) hello', '(speaker ?) hm'])).turns).toEqual([
      ['Speaker 1', 'hello', 0, 900],
      [null, 'hm', 1_000, 1_900],
    ]);
  });

  it('takes no credits for a speaker', () => {
    expect(parse(captions(['Subtitles: somebody', 'hello'])).turns).toEqual([
      [null, 'Subtitles: somebody hello', 0, 1_900],
    ]);
  });

  it('takes a name in capitals for one where all names are', () => {
    const texts = ['well', 'ANN: a', 'BO: b', 'CLEO: c', 'ANN: d', 'BO: e'];
    expect(parse(captions(texts)).turns.map(([name]) => name)).toEqual([
      null,
      'ANN',
      'BO',
      'CLEO',
      'ANN',
      'BO',
    ]);
  });

  it('keeps sounds and music as notes, and what is sung or said in brackets as words', () => {
    const { turns, notes } = srt.parse(
      captions([
        '[Musikk]',
        'so [laughs] it is',
        '♪ row the boat ♪',
        '( clock ticking )',
        '(I know)',
        '[ __ ]',
      ]),
    );
    expect(turns.map(({ text }) => text).join(' ')).toBe('so it is row the boat (I know) [ __ ]');
    expect(notes).toEqual([
      { line: 2, text: '[Musikk]' },
      { line: 6, text: '[laughs]' },
      { line: 10, text: '♪' },
      { line: 10, text: '♪' },
      { line: 14, text: '( clock ticking )' },
    ]);
  });

  it('keeps a word in brackets where every word has a caption', () => {
    expect(parse(captions(['so', '(again)', 'it', 'is'])).turns[0]?.[1]).toBe('so (again) it is');
  });

  it('warns of captions that overlap, each with its line, of many once', () => {
    const overlapping = (count: number) =>
      Array.from({ length: count }, (_, i) => `${i + 1}\n${at(i)},000 --> ${at(i + 1)},500\nso`);
    expect(srt.parse(overlapping(3).join('\n\n')).warnings).toEqual([
      { line: 6, message: expect.stringContaining('begins before the one above it has ended') },
      { line: 10, message: expect.stringContaining('begins before the one above it has ended') },
    ]);
    expect(srt.parse(overlapping(50).join('\n\n')).warnings).toEqual([
      { line: 6, message: expect.stringMatching(/^49 cues begin before/) },
    ]);
  });

  it('keeps a caption that lost its time apart, and no number of it as a word', () => {
    const { turns, warnings } = parse(
      '1\n00:00:01,000 --> 00:00:02,000\na\n\n2\nb\n\n3\n00:00:03,000 --> 00:00:04,000\nc',
    );
    expect(turns).toEqual([[null, 'a b c', 1_000, 4_000]]);
    expect(warnings).toEqual([
      { line: 5, message: expect.stringContaining('no line with its time') },
    ]);
  });

  it.each([
    ['&#39;s &#x2019;s &apos;s', "'s ’s 's"],
    ['caf&eacute; &Uuml;ber &hellip; &mdash;', 'café Über … —'],
    ['&amp;nbsp; &unknown; &#xD800; &#0;', '&nbsp; &unknown; &#xD800; &#0;'],
  ])('reads character references: %s', (written, read) => {
    expect(parse(captions([written])).turns[0]?.[1]).toBe(read);
  });

  it('says what is wrong with a time, where, and how to mend it', () => {
    expect(() => srt.parse('1\n00:00:01,000 --> soon\nhello')).toThrow(
      expect.objectContaining({
        name: 'TranscriptError',
        line: 2,
        message: expect.stringMatching(/soon.*write 00:01:02\.500 --> 00:01:04\.000/),
      }),
    );
    expect(() => srt.parse('1\n00:00:01,000 --> 00:00:02,000\n')).toThrow(/no words/);
  });

  it('warns of a caption that ends before it begins, and keeps its words', () => {
    const { turns, warnings } = parse('1\n00:00:05,000 --> 00:00:02,000\nhello');
    expect(turns).toEqual([[null, 'hello', 5_000, 5_000]]);
    expect(warnings).toEqual([
      { line: 2, message: expect.stringContaining('ends before it begins') },
    ]);
  });

  it('gives every caption on its own for alignment', () => {
    expect(cues(captions(['Ann: hello', 'and more']))).toEqual([
      { startMs: 0, endMs: 900, text: 'hello', speaker: 'Ann', changes: false, line: 2 },
      { startMs: 1_000, endMs: 1_900, text: 'and more', speaker: null, changes: false, line: 6 },
    ]);
  });

  it('has every word of every caption once, in order, in the turns as in the cues', () => {
    const caption = fc
      .array(fc.stringMatching(/^[a-z]{1,8}[.,?]?$/), { minLength: 1, maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(caption, { minLength: 1, maxLength: 60 }), (texts) => {
        const said = texts.join(' ').split(' ');
        const text = captions(texts);
        // Rolling captions begin with the line before; those of this file must not seem to.
        fc.pre(texts.every((line, i) => i === 0 || line !== texts[i - 1]));
        expect(srt.parse(text).turns.flatMap((turn) => turn.text.split(' '))).toEqual(said);
        expect(cues(text).map((cue) => cue.text)).toEqual(texts);
      }),
    );
  });
});
