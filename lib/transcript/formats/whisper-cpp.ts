import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Clock, Milliseconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';

const Document = z.object({
  result: z.object({ language: z.string().nullish() }).nullish().catch(null),
  transcription: z.array(
    z.object({
      text: z.string(),
      offsets: z.object({ from: Milliseconds, to: Milliseconds }).nullish(),
      timestamps: z.object({ from: Clock, to: Clock }).nullish(),
      speaker: z.union([z.string(), z.number()]).nullish(),
      speaker_turn_next: z.boolean().nullish(),
    }),
  ),
});

const Signs = z.object({
  transcription: z
    .array(
      z
        .object({
          text: z.string(),
          offsets: z.unknown().optional(),
          timestamps: z.unknown().optional(),
        })
        .refine(({ offsets, timestamps }) => offsets !== undefined || timestamps !== undefined),
    )
    .min(1),
});

/**
 * whisper.cpp's `--output-json` (https://github.com/ggml-org/whisper.cpp/blob/master/examples/cli/cli.cpp):
 * offsets in milliseconds; with its small diarization only where somebody else begins, or one of two
 * channels as the speaker.
 */
export const whisperCpp = jsonFormat({
  name: 'whisper-cpp-json',
  description: 'whisper.cpp JSON ({ "transcription": [{ "offsets": { "from", "to" }, "text" }] })',
  owner: 'whisper.cpp',
  signs: Signs,
  schema: Document,
  read({ result, transcription }) {
    const split = transcription.every(({ text }) => text === '' || !/^\s/u.test(text));
    const pieces = transcription.map(
      ({ text, offsets, timestamps, speaker }, i): SpokenPiece => ({
        text: text.replace(/\s*\[SPEAKER_TURN\]\s*$/, ''),
        startMs: offsets?.from ?? timestamps?.from ?? null,
        endMs: offsets?.to ?? timestamps?.to ?? null,
        // "?" where both channels are equally loud.
        speaker: labelOf(speaker === '?' ? '' : speaker),
        changes: i > 0 && transcription[i - 1]?.speaker_turn_next === true,
        attached: i > 0 && !split && text !== '' && !/^\s/u.test(text),
        path: ['transcription', i],
      }),
    );
    return { language: result?.language, pieces };
  },
});
