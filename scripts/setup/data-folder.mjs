import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

/**
 * The absolute folder that DATA_DIR names (./data in the project where it is unset), created and
 * tried out with a file.
 * @throws {Problem} where it cannot be made or written.
 */
export function openDataFolder(root, env) {
  const folder = path.resolve(root, env.DATA_DIR || 'data');
  const trial = path.join(folder, `.writable-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(trial, '');
    rmSync(trial);
    return folder;
  } catch (error) {
    throw new Problem(
      `The data folder ${folder} cannot be written (${error.code}); make it writable for this user, or set DATA_DIR to another folder.`,
    );
  }
}

/** `mkdir` with `recursive` never returns below /proc (Node 20), so each step is taken once. */
function makeFolder(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (error.code !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    makeFolder(path.dirname(folder));
    mkdirSync(folder);
  }
}
