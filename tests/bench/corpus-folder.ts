import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { forms } from '../../lib/search/normalise.ts';
import type { EpisodePassages, Passage } from '../../lib/search/passage.ts';
import { passageSpans } from '../../lib/search/passages.ts';
import { decode } from '../../lib/transcript/decode.ts';
import { parseTranscript } from '../../lib/transcript/formats/index.ts';
import type { Corpus } from './corpus.ts';

/** Conversations as `npm run bench -- segmentation` reads them. */
const Conversation = z.object({
  turns: z.array(z.object({ speaker: z.string().nullish(), text: z.string() })).min(1),
});

interface Said {
  speaker: string | null;
  text: string;
}

/**
 * The transcripts of a folder and its subfolders, in any format that Earmark reads, cut into passages
 * as the index has them; what is no transcript is passed over. Words are ranked by how often they are said.
 */
export function readFolder(folder: string): Corpus {
  const talks = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|txt|md|html?|srt|vtt)$/i.test(name))
    .sort()
    .flatMap((name) => {
      const turns = readTalk(path.join(folder, name));
      return turns.length > 0 ? [{ name, turns }] : [];
    });
  const counts = new Map<string, number>();
  for (const { turns } of talks) {
    for (const { text } of turns)
      for (const form of forms(text)) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return {
    words: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form),
    *episodes() {
      for (const [i, { name, turns }] of talks.entries()) yield toEpisode(i + 1, name, turns);
    },
  };
}

function readTalk(file: string): Said[] {
  const bytes = readFileSync(file);
  try {
    if (file.endsWith('.json')) {
      const read = Conversation.safeParse(JSON.parse(decode(bytes)));
      if (read.success)
        return read.data.turns.map(({ speaker, text }) => ({ speaker: speaker ?? null, text }));
    }
    const { turns, speakers } = parseTranscript(decode(bytes));
    return turns.map(({ speaker, text }) => ({
      speaker: speaker === null ? null : (speakers[speaker]?.label ?? null),
      text,
    }));
  } catch {
    return [];
  }
}

function toEpisode(episodeId: number, name: string, turns: readonly Said[]): EpisodePassages {
  const passages = turns.flatMap(({ speaker, text }, turn) =>
    passageSpans(text).map(
      ({ start, end }): Passage => ({
        id: `${episodeId}-${turn}-${start}`,
        episodeId,
        episodeSlug: `talk-${episodeId}`,
        episodeTitle: name,
        showSlug: 'show',
        showTitle: 'Show',
        date: null,
        sectionSlug: null,
        sectionTitle: null,
        sectionStartMs: null,
        speakerSlug: speaker === null ? null : forms(speaker).join('-') || null,
        speakerName: speaker,
        turn,
        turnId: `t${turn}`,
        offset: start,
        startMs: turn * 10_000,
        timing: 'estimated',
        asks: false,
        question: null,
        text: text.slice(start, end),
      }),
    ),
  );
  return { episodeId, contentHash: 'bench', passages };
}
