import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './problem.mjs';

/** How often the holder shows that it is alive, and when its silence means that it is not. */
const BEAT_MS = 2_000;
const SILENT_MS = 60_000;

/** A lock is made first and gets its owner's number next; a reader may come in between. */
const EMPTY_MS = 2_000;

/**
 * True where the process that wrote a lock is gone: it does not exist, or it has this very process's
 * id (a container's process is number 1 each time), or it has not touched the file for a minute.
 * @param {{ pid: number, ageMs: number }} lock
 * @param {{ self: number, isAlive: (pid: number) => boolean }} world
 */
export function isStale({ pid, ageMs }, { self, isAlive }) {
  if (!Number.isInteger(pid) || pid <= 0) return ageMs > EMPTY_MS;
  return pid === self || ageMs > SILENT_MS || !isAlive(pid);
}

/**
 * Lets one process at a time set up this checkout: a second one waits, and says so. A lock whose
 * owner is gone is taken over. A folder that cannot be written needs no lock: nobody can set it up.
 * @returns {Promise<() => void>} gives the lock back; also done when the process exits.
 */
export async function lockCheckout(root) {
  const file = path.join(root, '.earmark-setup.lock');
  let told = 0;
  for (;;) {
    const outcome = take(file, process.pid);
    if (outcome === 'taken') break;
    if (outcome === 'read-only') return () => {};
    const lock = read(file);
    if (lock && isStale(lock, { self: process.pid, isAlive })) {
      putAside(file, lock.pid);
      continue;
    }
    if (lock && lock.pid !== told && lock.pid > 0) {
      told = lock.pid;
      say(`Another process (${told}) is setting up this folder; waiting for it to finish.`);
    }
    await sleep(200);
  }

  const beat = setInterval(() => touch(file), BEAT_MS);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

function take(file, pid) {
  try {
    writeFileSync(file, String(pid), { flag: 'wx' });
    return 'taken';
  } catch (error) {
    if (error.code === 'EEXIST') return 'held';
    if (['EROFS', 'EACCES', 'EPERM'].includes(error.code)) return 'read-only';
    throw error;
  }
}

/** Of two that find the same stale lock, the slower must not throw away the faster one's new lock. */
function putAside(file, stalePid) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
    const pid = Number.parseInt(readFileSync(aside, 'utf8'), 10);
    if (!Object.is(pid, stalePid)) take(file, pid);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function read(file) {
  try {
    const ageMs = Date.now() - statSync(file).mtimeMs;
    return { pid: Number.parseInt(readFileSync(file, 'utf8'), 10), ageMs };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Somebody has cleaned up; what this process does is safe to repeat.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
