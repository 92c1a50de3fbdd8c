import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { judge } from '../tests/fuzz/judge.ts';
import { mutate } from '../tests/fuzz/mutate.ts';
import { type Sample, samples } from '../tests/fuzz/samples.ts';
import { seeded } from '../tests/fuzz/seeded.ts';
import { shrink } from '../tests/fuzz/shrink.ts';
import { run, say, UsageError } from './console.ts';

const USAGE = `Usage: npm run fuzz [-- --minutes N] [--seed S] [--format NAME]

Reads files that are nearly valid, or hardly, in every format: each must be read, or refused in a
sentence, within a second for each megabyte. What is wrong is made as small as it gets and written to a
file, and the same seed finds it again.

  --minutes N    how long (1)
  --seed S       where to begin (the time)
  --format NAME  only this format, as --dry-run --json names it
`;
const Arguments = z.object({
  minutes: z.coerce
    .number({ error: '--minutes must be a number above 0' })
    .positive({ error: '--minutes must be a number above 0' })
    .default(1),
  seed: z.coerce.number({ error: '--seed must be a whole number' }).int().optional(),
  format: z.string().optional(),
});
/** Reading may take so long for each character, and so long at all events (milliseconds of the processor). */
const PATIENCE = { each: 0.01, least: 2_000 };
const TELL_MS = 20_000;

/** `npm run fuzz`: exit 0 nothing found, 1 something is wrong, 2 wrong usage. */
await run(async () => {
  const { minutes, seed = Date.now() % 1_000_000, format } = readArguments();
  const all = samples();
  const chosen = format === undefined ? all : all.filter((sample) => sample.format === format);
  if (chosen.length === 0) {
    const known = [...new Set(all.map((sample) => sample.format))].sort().join(', ');
    throw new UsageError(`--format ${format} is none of: ${known}.`);
  }
  const until = Date.now() + minutes * 60_000;
  let told = Date.now();
  let count = 0;
  let slowest = { ms: 0, seed, format: '' };
  for (let next = seed; Date.now() < until; next++) {
    const { text, sample } = made(next, chosen, all);
    const began = process.cpuUsage();
    const wrong = judge(text);
    const { user, system } = process.cpuUsage(began);
    const ms = (user + system) / 1000;
    count++;
    if (ms > slowest.ms) slowest = { ms, seed: next, format: sample.format };
    const slow = ms > PATIENCE.least + PATIENCE.each * text.length;
    if (wrong || slow) {
      return tell(
        { seed: next, chosen: format },
        sample,
        wrong ?? `${Math.round(ms)} ms for ${text.length} characters`,
        text,
      );
    }
    if (Date.now() - told > TELL_MS) {
      told = Date.now();
      say(
        `${count} files read; the slowest took ${Math.round(slowest.ms)} ms (${slowest.format}).`,
      );
    }
  }
  say(
    `${count} files read from seed ${seed} on, nothing wrong; the slowest took ${Math.round(slowest.ms)} ms (${slowest.format}, --seed ${slowest.seed}).`,
  );
  return 0;
});

function made(seed: number, chosen: readonly Sample[], all: readonly Sample[]) {
  const by = seeded(seed);
  const sample = by.pick(chosen);
  return { sample, text: mutate(sample.text, by, all) };
}

function tell(
  { seed, chosen }: { seed: number; chosen: string | undefined },
  { format }: Sample,
  wrong: string,
  text: string,
): number {
  const smallest = judge(text) === null ? text : shrink(text, (shorter) => judge(shorter) !== null);
  const file = path.join(tmpdir(), `earmark-fuzz-${seed}.txt`);
  writeFileSync(file, smallest);
  say(`${format}: ${wrong}`);
  say(`As small as it gets (${smallest.length} characters): ${file}`);
  say(`Again: npm run fuzz -- --seed ${seed}${chosen ? ` --format ${chosen}` : ''}`);
  return 1;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(2),
      options: {
        minutes: { type: 'string' },
        seed: { type: 'string' },
        format: { type: 'string' },
      },
    });
    return Arguments.parse(values);
  } catch (error) {
    const why = error instanceof z.ZodError ? error.issues[0]?.message : (error as Error).message;
    throw new UsageError(`${why}.\n\n${USAGE}`);
  }
}
