import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cues, webvtt } from '@/lib/transcript/formats/webvtt';

const parse = (body: string) => {
  const { turns, speakers } = webvtt.parse(`WEBVTT\n\n${body}`);
  return turns.map((turn) => [
    turn.speaker === null ? null : speakers[turn.speaker]?.name,
    turn.text,
    turn.startMs,
    turn.endMs,
  ]);
};
const time = (ms: number) =>
  `${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`;
/** Captions of one second each, one a text. */
const captions = (texts: readonly string[]) =>
  texts.map((text, i) => `${time(i * 1000)} --> ${time(i * 1000 + 900)}\n${text}`).join('\n\n');

describe('WebVTT', () => {
  it('is told by its first line alone', () => {
    for (const first of ['WEBVTT', 'WEBVTT - a title', 'WEBVTT\tx\n'])
      expect(webvtt.detect(first)).toBe(1);
    for (const first of ['WEBVTTS', 'a\nWEBVTT', '', '00:01.000 --> 00:02.000'])
      expect(webvtt.detect(first)).toBe(0);
  });

  it('reads header, styles, regions, notes, names and settings of cues as what they are', () => {
    const text = `WEBVTT - On bread
Kind: captions
Language: pt-BR

STYLE
::cue { color: red }

REGION
id:left

NOTE one
about nothing

intro
00:01.000 --> 00:02.000 align:start position:0%
hello

NOTE another

01:00:03.000 --> 01:00:04.000
there`;
    const { turns, language, warnings } = webvtt.parse(text);
    expect(turns.map((turn) => turn.text)).toEqual(['hello', 'there']);
    expect(turns.map(({ startMs, line }) => [startMs, line])).toEqual([
      [1_000, 15],
      [3_603_000, 20],
    ]);
    expect([language, warnings]).toEqual(['pt-BR', []]);
  });

  it('tells the voices of a cue apart, with classes and full names', () => {
    expect(
      parse('00:01.000 --> 00:03.000\n<v.loud.first Ann Lee>Hello</v> <v Bo &amp; Co>Hi'),
    ).toEqual([
      ['Ann Lee', 'Hello', 1_000, 3_000],
      ['Bo & Co', 'Hi', 1_000, 3_000],
    ]);
  });

  it('carries a voice forward until another is named', () => {
    expect(parse(captions(['<v Ann>hello', 'and more', '<v Bo>hi', '<v Bo>there']))).toEqual([
      ['Ann', 'hello and more', 0, 1_900],
      ['Bo', 'hi there', 2_000, 3_900],
    ]);
  });

  it('takes "Name:" for a speaker only where no voice is named', () => {
    expect(parse(captions(['Ann: hello', 'Bo: hi', 'Ann: yes']))).toEqual([
      ['Ann', 'hello', 0, 900],
      ['Bo', 'hi', 1_000, 1_900],
      ['Ann', 'yes', 2_000, 2_900],
    ]);
    expect(parse(captions(['<v Ann>hello', 'Bo: is a name']))).toEqual([
      ['Ann', 'hello Bo: is a name', 0, 1_900],
    ]);
  });

  it('ends a turn at a dash, as subtitlers write a dialogue, where no voices are', () => {
    expect(parse(captions(['- tea\n- no tea', 'so']))).toEqual([
      [null, 'tea', 0, 900],
      [null, 'no tea so', 0, 1_900],
    ]);
    expect(parse(captions(['<v Ann>- tea\n- no tea', 'so']))).toEqual([
      ['Ann', '- tea - no tea so', 0, 1_900],
    ]);
  });

  it('makes nobody of a voice that the file does not know, and says so', () => {
    const text = `WEBVTT\n\n${captions(['<v Ann>a</v>', '<v Unknown Speaker>b</v>', 'c'])}`;
    const { speakers, turns, warnings } = webvtt.parse(text);
    expect(speakers.map(({ name }) => name)).toEqual(['Ann']);
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      [0, 'a'],
      [null, 'b c'],
    ]);
    expect(warnings).toEqual([{ line: 6, message: expect.stringContaining('does not say who') }]);
  });

  it('calls people by a number whom the file calls by their account', () => {
    const account = '68f0e9b4-d6de-4cad-9c2a-9b587e97837f@72f988bf-86f1-41af-91ab-2d7cd011db47';
    expect(parse(captions([`<v ${account}>a</v>`]))).toEqual([['Speaker 1', 'a', 0, 900]]);
  });

  it('reads entities once, and strips tags and times within the words', () => {
    expect(
      parse(
        captions(['<c.x>it&#39;s</c> <00:00:00.500><b>&lt;b&gt;</b> &amp;lt; <ruby>so<rt>x</rt>']),
      ),
    ).toEqual([[null, "it's <b> &lt; sox", 0, 900]]);
  });

  it('tells rolling captions by the times of their words, however few there are', () => {
    const body = [
      '00:00:01.000 --> 00:00:01.400\nwell',
      '00:00:01.400 --> 00:00:04.000\nwell\n<c.colorCCCCCC>so</c>',
      '00:00:04.000 --> 00:00:05.000\nthis<00:00:04.200><c> is</c><00:00:04.600><c> it</c>',
      '00:00:05.000 --> 00:00:05.400\nthis is<c.colorE5E5E5> it</c>\n ',
    ];
    expect(parse(body.join('\n\n')).map(([, text]) => text)).toEqual(['well so this is it']);
  });

  it('drops what rolling captions repeat, and nothing that is said twice', () => {
    const rolling = [
      [0, 2_000, ' \nso<00:00:00.500><c> today</c>'],
      [2_000, 2_010, 'so today\n '],
      [2_010, 4_000, 'so today\nwe<00:00:02.500><c> bake</c>'],
      [4_000, 4_010, 'we bake\n '],
      [4_010, 6_000, 'we bake\nwe<00:00:04.500><c> bake</c>'],
      [6_000, 6_010, 'we bake\n '],
      [6_010, 8_000, 'we bake\nbread'],
    ] as const;
    const body = rolling.map(([from, to, text]) => `${time(from)} --> ${time(to)}\n${text}`);
    expect(parse(body.join('\n\n'))).toEqual([[null, 'so today we bake we bake bread', 0, 8_000]]);
    expect(parse(captions(['yes', 'no', 'no', 'well', 'so']))).toEqual([
      [null, 'yes no no well so', 0, 4_900],
    ]);
  });

  it('ends turns without speakers at silences and after many words', () => {
    expect(
      parse(
        '00:00.000 --> 00:01.000\na\n\n00:01.500 --> 00:02.000\nb\n\n00:06.000 --> 00:07.000\nc',
      ),
    ).toEqual([
      [null, 'a b', 0, 2_000],
      [null, 'c', 6_000, 7_000],
    ]);
    const turns = parse(captions(Array.from({ length: 60 }, (_, i) => `so ${i} goes on.`)));
    expect(turns.length).toBeGreaterThan(1);
    for (const [, text] of turns) expect(String(text)).toMatch(/\.$/);
  });

  it('refuses a file without words or with broken times, and says where', () => {
    expect(() => webvtt.parse('WEBVTT\n\nNOTE nothing\n')).toThrow(/no words/);
    expect(() => webvtt.parse('WEBVTT\n\n00:01.000 --> 00:99.000\nhello')).toThrow(
      expect.objectContaining({ name: 'TranscriptError', line: 3 }),
    );
  });

  it('gives every cue on its own for alignment', () => {
    expect(cues(`WEBVTT\n\n${captions(['<v Ann>hello', 'and more'])}`)).toEqual([
      { startMs: 0, endMs: 900, text: 'hello', speaker: 'Ann', changes: false, line: 3 },
      { startMs: 1_000, endMs: 1_900, text: 'and more', speaker: null, changes: false, line: 6 },
    ]);
  });

  it('has every word of every cue once, in order, whoever says it', () => {
    const cue = fc.record({
      voice: fc.constantFrom('', '<v Ann>', '<v.x Bo Li>', '<v Cy>'),
      words: fc.array(fc.stringMatching(/^[a-z]{1,8}[.,?]?$/), { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 60 }), (list) => {
        const texts = list.map(({ words }) => words.join(' '));
        fc.pre(texts.every((line, i) => i === 0 || line !== texts[i - 1]));
        const turns = parse(captions(list.map(({ voice }, i) => `${voice}${texts[i]}`)));
        expect(turns.flatMap(([, text]) => String(text).split(' '))).toEqual(
          list.flatMap(({ words }) => words),
        );
      }),
    );
  });
});
