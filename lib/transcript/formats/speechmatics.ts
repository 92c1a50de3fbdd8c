import { z } from 'zod';
import { channelLabel, interleaveChannels } from '../channels.ts';
import { jsonFormat } from '../json-format.ts';
import { Seconds } from '../recorded-time.ts';
import { labelOf, type SpokenPiece, UNSPACED } from '../spoken-piece.ts';

const Result = z.object({
  type: z.string(),
  start_time: Seconds.optional(),
  end_time: Seconds.optional(),
  channel: z.string().nullish(),
  attaches_to: z.string().nullish(),
  alternatives: z.array(z.object({ content: z.string(), speaker: z.string().nullish() })).nullish(),
});
const Document = z.object({
  metadata: z
    .object({
      transcription_config: z.object({ language: z.string().nullish() }).nullish(),
      language_pack_info: z.object({ word_delimiter: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
  results: z.array(Result),
});

const Signs = z.object({
  results: z.array(z.object({ type: z.string(), start_time: z.unknown() })).min(1),
});

/**
 * Speechmatics (https://docs.speechmatics.com/speech-to-text/batch/output): words, signs that say to which
 * side they attach, and whole entities (a date, a number) as one result.
 */
export const speechmatics = jsonFormat({
  name: 'speechmatics-json',
  description: 'Speechmatics JSON ({ "results": [{ "type", "start_time", "alternatives" }] })',
  owner: 'Speechmatics',
  signs: Signs,
  schema: Document,
  read({ metadata, results }) {
    // The delimiter is left empty by mistake, too, where words need one.
    const unspaced = metadata?.language_pack_info?.word_delimiter === '';
    const channels = new Map<string, SpokenPiece[]>();
    const several = new Set(results.map(({ channel }) => channel ?? '')).size > 1;
    let attachNext = false;
    for (const [i, { type, channel, alternatives, attaches_to, ...times }] of results.entries()) {
      const best = alternatives?.[0];
      if (!best) continue;
      const label = labelOf(best.speaker);
      const sign = type === 'punctuation';
      const to = attaches_to ?? (sign ? 'previous' : 'none');
      const list = channels.get(channel ?? '') ?? [];
      channels.set(channel ?? '', list);
      const before = list.at(-1);
      // A sign is never somebody's own.
      const own = sign && before && to === 'previous' ? before.speaker : label;
      list.push({
        text: best.content,
        startMs: times.start_time ?? null,
        endMs: times.end_time ?? null,
        speaker: several && own === label ? channelLabel(channel ?? 0, label) : own,
        attached:
          attachNext ||
          (unspaced && UNSPACED.test(best.content)) ||
          to === 'previous' ||
          to === 'both',
        path: ['results', i],
      });
      attachNext = to === 'next' || to === 'both';
    }
    return {
      language: metadata?.transcription_config?.language,
      pieces: interleaveChannels([...channels.values()]),
    };
  },
});
