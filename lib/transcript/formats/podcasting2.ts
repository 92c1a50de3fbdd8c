import { z } from 'zod';
import type { Cue } from '../cue.ts';
import { cuesToTurns } from '../cue-turns.ts';
import { NO_PARTICULARS, TranscriptError, type TranscriptFormat } from '../transcript.ts';

const Segment = z.object({
  speaker: z.string().nullish(),
  startTime: z.number().min(0),
  endTime: z.number().min(0).nullish(),
  body: z.string(),
});
const Document = z.object({ version: z.string(), segments: z.array(Segment).min(1) });

/**
 * Podcasting 2.0's JSON transcript
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md):
 * times in seconds, often one word a segment.
 */
export const podcasting2: TranscriptFormat = {
  name: 'podcasting2-json',
  description:
    'Podcasting 2.0 JSON ({ "version", "segments": [{ "startTime", "endTime", "body" }] })',

  detect: (text) =>
    /^\s*\{/.test(text) && /"segments"\s*:/.test(text) && /"body"\s*:/.test(text) ? 0.95 : 0,

  parse(text) {
    const { segments } = read(text);
    let known = false;
    const cues = segments.flatMap(({ speaker, startTime, endTime, body }): Cue[] => {
      const said = body.replace(/\s+/gu, ' ').trim();
      const startMs = Math.round(startTime * 1000);
      const endMs = Math.max(startMs, Math.round((endTime ?? startTime) * 1000));
      const name = speaker?.replace(/\s+/gu, ' ').trim() || null;
      // An empty name after a full one: somebody else, unknown. No name at all: the same one goes on.
      const changes = known && speaker?.trim() === '';
      if (!said) return [];
      known = name !== null || (known && !changes);
      return [{ startMs, endMs, text: said, speaker: name, changes, line: 1 }];
    });
    if (cues.length === 0)
      throw new TranscriptError('No segment of this transcript has words in its body.');
    return {
      format: this.name,
      ...NO_PARTICULARS,
      ...cuesToTurns(joinSigns(cues)),
      warnings: [],
    };
  },
};

function read(text: string): z.infer<typeof Document> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TranscriptError(
      `This JSON is broken: ${error instanceof Error ? error.message : 'it ends too soon'}.`,
    );
  }
  const parsed = Document.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new TranscriptError(
    `${issue?.path.join('.') || 'The document'} is not as Podcasting 2.0 has it: ${issue?.message}.`,
  );
}

/** A segment that is only a full stop belongs to the word before it. */
function joinSigns(cues: readonly Cue[]): Cue[] {
  const joined: Cue[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    if (last && /^[.,!?;:…]+$/u.test(cue.text)) {
      last.text += cue.text;
      last.endMs = Math.max(last.endMs, cue.endMs);
    } else joined.push({ ...cue });
  }
  return joined;
}
