import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isTranscriptName } from './read-source.ts';

/** A file that did not grow for so long is taken to be whole, in milliseconds. */
const SETTLED_MS = 400;

interface Watching {
  /** Resolves when the folder is no longer watched. */
  ended: Promise<void>;
  stop(): void;
}

/**
 * Calls `onFile` for every transcript that arrives or changes in a folder and its folders, one at a
 * time, once it is whole. Hidden files and other endings are left alone.
 */
export function watchFolder(folder: string, onFile: (file: string) => Promise<void>): Watching {
  const waiting = new Set<string>();
  let stopped = false;
  let wake: () => void = () => {};
  const watcher: FSWatcher = watch(folder, { recursive: true }, (_, name) => {
    if (name === null || !isTranscriptName(name)) return;
    waiting.add(path.join(folder, name));
    wake();
  });
  const work = async () => {
    while (!stopped) {
      const [file] = waiting;
      if (file === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (await settled(file)) {
        // Taken off first: what changes from here on is another change.
        waiting.delete(file);
        await onFile(file);
      } else waiting.delete(file);
    }
  };
  return {
    ended: work(),
    stop() {
      stopped = true;
      watcher.close();
      wake();
    },
  };
}

/** Waits until the file no longer grows; false where it is gone, or is none. */
async function settled(file: string): Promise<boolean> {
  for (let size = -1; ; ) {
    const info = await stat(file).catch(() => null);
    if (!info?.isFile()) return false;
    if (info.size === size) return true;
    size = info.size;
    await sleep(SETTLED_MS);
  }
}
