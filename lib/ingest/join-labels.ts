import { calledForShort } from '../people/called-for-short.ts';
import { option } from '../transcript/naming.ts';
import type { Transcript, Warning } from '../transcript/transcript.ts';

/**
 * The transcript with one speaker where it calls somebody by their full name first and for short from
 * then on. The name is marked inferred, and each is told in a warning. `settled` are labels, in lower
 * case, that the owner named: these stay apart.
 */
export function joinLabels(transcript: Transcript, settled: ReadonlySet<string>): Transcript {
  const { speakers, turns } = transcript;
  const own = new Set(
    speakers.flatMap(({ label }, at) => (settled.has(label.toLowerCase()) ? [at] : [])),
  );
  const joined = new Map(
    calledForShort(speakers, turns, own).map(({ short, full }) => [short, full]),
  );
  if (joined.size === 0) return transcript;
  const kept = speakers.flatMap((_, at) => (joined.has(at) ? [] : [at]));
  const placeOf = new Map(kept.map((at, place) => [at, place]));
  const placed = (at: number) => placeOf.get(joined.get(at) ?? at) ?? null;
  const warnings = [...joined].flatMap(([short, full]): Warning[] => {
    const [label, name] = [speakers[short]?.label ?? '', speakers[full]?.name ?? ''];
    const line = turns.find(({ speaker }) => speaker === short)?.line ?? 1;
    const message = `${label} is taken to be ${name}, who speaks once before and not again; say otherwise with ${option(label)}.`;
    return [{ line, message }];
  });
  const fulls = new Set(joined.values());
  return {
    ...transcript,
    speakers: kept.flatMap((at) => {
      const speaker = speakers[at];
      return speaker ? [fulls.has(at) ? { ...speaker, inferred: true } : speaker] : [];
    }),
    turns: turns.map((turn) => ({
      ...turn,
      speaker: turn.speaker === null ? null : placed(turn.speaker),
    })),
    warnings: [...transcript.warnings, ...warnings],
  };
}
