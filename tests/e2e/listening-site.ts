import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { tone } from '../tone.ts';
import { type OwnSite, openSite } from './site.ts';

/** Who says what from which second on; each sentence is a cue, and there is a long silence after the fourth. */
export const SAID = [
  ['Ann Lee', 1, 'Bread takes an evening, a night and a morning.'],
  ['Ann Lee', 4, 'Nobody in this town sells patience by the pound.'],
  ['Bo Dahl', 8, 'My grandmother kept her sourdough in a blue bowl.'],
  ['Bo Dahl', 11, 'Every Sunday she fed it rye and a spoon of honey.'],
  ['Ann Lee', 30, 'Ovens were built by the village, one for forty houses.'],
  ['Ann Lee', 33, 'Whoever came last paid with the ashes of the fire.'],
  ['Bo Dahl', 37, 'Salt arrives late, because yeast hates to hurry beside it.'],
  ['Bo Dahl', 40, 'That is chemistry which children learn with their fingers.'],
] as const;
const clock = (second: number) => `00:00:${String(second).padStart(2, '0')}.000`;
const TIMED = `WEBVTT\n\n${SAID.map(
  ([who, second, sentence]) => `${clock(second)} --> ${clock(second + 2)}\n<v ${who}>${sentence}\n`,
).join('\n')}`;
const words = (from: number, to: number) =>
  SAID.slice(from, to)
    .map(([, , sentence]) => sentence)
    .join(' ');
const UNTIMED = `A\n${words(0, 4)}\nB\n${words(4, 8)}\nHosts: Ann Lee (A), Bo Dahl (B)\n`;

/** Length of the recording, in seconds. */
export const LENGTH_S = 60;

/**
 * A site with the same talk as “timed” and “untimed” with a recording of its own, “silent” without one,
 * “elsewhere” on YouTube and “far” at an address of another host. `settings` are added to its environment.
 */
export function openListeningSite(
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnSite> {
  return openSite(async (root, env) => {
    Object.assign(env, settings);
    const folder = path.join(env.DATA_DIR ?? '', 'media');
    await mkdir(folder, { recursive: true });
    const sound = path.join(folder, 'bread.wav');
    await writeFile(sound, tone(LENGTH_S));
    for (const [title, text, media] of [
      ['Timed', TIMED, sound],
      ['Untimed', UNTIMED, sound],
      ['Silent', TIMED, null],
      ['Elsewhere', TIMED, 'https://youtu.be/dQw4w9WgXcQ'],
      ['Far', TIMED, 'https://cdn.example.org/bread.mp3'],
    ] as const) {
      const file = path.join(folder, `${title}.txt`);
      await writeFile(file, text);
      const args = ['--import', 'tsx', 'scripts/ingest.ts', file];
      args.push('--show', 'Slow Kitchen', '--title', title);
      if (media !== null) args.push('--media', media);
      await promisify(execFile)(process.execPath, args, { cwd: root, env });
    }
  });
}
