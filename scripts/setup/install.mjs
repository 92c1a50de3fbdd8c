import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runStep } from './child.mjs';

/** npm writes this file as the last act of an install: its own record of what lies in the folder. */
const RECORD = 'node_modules/.package-lock.json';

/**
 * Why the installed packages will not do, or null. npm's record is compared with the lock file, and
 * the folder of each recorded package is looked for, so a half-deleted install is found too.
 * @param {{ wanted: Packages, installed: Packages | null, isThere: (folder: string) => boolean,
 *   withDev: boolean, platform: string, arch: string }} state
 * @typedef {Record<string, { version?: string, integrity?: string, dev?: boolean, optional?: boolean,
 *   devOptional?: boolean, os?: string[], cpu?: string[] }>} Packages
 */
export function installProblem({ wanted, installed, isThere, withDev, platform, arch }) {
  if (!installed) return 'nothing is installed yet';
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '' || (entry.dev && !withDev)) continue;
    const found = installed[folder];
    if (found) {
      if (found.version !== entry.version || found.integrity !== entry.integrity) {
        return `${nameOf(folder)} has another version than package-lock.json`;
      }
      if (!isThere(folder)) return `${nameOf(folder)} is no longer there`;
      if (!allows(found.os, platform) || !allows(found.cpu, arch)) {
        return 'the packages were installed for another kind of machine';
      }
    } else if (!entry.optional && !(entry.devOptional && !withDev)) {
      return `${nameOf(folder)} is missing`;
    }
  }
  return null;
}

/**
 * Runs `npm ci` where the installed packages will not do.
 * @param {string} root
 * @param {{ withDev: boolean, env: NodeJS.ProcessEnv }} options
 */
export async function installPackages(root, { withDev, env }) {
  const problem = installProblem({
    wanted: readPackages(root, 'package-lock.json') ?? {},
    installed: readPackages(root, RECORD),
    isThere: (folder) => existsSync(path.join(root, folder, 'package.json')),
    withDev,
    platform: process.platform,
    arch: process.arch,
  });
  if (problem === null) return;
  // Some versions of npm leave dot files when they empty the folder.
  rmSync(path.join(root, RECORD), { force: true });
  // npm tells its children where it is; under another package manager, or none, PATH has to do.
  const npm = /\bnpm-cli\.[cm]?js$/.test(env.npm_execpath ?? '') ? env.npm_execpath : null;
  const set = withDev ? '--include=dev' : '--omit=dev';
  await runStep(`Installing packages (${problem})`, {
    command: npm ? process.execPath : 'npm',
    args: [...(npm ? [npm] : []), 'ci', set, '--no-audit', '--no-fund'],
    cwd: root,
    env,
  });
}

function readPackages(root, file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** npm's rule for "os" and "cpu": a list of names, where "!name" excludes. */
function allows(list, name) {
  if (!list || list.length === 0) return true;
  if (list.includes(`!${name}`)) return false;
  return list.includes(name) || list.every((item) => item.startsWith('!'));
}

function nameOf(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
