import { z } from 'zod';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { attachedAsWritten, labelOf } from '../spoken-piece.ts';

const Named = z.object({ name: z.string(), time: Seconds, duration: Seconds });
const Document = z.object({ words: z.array(Named), speakers: z.array(Named).default([]) });
const Signs = z.object({
  job: z.unknown(),
  words: z.array(z.object({ name: z.string(), time: z.unknown(), duration: z.unknown() })).min(1),
});

/** Speechmatics' first format: words, and beside them who speaks from when on. */
export const speechmaticsV1 = jsonFormat({
  name: 'speechmatics-v1-json',
  description:
    'Speechmatics JSON, version 1 ({ "words": [{ "name", "time", "duration" }], "speakers" })',
  owner: 'Speechmatics',
  signs: Signs,
  schema: Document,
  read({ words, speakers }) {
    const attached = attachedAsWritten(words.map(({ name }) => name));
    let next = 0;
    const pieces = words.map(({ name, time, duration }, i) => {
      while (next < speakers.length - 1 && (speakers[next + 1]?.time ?? 0) <= (time ?? -1)) next++;
      return {
        text: name,
        startMs: time,
        endMs: time === null || duration === null ? null : time + duration,
        speaker: labelOf(speakers[next]?.name),
        attached: attached[i],
        path: ['words', i],
      };
    });
    return { pieces };
  },
});
