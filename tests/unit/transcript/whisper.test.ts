import { describe, expect, it } from 'vitest';
import { parseTimes, parseTranscript } from '@/lib/transcript/formats';
import { whisperTsv } from '@/lib/transcript/formats/whisper-tsv';
import { turnsOf } from './written';

const parse = (document: unknown) => parseTranscript(JSON.stringify(document, null, 1));
const word = (text: string, start?: number, end?: number, speaker?: string) => ({
  word: text,
  start,
  end,
  score: 0.9,
  speaker,
});

describe('Whisper', () => {
  it('puts words together where they bring no space along', () => {
    const { turns } = parse({
      segments: [
        {
          start: 0,
          end: 2,
          text: ' The co-founder, then.',
          words: [
            { word: ' The', start: 0, end: 0.2, probability: 1 },
            { word: ' co', start: 0.2, end: 0.4, probability: 1 },
            { word: '-founder,', start: 0.4, end: 0.9, probability: 1 },
            { word: ' then.', start: 1.2, end: 1.98, probability: 1 },
          ],
        },
      ],
    });
    expect(turns).toMatchObject([{ text: 'The co-founder, then.', startMs: 0, endMs: 1_980 }]);
  });

  it('is read without spaces where its language has none', () => {
    const text = JSON.stringify({
      segments: [
        {
          start: 0,
          end: 1,
          text: 'こんにちは',
          words: [
            { word: 'こん', start: 0, end: 0.5 },
            { word: 'にちは', start: 0.5, end: 1 },
          ],
        },
      ],
      language: 'ja',
    });
    expect(parseTranscript(text)).toMatchObject({
      language: 'ja',
      turns: [{ text: 'こんにちは' }],
    });
    expect(parseTimes(text).map(({ startMs }) => startMs)).toEqual([0, 500]);
  });

  it('takes the text where the list of words leaves some out', () => {
    const segment = { start: 0, end: 2, text: ' in 1984 then', words: [word('in', 0, 0.5)] };
    expect(parse({ segments: [segment], word_segments: [] }).turns).toMatchObject([
      { text: 'in 1984 then', startMs: 0, endMs: 2_000 },
    ]);
  });

  it('of OpenAI gives the words of the text their times', () => {
    const text = JSON.stringify({
      text: 'Well, it’s 3:30. Yes!',
      words: [
        { word: 'Well', start: 0, end: 0.5 },
        { word: "it's", start: 0.5, end: 1 },
        { word: '3', start: 1, end: 1.2 },
        { word: '30', start: 1.2, end: 1.6 },
        { word: 'Yes', start: 2, end: 2.5 },
      ],
    });
    expect(parseTimes(text).map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['Well,', 0, 500],
      ['it’s', 500, 1_000],
      ['3:30.', 1_000, 1_600],
      ['Yes!', 2_000, 2_500],
    ]);
  });
});

describe('OpenAI’s words beside segments', () => {
  it('are the times, and where they say something else the segments are', () => {
    const segments = [
      { start: 0, end: 2, text: ' Well, yes.' },
      { start: 2, end: 4, text: ' No.' },
    ];
    const words = ['Well', 'yes', 'No'].map((text, i) => word(text, i, i + 0.5));
    const times = (words: object[]) =>
      parseTimes(JSON.stringify({ text: 'Well, yes. No.', segments, words })).map(
        ({ text, startMs, endMs }) => [text, startMs, endMs],
      );
    expect(times(words)).toEqual([
      ['Well,', 0, 500],
      ['yes.', 1_000, 1_500],
      ['No.', 2_000, 2_500],
    ]);
    expect(times(words.slice(1))).toEqual([
      ['Well, yes.', 0, 2_000],
      ['No.', 2_000, 4_000],
    ]);
  });
});

describe('WhisperX', () => {
  it('ends a turn where the speaker of the words changes; words without times go with their neighbours', () => {
    const transcript = parse({
      segments: [
        {
          start: 0,
          end: 3,
          text: ' In 1984 it was. 42 yes.',
          speaker: 'SPEAKER_01',
          words: [
            word('In', 0, 0.5, 'SPEAKER_01'),
            word('1984'),
            word('it', 1, 1.2, 'SPEAKER_01'),
            word('was.', 1.2, 1.5, 'SPEAKER_01'),
            word('42'),
            word('yes.', 2, 2.5, 'SPEAKER_00'),
          ],
        },
        {
          start: 3,
          end: 4,
          text: ' 7 Right.',
          words: [word('7'), word('Right.', 3.2, 4, 'SPEAKER_00')],
        },
      ],
    });
    expect(transcript.speakers).toMatchObject([
      { label: 'SPEAKER_01', name: 'Speaker 1' },
      { label: 'SPEAKER_00', name: 'Speaker 2' },
    ]);
    expect(turnsOf(transcript)).toEqual([
      ['Speaker 1', 'In 1984 it was. 42'],
      ['Speaker 2', 'yes. 7 Right.'],
    ]);
    expect(transcript.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 1_500],
      [2_000, 4_000],
    ]);
    expect(transcript.warnings).toEqual([
      { line: expect.any(Number), message: expect.stringMatching(/^3 words.*no time/) },
    ]);
  });

  it('writes characters of a script without spaces side by side, and keeps the spaces that are there', () => {
    const words = [...'こんにちは皆さん'].map((each, i) => word(each, i / 10, i / 10 + 0.1));
    const segments = [{ start: 0, end: 1, text: 'こんにちは 皆さん', words }];
    expect(parse({ segments, word_segments: words }).turns).toMatchObject([
      { text: 'こんにちは 皆さん', startMs: 0, endMs: 800 },
    ]);
  });

  it('tells of segments that nobody is known for', () => {
    const transcript = parse({
      segments: [
        { start: 0, end: 1, text: ' Hi.', speaker: 'SPEAKER_00' },
        { start: 1, end: 2, text: ' Hm.' },
        { start: 2, end: 3, text: ' Eh.', speaker: 'UNKNOWN' },
      ],
    });
    expect(turnsOf(transcript)).toEqual([
      ['Speaker 1', 'Hi.'],
      [null, 'Hm. Eh.'],
    ]);
    expect(transcript.warnings).toEqual([
      { line: 9, message: expect.stringMatching(/does not say who speaks in 2/) },
    ]);
  });
});

describe('whisper.cpp', () => {
  it('changes speakers where its small diarization does', () => {
    const transcript = parse({
      result: { language: 'de' },
      transcription: [
        { offsets: { from: 0, to: 900 }, text: ' Hallo. [SPEAKER_TURN]', speaker_turn_next: true },
        { offsets: { from: 900, to: 1_500 }, text: ' Hallo', speaker_turn_next: false },
        { offsets: { from: 1_500, to: 1_600 }, text: ',', speaker_turn_next: false },
        { timestamps: { from: '00:00:01,600', to: '00:00:02,000' }, text: ' du.' },
      ],
    });
    expect(transcript.language).toBe('de');
    expect(transcript.turns).toMatchObject([
      { text: 'Hallo.', startMs: 0, endMs: 900 },
      { text: 'Hallo, du.', startMs: 900, endMs: 2_000 },
    ]);
  });

  it('has a speaker a channel, and nobody where both are as loud', () => {
    const said = ['0', '1', '?'].map((speaker, i) => ({
      offsets: { from: i * 1_000, to: i * 1_000 + 900 },
      speaker,
      text: ` w${i}`,
    }));
    expect(turnsOf(parse({ transcription: said }))).toEqual([
      ['Speaker 1', 'w0'],
      ['Speaker 2', 'w1'],
      [null, 'w2'],
    ]);
  });
});

describe('Whisper TSV', () => {
  const tsv = (...rows: string[]) => ['start\tend\ttext', ...rows, ''].join('\n');

  it('has milliseconds, and tabs within its words', () => {
    const { turns } = whisperTsv.parse(tsv('31\t2434\tOK, so', '2695\t11606\ta\tb'));
    expect(turns).toEqual([
      { speaker: null, text: 'OK, so a b', startMs: 31, endMs: 11_606, line: 2 },
    ]);
  });

  it('may name speakers', () => {
    const text = 'start\tend\tspeaker\ttext\n0\t900\tSPEAKER_00\tHi.\n900\t1800\tAnn\tHello.\n';
    expect(turnsOf(parseTranscript(text))).toEqual([
      ['Speaker 1', 'Hi.'],
      ['Ann', 'Hello.'],
    ]);
  });

  it('keeps words of a line that has no times, and refuses where there is nothing before it', () => {
    expect(whisperTsv.parse(tsv('0\t900\tone', 'two')).turns).toMatchObject([{ text: 'one two' }]);
    expect(() => whisperTsv.parse(tsv('one'))).toThrow(expect.objectContaining({ line: 2 }));
    expect(() => whisperTsv.parse(tsv('0\t900\t '))).toThrow(/no words/);
  });

  it('tells of odd times by their lines', () => {
    const { warnings, turns } = whisperTsv.parse(tsv('0\t900\ta', '-5\t1000\tb', '800\t700\tc'));
    expect(warnings.map(({ line }) => line)).toEqual([3, 4, 4]);
    expect(turns.map(({ text }) => text)).toEqual(['a b c']);
  });
});
