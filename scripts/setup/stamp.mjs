import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A stamp lies in the folder that a step has made and says from what it was made. It is taken away
 * before the step begins and written after it has succeeded, so an interrupted step leaves none.
 */
const NAME = '.earmark-stamp';

/** True where `folder` was completely made from what `fingerprint` stands for. */
export function isStamped(folder, fingerprint) {
  try {
    return readFileSync(path.join(folder, NAME), 'utf8') === fingerprint;
  } catch {
    return false;
  }
}

/** Does `step` between taking the stamp away and writing it. */
export async function withStamp(folder, fingerprint, step) {
  rmSync(path.join(folder, NAME), { force: true });
  await step();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, NAME), fingerprint);
}

/**
 * SHA-256, in hex, over the names and contents of files and of everything in folders; what is not
 * there counts as absent. `except` are folders (relative to `root`) to leave out, and files whose
 * names begin with a dot are left out too.
 * @param {string} root
 * @param {readonly string[]} entries relative to `root`, with "/".
 * @param {readonly string[]} except
 */
export function fingerprintOf(root, entries, except = []) {
  const hash = createHash('sha256');
  for (const entry of entries) addTo(hash, root, entry, new Set(except));
  return hash.digest('hex');
}

function addTo(hash, root, entry, except) {
  const place = path.join(root, entry);
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats || except.has(entry)) return;
  if (stats.isDirectory()) {
    const names = readdirSync(place).filter((name) => !name.startsWith('.'));
    for (const name of names.sort()) addTo(hash, root, `${entry}/${name}`, except);
  } else if (stats.isFile()) {
    const content = readFileSync(place);
    // The length keeps apart what would be the same bytes in a row: "a" + "bc" and "ab" + "c".
    hash.update(`${entry}\0${content.length}\0`).update(content);
  }
}
