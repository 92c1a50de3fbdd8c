import { describe, expect, it } from 'vitest';
import { parseTranscript } from '@/lib/transcript/formats';
import { timedTurnsOf, turnsOf } from './written';

const parse = (document: unknown) => parseTranscript(JSON.stringify(document, null, 1));
const deepgramWord = (punctuated_word: string, start: number, speaker?: number) => ({
  word: punctuated_word.toLowerCase(),
  start,
  end: start + 0.4,
  speaker,
  punctuated_word,
});

describe('Deepgram', () => {
  it('of two channels is one conversation, utterance by utterance', () => {
    const channel = (...words: object[]) => ({
      detected_language: 'en',
      alternatives: [{ transcript: 'x', words }, { transcript: 'worse' }],
    });
    const transcript = parse({
      results: {
        channels: [
          channel(
            deepgramWord('Who', 0),
            deepgramWord('is', 0.5),
            deepgramWord('it?', 1),
            deepgramWord('Oh.', 3),
          ),
          channel(deepgramWord('Me', 0.7), deepgramWord('here.', 1.2), deepgramWord('Hi.', 4)),
        ],
      },
    });
    expect(transcript.language).toBe('en');
    expect(transcript.speakers).toMatchObject([
      { label: 'channel 0', name: 'Speaker 1' },
      { label: 'channel 1', name: 'Speaker 2' },
    ]);
    expect(timedTurnsOf(transcript)).toEqual([
      ['Speaker 1', 'Who is it?', 0],
      ['Speaker 2', 'Me here.', 700],
      ['Speaker 1', 'Oh.', 3_000],
      ['Speaker 2', 'Hi.', 4_000],
    ]);
  });

  it('is read from its paragraphs, or its bare transcript, where there are no words', () => {
    const paragraphs = {
      paragraphs: [
        { speaker: 1, sentences: [{ text: 'One.', start: 0, end: 1 }] },
        {
          speaker: 0,
          sentences: [
            { text: 'Two.', start: 1, end: 2 },
            { text: 'Three.', start: 2, end: 3 },
          ],
        },
      ],
    };
    const of = (alternative: object) =>
      parse({ results: { channels: [{ alternatives: [alternative] }] } });
    expect(timedTurnsOf(of({ transcript: 'One. Two. Three.', paragraphs }))).toEqual([
      ['Speaker 1', 'One.', 0],
      ['Speaker 2', 'Two. Three.', 1_000],
    ]);
    expect(timedTurnsOf(of({ transcript: 'One. Two.' }))).toEqual([[null, 'One. Two.', null]]);
  });
});

describe('AssemblyAI', () => {
  it('is read from its words where no utterances were asked for', () => {
    const words = ['Well,', 'yes.'].map((text, i) => ({
      text,
      start: i * 500,
      end: i * 500 + 321,
      confidence: 1,
      speaker: null,
    }));
    const transcript = parse({ id: 'x', text: 'Well, yes.', words, utterances: null });
    expect(transcript.turns).toMatchObject([{ text: 'Well, yes.', startMs: 0, endMs: 821 }]);
    expect(transcript.warnings).toEqual([]);
  });
});

describe('Rev AI', () => {
  it('takes the names of its list of speakers, and times as clocks', () => {
    const transcript = parse({
      speakers: [
        { id: 0, name: 'Ann Lee' },
        { id: 1, name: 'Speaker 2' },
      ],
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: 'text', value: 'Hi', timestamp: '00:00:01,250', end_timestamp: '00:00:01,700' },
            { type: 'punct', value: ', ' },
            {
              type: 'text',
              value: 'all',
              timestamp: '00:00:02,000',
              end_timestamp: '00:00:02,500',
            },
            { type: 'punct', value: '.' },
          ],
        },
        { speaker: 1, elements: [{ type: 'text', value: 'Yes', timestamp: '00:00:03,000' }] },
        {
          speaker: 2,
          elements: [
            { type: 'unknown', value: '<inaudible>' },
            { type: 'punct', value: ' ' },
            { type: 'text', value: 'No', timestamp: '00:00:04,000' },
          ],
        },
      ],
    });
    expect(timedTurnsOf(transcript)).toEqual([
      ['Ann Lee', 'Hi, all.', 1_250],
      ['Speaker 2', 'Yes', 3_000],
      ['Speaker 1', 'No', 4_000],
    ]);
    expect(transcript.notes.map(({ text }) => text)).toEqual(['<inaudible>']);
  });
});

describe('Google Speech-to-Text', () => {
  it('of version 2 has offsets and labels, within a finished operation', () => {
    const word = (word: string, startOffset: string | undefined, speakerLabel: string) => ({
      word,
      startOffset,
      endOffset: '1.900s',
      speakerLabel,
    });
    const words = [word('Hi.', undefined, '1'), word('Hello.', '1.400s', '2')];
    const results = [
      { alternatives: [{ transcript: 'Hi. Hello.', words }], languageCode: 'en-us' },
    ];
    const transcript = parse({ name: 'operations/1', done: true, response: { results } });
    expect(transcript).toMatchObject({ format: 'google-speech-json', language: 'en-US' });
    expect(timedTurnsOf(transcript)).toEqual([
      ['Speaker 1', 'Hi.', 0],
      ['Speaker 2', 'Hello.', 1_400],
    ]);
  });

  it('without words has the time of its results, in parts too', () => {
    const result = (transcript: string, resultEndTime: unknown) => ({
      alternatives: [{ transcript, confidence: 0.9 }, { transcript: 'no' }],
      resultEndTime,
    });
    const { turns } = parse({
      results: [result('one', { seconds: '1', nanos: 400_000_000 }), result(' two', '3.5s')],
    });
    expect(turns).toMatchObject([{ text: 'one two', endMs: 3_500 }]);
  });

  it('keeps results that the last one, alone with speakers, does not repeat', () => {
    const result = (word: string, second: number, more: object) => ({
      alternatives: [
        {
          transcript: word,
          words: [{ word, startTime: `${second}s`, endTime: `${second}.5s`, ...more }],
        },
      ],
    });
    const transcript = parse({
      results: [result('One.', 1, {}), result('Two.', 2, { speakerTag: 2 })],
    });
    expect(turnsOf(transcript)).toEqual([
      [null, 'One.'],
      ['Speaker 1', 'Two.'],
    ]);
  });

  it('takes an odd time for none, not for the beginning', () => {
    const words = ['a', 'b'].map((word, i) => ({
      word,
      startTime: i === 0 ? '1s' : '-2s',
      endTime: '3s',
    }));
    const { turns, warnings } = parse({
      results: [{ alternatives: [{ transcript: 'a b', words }] }],
    });
    expect(turns).toMatchObject([{ text: 'a b', startMs: 1_000, endMs: 3_000 }]);
    expect(warnings).toMatchObject([{ message: expect.stringContaining('no time') }]);
  });

  it('keeps results that nothing repeats, channel by channel', () => {
    const result = (channelTag: number, text: string, start: string) => ({
      channelTag,
      alternatives: [
        { transcript: text, words: [{ word: text, startTime: start, endTime: '9s' }] },
      ],
    });
    const transcript = parse({
      results: [result(1, 'One.', '1s'), result(1, 'Three.', '3s'), result(2, 'Two.', '2s')],
    });
    expect(turnsOf(transcript)).toEqual([
      ['Speaker 1', 'One.'],
      ['Speaker 2', 'Two.'],
      ['Speaker 1', 'Three.'],
    ]);
  });
});

describe('Amazon Transcribe', () => {
  const item = (content: string, start_time?: string, speaker_label?: string) =>
    start_time === undefined
      ? { type: 'punctuation', alternatives: [{ confidence: '0.0', content }], speaker_label }
      : {
          type: 'pronunciation',
          start_time,
          end_time: String(Number(start_time) + 0.4),
          alternatives: [{ confidence: '0.9', content }],
          speaker_label,
        };

  it('puts signs on the word before them, whoever they are said to be of', () => {
    const items = [
      item('Well', '0.0', 'spk_1'),
      item(',', undefined, 'spk_0'),
      item('yes', '0.5', 'spk_1'),
      item('.'),
      item('Oh', '2.009', 'spk_0'),
      item('?'),
    ];
    const transcript = parse({ results: { language_code: 'en-US', transcripts: [], items } });
    expect(transcript.language).toBe('en-US');
    expect(timedTurnsOf(transcript)).toEqual([
      ['Speaker 1', 'Well, yes.', 0],
      ['Speaker 2', 'Oh?', 2_009],
    ]);
  });

  it('of two channels is one conversation', () => {
    const channels = [
      {
        channel_label: 'ch_0',
        items: [item('Hi', '0.0'), item('.'), item('Good', '3.0'), item('.')],
      },
      { channel_label: 'ch_1', items: [item('Hello', '1.0'), item('!')] },
    ];
    const items = channels.flatMap(({ items }) => items);
    expect(turnsOf(parse({ results: { items, channel_labels: { channels } } }))).toEqual([
      ['Speaker 1', 'Hi.'],
      ['Speaker 2', 'Hello!'],
      ['Speaker 1', 'Good.'],
    ]);
  });
});

describe('Speechmatics', () => {
  const result = (type: string, content: string, start_time: number, more: object = {}) => {
    const { speaker = 'S1', ...rest } = more as { speaker?: string };
    const end_time = start_time + (type === 'word' ? 0.4 : 0);
    return { type, start_time, end_time, alternatives: [{ content, speaker }], ...rest };
  };

  it('attaches signs to the side that they name', () => {
    const transcript = parse({
      metadata: { transcription_config: { language: 'es' } },
      results: [
        result('punctuation', '¿', 0, { attaches_to: 'next' }),
        result('word', 'Qué', 0),
        result('punctuation', '?', 0.4, { attaches_to: 'previous', speaker: 'S2' }),
        result('word', 'Nada', 1, { speaker: 'S2' }),
        result('punctuation', '.', 1.4),
        result('entity', '17 de enero', 2, { speaker: 'UU' }),
      ],
    });
    expect(transcript.language).toBe('es');
    expect(timedTurnsOf(transcript)).toEqual([
      ['Speaker 1', '¿Qué?', 0],
      ['Speaker 2', 'Nada.', 1_000],
      [null, '17 de enero', 2_000],
    ]);
    expect(transcript.warnings).toMatchObject([
      { message: 'The file does not say who speaks here.' },
    ]);
  });

  it('writes no spaces where the language has none', () => {
    const { turns } = parse({
      metadata: { language_pack_info: { word_delimiter: '' } },
      results: [
        result('word', 'こんにちは', 0),
        result('word', '皆さん', 1),
        result('punctuation', '。', 1.4),
        result('word', 'はい', 2, { speaker: 'S2' }),
      ],
    });
    expect(turns.map(({ text }) => text)).toEqual(['こんにちは皆さん。', 'はい']);
  });
});
