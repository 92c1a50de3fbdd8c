/** What a recogniser heard: a stretch of one speaker, counted from 0, word by word in milliseconds. */
export interface Heard {
  speaker: number;
  words: { text: string; startMs: number; endMs: number }[];
}

/** Stretches of words of 300 ms, one after the other. */
export function heard(list: readonly (readonly [speaker: number, text: string])[]): Heard[] {
  let clock = 0;
  return list.map(([speaker, text]) => ({
    speaker,
    words: text.split(' ').map((word) => {
      clock += 320;
      return { text: word, startMs: clock - 300, endMs: clock };
    }),
  }));
}

const textOf = ({ words }: Heard) => words.map(({ text }) => text).join(' ');
const startOf = ({ words }: Heard) => words[0]?.startMs ?? 0;
const endOf = ({ words }: Heard) => words.at(-1)?.endMs ?? 0;
const seconds = (ms: number) => ms / 1000;
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);
/** "word" and "." of "word." */
const signed = (word: string) => /^(.*?)([.,?!]*)$/.exec(word)?.slice(1) ?? [word, ''];
const json = (value: unknown) => JSON.stringify(value, null, 2);
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const iso = (ms: number) => `PT${ms / 1000}S`;
/** "text" and times in seconds, as many tools have words. */
const wordsOf = ({ words }: Heard) =>
  words.map(({ text, startMs, endMs }) => ({
    text,
    start: seconds(startMs),
    end: seconds(endMs),
  }));
export const SPEAKERS = ['Ann', 'Bo', 'Cleo'];

/** The same talk as tools write it: [what, the format that must claim it, whether it tells speakers, writer]. */
export const RECOGNISERS: [string, string, boolean, (list: readonly Heard[]) => string][] = [
  [
    'Podcasting 2.0',
    'podcasting2-json',
    true,
    (list) =>
      json({
        version: '1.0.0',
        segments: list.flatMap(({ speaker, words }) =>
          words.map(({ text, startMs, endMs }) => ({
            speaker: SPEAKERS[speaker],
            startTime: seconds(startMs),
            endTime: seconds(endMs),
            body: text,
          })),
        ),
      }),
  ],
  [
    'Whisper',
    'whisper-json',
    false,
    (list) =>
      json({
        text: list.map((each) => ` ${textOf(each)}`).join(''),
        segments: list.map((each, id) => ({
          id,
          seek: 0,
          start: seconds(startOf(each)),
          end: seconds(endOf(each)),
          text: ` ${textOf(each)}`,
          tokens: [50364],
          temperature: 0,
          avg_logprob: -0.2,
        })),
        language: 'en',
      }),
  ],
  [
    'Whisper with words',
    'whisper-json',
    false,
    (list) =>
      json({
        segments: list.map((each) => ({
          start: seconds(startOf(each)),
          end: seconds(endOf(each)),
          text: ` ${textOf(each)}`,
          words: each.words.map(({ text, startMs, endMs }) => ({
            word: ` ${text}`,
            start: seconds(startMs),
            end: seconds(endMs),
            probability: 0.9,
          })),
        })),
      }),
  ],
  [
    'OpenAI, words only',
    'whisper-json',
    false,
    (list) =>
      json({
        task: 'transcribe',
        language: 'english',
        text: list.map(textOf).join(' '),
        words: list.flatMap(({ words }) =>
          words.map(({ text, startMs, endMs }) => ({
            word: signed(text)[0],
            start: seconds(startMs),
            end: seconds(endMs),
          })),
        ),
      }),
  ],
  [
    'WhisperX',
    'whisperx-json',
    true,
    (list) => {
      const segments = list.map((each) => ({
        start: seconds(startOf(each)),
        end: seconds(endOf(each)),
        text: ` ${textOf(each)}`,
        words: each.words.map(({ text, startMs, endMs }) => ({
          word: text,
          start: seconds(startMs),
          end: seconds(endMs),
          score: 0.8,
          speaker: `SPEAKER_0${each.speaker}`,
        })),
        speaker: `SPEAKER_0${each.speaker}`,
      }));
      return json({ segments, word_segments: segments.flatMap(({ words }) => words) });
    },
  ],
  [
    'whisper.cpp',
    'whisper-cpp-json',
    false,
    (list) =>
      json({
        systeminfo: 'AVX = 1',
        model: { type: 'base' },
        result: { language: 'en' },
        transcription: list.map((each) => ({
          timestamps: { from: clock(startOf(each)), to: clock(endOf(each)) },
          offsets: { from: startOf(each), to: endOf(each) },
          text: ` ${textOf(each)}`,
        })),
      }),
  ],
  [
    'Deepgram',
    'deepgram-json',
    true,
    (list) =>
      json({
        metadata: { channels: 1 },
        results: {
          channels: [
            {
              alternatives: [
                {
                  transcript: list.map(textOf).join(' '),
                  confidence: 0.99,
                  words: list.flatMap(({ speaker, words }) =>
                    words.map(({ text, startMs, endMs }) => ({
                      word: signed(text)[0]?.toLowerCase(),
                      start: seconds(startMs),
                      end: seconds(endMs),
                      speaker,
                      punctuated_word: text,
                    })),
                  ),
                },
              ],
            },
          ],
        },
      }),
  ],
  [
    'Deepgram, utterances',
    'deepgram-json',
    true,
    (list) =>
      json({
        results: {
          utterances: list.map((each) => ({
            start: seconds(startOf(each)),
            end: seconds(endOf(each)),
            channel: 0,
            transcript: textOf(each),
            speaker: each.speaker,
          })),
        },
      }),
  ],
  [
    'AssemblyAI',
    'assemblyai-json',
    true,
    (list) => {
      const utterances = list.map((each) => {
        const speaker = 'ABC'[each.speaker];
        return {
          confidence: 0.9,
          speaker,
          text: textOf(each),
          start: startOf(each),
          end: endOf(each),
          words: each.words.map(({ text, startMs: start, endMs: end }) => ({
            text,
            start,
            end,
            speaker,
          })),
        };
      });
      const words = utterances.flatMap(({ words }) => words);
      const text = list.map(textOf).join(' ');
      return json({
        id: 'x',
        language_code: 'en_us',
        status: 'completed',
        text,
        words,
        utterances,
      });
    },
  ],
  [
    'Podlove',
    'podlove-json',
    true,
    (list) =>
      json(
        list.map((each) => ({
          start: clock(startOf(each)),
          start_ms: startOf(each),
          end: clock(endOf(each)),
          end_ms: endOf(each),
          speaker: String(each.speaker + 7),
          voice: SPEAKERS[each.speaker],
          text: textOf(each),
        })),
      ),
  ],
  [
    'Rev AI',
    'rev-ai-json',
    true,
    (list) =>
      json({
        monologues: list.map(({ speaker, words }) => ({
          speaker,
          elements: words.flatMap(({ text, startMs, endMs }, i) => {
            const [value = '', sign = ''] = signed(text);
            return [
              ...(i > 0 ? [{ type: 'punct', value: ' ' }] : []),
              { type: 'text', value, ts: seconds(startMs), end_ts: seconds(endMs), confidence: 1 },
              ...(sign ? [{ type: 'punct', value: sign }] : []),
            ];
          }),
        })),
      }),
  ],
  [
    'Google, speakers in a last result',
    'google-speech-json',
    true,
    (list) => {
      const words = (each: Heard, tags: boolean) =>
        each.words.map(({ text, startMs, endMs }) => ({
          startTime: `${seconds(startMs)}s`,
          endTime: `${seconds(endMs)}s`,
          word: text,
          ...(tags ? { speakerTag: each.speaker + 1 } : {}),
        }));
      return json({
        results: [
          ...list.map((each) => ({
            alternatives: [
              { transcript: textOf(each), words: words(each, false) },
              { transcript: 'something else' },
            ],
            resultEndTime: `${seconds(endOf(each))}s`,
            languageCode: 'en-us',
          })),
          { alternatives: [{ words: list.flatMap((each) => words(each, true)) }] },
        ],
      });
    },
  ],
  [
    'Amazon Transcribe',
    'aws-transcribe-json',
    true,
    (list) =>
      json({
        jobName: 'x',
        results: {
          transcripts: [{ transcript: list.map(textOf).join(' ') }],
          speaker_labels: {
            segments: list.map((each) => ({
              speaker_label: `spk_${each.speaker}`,
              items: each.words.map(({ startMs, endMs }) => ({
                speaker_label: `spk_${each.speaker}`,
                start_time: String(seconds(startMs)),
                end_time: String(seconds(endMs)),
              })),
            })),
          },
          items: list.flatMap((each) =>
            each.words.flatMap(({ text, startMs, endMs }) => {
              const [content = '', sign = ''] = signed(text);
              return [
                {
                  type: 'pronunciation',
                  alternatives: [{ confidence: '0.99', content }, { content: 'else' }],
                  start_time: String(seconds(startMs)),
                  end_time: String(seconds(endMs)),
                },
                ...(sign ? [{ type: 'punctuation', alternatives: [{ content: sign }] }] : []),
              ];
            }),
          ),
        },
        status: 'COMPLETED',
      }),
  ],
  [
    'Speechmatics',
    'speechmatics-json',
    true,
    (list) =>
      json({
        format: '2.9',
        metadata: { transcription_config: { language: 'en' } },
        results: list.flatMap((each) =>
          each.words.flatMap(({ text, startMs, endMs }) => {
            const [content = '', sign = ''] = signed(text);
            const speaker = `S${each.speaker + 1}`;
            const times = { start_time: seconds(startMs), end_time: seconds(endMs) };
            return [
              { type: 'word', ...times, alternatives: [{ confidence: 1, content, speaker }] },
              ...(sign
                ? [
                    {
                      type: 'punctuation',
                      start_time: seconds(endMs),
                      end_time: seconds(endMs),
                      attaches_to: 'previous',
                      alternatives: [{ content: sign, speaker }],
                    },
                  ]
                : []),
            ];
          }),
        ),
      }),
  ],
  [
    'orbit.fm',
    'entries-json',
    true,
    (list) =>
      json({
        podcast: 'Bread',
        transcript: list.map((each) => ({
          timestamp: clock(startOf(each)),
          speaker: SPEAKERS[each.speaker],
          text: textOf(each),
        })),
      }),
  ],
  [
    'Whisper TSV',
    'whisper-tsv',
    false,
    (list) =>
      `start\tend\ttext\n${list.map((each) => `${startOf(each)}\t${endOf(each)}\t${textOf(each)}`).join('\n')}\n`,
  ],
  [
    'Podlove XML',
    'podlove-xml',
    true,
    (list) =>
      `<?xml version="1.0" encoding="utf-8"?>\n<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts" version="1.0">\n${list
        .map(
          (each) =>
            `  <pst:speech>\n    <pst:speaker>${SPEAKERS[each.speaker]}</pst:speaker>\n    <pst:item start="${clock(startOf(each))}" end="${clock(endOf(each))}">${escaped(textOf(each))}</pst:item>\n  </pst:speech>`,
        )
        .join('\n')}\n</pst:transcripts>`,
  ],
  [
    'TTML',
    'ttml',
    true,
    (list) =>
      `<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">\n<head><metadata>${SPEAKERS.map((name, i) => `<ttm:agent xml:id="a${i}" type="person"><ttm:name type="full">${name}</ttm:name></ttm:agent>`).join('')}</metadata></head>\n<body><div>\n${list
        .map(
          (each) =>
            `<p begin="${clock(startOf(each))}" end="${clock(endOf(each))}" ttm:agent="a${each.speaker}">${each.words
              .map(
                ({ text, startMs, endMs }) =>
                  `<span begin="${clock(startMs)}" end="${clock(endMs)}">${escaped(text)}</span>`,
              )
              .join(' ')}</p>`,
        )
        .join('\n')}\n</div></body></tt>`,
  ],
  [
    'Fireflies',
    'fireflies-json',
    true,
    (list) =>
      json(
        list.map((each, index) => ({
          index,
          speaker_name: SPEAKERS[each.speaker],
          sentence: textOf(each),
          start_time: seconds(startOf(each)),
          end_time: seconds(endOf(each)),
        })),
      ),
  ],
  [
    'Fireflies, by its API',
    'fireflies-json',
    true,
    (list) =>
      json({
        data: {
          transcript: {
            title: 'Bread',
            sentences: list.map((each) => ({
              text: textOf(each),
              speaker_name: SPEAKERS[each.speaker],
              speaker_id: each.speaker,
              start_time: seconds(startOf(each)),
              end_time: seconds(endOf(each)),
            })),
          },
        },
      }),
  ],
  [
    'Transformers',
    'transformers-json',
    false,
    (list) =>
      json({
        text: list.map((each) => ` ${textOf(each)}`).join(''),
        chunks: list.map((each) => ({
          timestamp: [seconds(startOf(each)), seconds(endOf(each))],
          text: ` ${textOf(each)}`,
        })),
      }),
  ],
  [
    'YouTube',
    'youtube-json',
    false,
    (list) =>
      json({
        wireMagic: 'pb3',
        pens: [{}],
        events: [
          { tStartMs: 0, dDurationMs: 900_000, id: 1, wpWinPosId: 1 },
          ...list.flatMap((each) => [
            {
              tStartMs: startOf(each),
              dDurationMs: endOf(each) - startOf(each),
              segs: [{ utf8: textOf(each) }],
            },
            { tStartMs: endOf(each), dDurationMs: 10, aAppend: 1, segs: [{ utf8: '\n' }] },
          ]),
        ],
      }),
  ],
  [
    'YouTube in XML',
    'youtube-xml',
    false,
    (list) =>
      `<?xml version="1.0" encoding="utf-8" ?>\n<transcript>\n${list
        .map(
          (each) =>
            `<text start="${seconds(startOf(each))}" dur="${seconds(endOf(each) - startOf(each))}">${escaped(escaped(textOf(each)))}</text>`,
        )
        .join('\n')}\n</transcript>`,
  ],
  [
    'YouTube in XML, word by word',
    'youtube-xml',
    false,
    (list) =>
      `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<body>\n${list
        .map(
          (each) =>
            `<p t="${startOf(each)}" d="${endOf(each) - startOf(each)}">${escaped(escaped(textOf(each)))}</p>`,
        )
        .join('\n')}\n</body></timedtext>`,
  ],
  [
    'SBV',
    'sbv',
    false,
    (list) =>
      list
        .map(
          (each) =>
            `${clock(startOf(each)).slice(1)},${clock(endOf(each)).slice(1)}\n${textOf(each)}`,
        )
        .join('\n\n'),
  ],
  [
    'ASS',
    'ass',
    true,
    (list) =>
      `[Script Info]\nTitle: Bread\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n${list
        .map(
          (each) =>
            `Dialogue: 0,${clock(startOf(each))},${clock(endOf(each))},Default,${SPEAKERS[each.speaker]},0,0,0,,{\\an8}${textOf(each)}`,
        )
        .join('\n')}`,
  ],
  [
    'whisper-timestamped',
    'whisper-json',
    false,
    (list) =>
      json({
        text: list.map((each) => ` ${textOf(each)}`).join(''),
        segments: list.map((each, id) => ({
          id,
          start: seconds(startOf(each)),
          end: seconds(endOf(each)),
          text: ` ${textOf(each)}`,
          confidence: 0.9,
          words: wordsOf(each).map((word) => ({ ...word, confidence: 0.9 })),
        })),
        language: 'en',
      }),
  ],
  [
    'Whisper’s relatives, speakers by number',
    'whisperx-json',
    true,
    (list) =>
      json({
        model: 'x',
        segments: list.map((each) => ({
          text: ` ${textOf(each)}`,
          start: seconds(startOf(each)),
          end: seconds(endOf(each)),
          speaker_id: `speaker_${each.speaker}`,
        })),
      }),
  ],
  [
    'insanely-fast-whisper',
    'transformers-json',
    true,
    (list) => {
      const chunks = list.map((each) => ({
        timestamp: [seconds(startOf(each)), seconds(endOf(each))],
        text: ` ${textOf(each)}`,
      }));
      const speakers = chunks.map((chunk, i) => ({
        ...chunk,
        speaker: `SPEAKER_0${list[i]?.speaker}`,
      }));
      return json({ speakers, chunks, text: chunks.map(({ text }) => text).join('') });
    },
  ],
  [
    'AssemblyAI, sentences',
    'assemblyai-json',
    true,
    (list) =>
      json({
        sentences: list.map((each) => ({
          text: textOf(each),
          start: startOf(each),
          end: endOf(each),
          speaker: 'ABC'[each.speaker],
          words: each.words.map(({ text, startMs: start, endMs: end }) => ({ text, start, end })),
        })),
        id: 'x',
        confidence: 0.9,
      }),
  ],
  [
    'Call Analytics',
    'aws-call-analytics-json',
    true,
    (list) =>
      json({
        JobStatus: 'COMPLETED',
        LanguageCode: 'en-US',
        Transcript: list.map((each) => ({
          Content: textOf(each),
          Items: each.words.map(({ text, startMs, endMs }) => ({
            Type: 'pronunciation',
            Content: signed(text)[0] || text,
            BeginOffsetMillis: startMs,
            EndOffsetMillis: endMs,
          })),
          BeginOffsetMillis: startOf(each),
          EndOffsetMillis: endOf(each),
          ParticipantRole: ['AGENT', 'CUSTOMER', 'SUPERVISOR'][each.speaker],
        })),
      }),
  ],
  [
    'Azure, a batch',
    'azure-speech-json',
    true,
    (list) =>
      json({
        source: 'x.wav',
        combinedRecognizedPhrases: [{ channel: 0, display: list.map(textOf).join(' ') }],
        recognizedPhrases: list.map((each) => ({
          recognitionStatus: 'Success',
          channel: 0,
          speaker: each.speaker,
          offset: iso(startOf(each)),
          duration: iso(endOf(each) - startOf(each)),
          offsetInTicks: startOf(each) * 10_000,
          durationInTicks: (endOf(each) - startOf(each)) * 10_000,
          nBest: [
            {
              lexical: textOf(each).toLowerCase(),
              display: textOf(each),
              words: each.words.map(({ text, startMs, endMs }) => ({
                word: (signed(text)[0] || text).toLowerCase(),
                offset: iso(startMs),
                duration: iso(endMs - startMs),
              })),
            },
            { lexical: 'something else', display: 'Something else.' },
          ],
        })),
      }),
  ],
  [
    'Azure, fast',
    'azure-speech-json',
    true,
    (list) =>
      json({
        durationMilliseconds: 900_000,
        combinedPhrases: [{ text: list.map(textOf).join(' ') }],
        phrases: list.map((each) => ({
          speaker: each.speaker + 1,
          offsetMilliseconds: startOf(each),
          durationMilliseconds: endOf(each) - startOf(each),
          text: textOf(each),
          words: each.words.map(({ text, startMs, endMs }) => ({
            text,
            offsetMilliseconds: startMs,
            durationMilliseconds: endMs - startMs,
          })),
          locale: 'en-US',
        })),
      }),
  ],
  [
    'Azure, single answers',
    'azure-speech-json',
    false,
    (list) =>
      json(
        list.map((each) => ({
          RecognitionStatus: 'Success',
          Offset: startOf(each) * 10_000,
          Duration: (endOf(each) - startOf(each)) * 10_000,
          NBest: [
            {
              Lexical: textOf(each).toLowerCase(),
              Display: textOf(each),
              Words: each.words.map(({ text, startMs, endMs }) => ({
                Word: text,
                Offset: startMs * 10_000,
                Duration: (endMs - startMs) * 10_000,
              })),
            },
          ],
        })),
      ),
  ],
  [
    'Watson',
    'watson-json',
    true,
    (list) =>
      json({
        result_index: 0,
        results: list.map((each) => ({
          final: true,
          alternatives: [
            {
              transcript: `${textOf(each)} `,
              timestamps: each.words.map(({ text, startMs, endMs }) => [
                text,
                seconds(startMs),
                seconds(endMs),
              ]),
              confidence: 0.9,
            },
          ],
        })),
        speaker_labels: list.flatMap(({ speaker, words }) =>
          words.map(({ startMs, endMs }) => ({
            from: seconds(startMs),
            to: seconds(endMs),
            speaker,
            final: true,
          })),
        ),
      }),
  ],
  [
    'Speechmatics, version 1',
    'speechmatics-v1-json',
    true,
    (list) => {
      const named = (name: string, startMs: number, endMs: number) => ({
        name,
        time: String(seconds(startMs)),
        duration: String(seconds(endMs - startMs)),
        confidence: null,
      });
      return json({
        job: { lang: 'en', id: 1 },
        speakers: list.map((each) => named(`M${each.speaker}`, startOf(each), endOf(each))),
        words: list.flatMap(({ words }) =>
          words.map(({ text, startMs, endMs }) => named(text, startMs, endMs)),
        ),
        format: '1.0',
      });
    },
  ],
  [
    'captions as nodes',
    'timed-json',
    false,
    (list) =>
      json(
        list.map((each) => ({
          type: 'cue',
          data: { start: startOf(each), end: endOf(each), text: textOf(each) },
        })),
      ),
  ],
  [
    'ElevenLabs',
    'elevenlabs-json',
    true,
    (list) =>
      json({
        language_code: 'eng',
        language_probability: 1,
        text: list.map(textOf).join(' '),
        words: list.flatMap(({ speaker, words }) =>
          words.flatMap(({ text, startMs, endMs }) => [
            {
              text,
              start: seconds(startMs),
              end: seconds(endMs),
              type: 'word',
              speaker_id: `speaker_${speaker}`,
            },
            { text: ' ', start: seconds(endMs), end: seconds(endMs), type: 'spacing' },
          ]),
        ),
      }),
  ],
  [
    'Gladia',
    'gladia-json',
    true,
    (list) =>
      json({
        id: 'x',
        status: 'done',
        result: {
          transcription: {
            full_transcript: list.map(textOf).join(' '),
            utterances: list.map((each) => ({
              text: textOf(each),
              start: seconds(startOf(each)),
              end: seconds(endOf(each)),
              channel: 0,
              speaker: each.speaker,
              language: 'en',
              words: each.words.map(({ text, startMs, endMs }, i) => ({
                word: i > 0 ? ` ${text}` : text,
                start: seconds(startMs),
                end: seconds(endMs),
              })),
            })),
          },
        },
      }),
  ],
  [
    'Digital Paper Edit',
    'timed-json',
    true,
    (list) =>
      json({
        words: list.flatMap(wordsOf).map((word, id) => ({ id, ...word })),
        paragraphs: list.map((each, id) => ({
          id,
          start: seconds(startOf(each)),
          end: seconds(endOf(each)),
          speaker: SPEAKERS[each.speaker],
        })),
      }),
  ],
  [
    'YouTube’s transcripts, by tools',
    'timed-json',
    false,
    (list) =>
      json(
        list.map((each) => ({
          text: textOf(each),
          start: seconds(startOf(each)),
          duration: seconds(endOf(each) - startOf(each)),
        })),
      ),
  ],
  [
    'captions as a list, in milliseconds',
    'timed-json',
    false,
    (list) =>
      json(list.map((each) => ({ start: startOf(each), end: endOf(each), text: textOf(each) }))),
  ],
  [
    'meeting recorders',
    'timed-json',
    true,
    (list) =>
      json(
        list.map((each) => ({
          participant: { id: each.speaker, name: SPEAKERS[each.speaker] },
          words: each.words.map(({ text, startMs, endMs }) => ({
            text,
            start_timestamp: { relative: seconds(startMs), absolute: '2026-01-01T00:00:00Z' },
            end_timestamp: { relative: seconds(endMs), absolute: '2026-01-01T00:00:00Z' },
          })),
        })),
      ),
  ],
  [
    'Sonix',
    'timed-json',
    true,
    (list) =>
      json({
        name: 'Bread',
        transcript: list.map((each) => ({
          speaker: SPEAKERS[each.speaker],
          start_time: seconds(startOf(each)),
          end_time: seconds(endOf(each)),
          text: textOf(each),
          words: each.words.map(({ text, startMs, endMs }) => ({
            text,
            start_time: seconds(startMs),
            end_time: seconds(endMs),
          })),
        })),
      }),
  ],
];
