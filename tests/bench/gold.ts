import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Conversation, SpokenTurn } from '../../lib/understanding/understanding.ts';

const Gold = z.object({
  id: z.string(),
  kind: z.string().optional(),
  turns: z.array(z.object({ speaker: z.string().nullish(), text: z.string() })).min(1),
  boundaries: z.array(z.int().min(1)),
  titles: z.array(z.string()).optional(),
});

/** A conversation with the boundaries people gave it. */
export interface GoldDocument {
  id: string;
  /** The data set, split by kind where the document names one: "btc podcast", "qmsum". */
  set: string;
  conversation: Conversation;
  boundaries: number[];
  titles: string[];
}

/** Milliseconds a word takes at the usual 150 words a minute. */
const WORD_MS = 400;

/** Where the gold data lies beside a checkout; it is not part of the project. */
export const GOLD_DIR = path.resolve(import.meta.dirname, '../../../shared/segmentation');

/** Reads every `*.json` of a folder, in order of name; none where the folder does not exist. */
export function readGold(dir: string): GoldDocument[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => toDocument(JSON.parse(readFileSync(path.join(dir, name), 'utf8'))));
}

function toDocument(json: unknown): GoldDocument {
  const gold = Gold.parse(json);
  const names = [...new Set(gold.turns.map((t) => t.speaker ?? ''))].filter((n) => n !== '');
  let clock = 0;
  const turns: SpokenTurn[] = gold.turns.map((turn) => {
    const startMs = clock;
    clock += WORD_MS * Math.max(1, turn.text.trim().split(/\s+/).length);
    const speaker = turn.speaker ? names.indexOf(turn.speaker) : null;
    return { speaker, text: turn.text, startMs, endMs: clock, timing: 'estimated' };
  });
  const family = gold.id.split('-')[0] ?? gold.id;
  return {
    id: gold.id,
    set: gold.kind === undefined ? family : `${family} ${gold.kind}`,
    conversation: {
      turns,
      speakers: names.map((name) => ({ name, role: null })),
      language: 'en',
    },
    boundaries: gold.boundaries,
    titles: gold.titles ?? [],
  };
}

/**
 * Which half of the data a document is in, by a hash of its id (FNV-1a), so that constants are
 * tuned on one half and figures reported on the other, whatever else is in the folder.
 */
export function half(id: string): 'tuning' | 'report' {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) & 1) === 0 ? 'tuning' : 'report';
}
