import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { endWithParent } from './abandoned.mjs';
import { Problem, StepFailed, say } from './problem.mjs';

const running = new Set();
let stoppedBy = null;

/**
 * From here on SIGINT and SIGTERM go to the children first; the process ends after them, with the
 * code that a shell expects of a process that was ended so.
 */
export function passOnSignals() {
  endWithParent();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stoppedBy = signal;
      if (running.size === 0) process.exit(signalCode(signal));
      for (const child of running) child.kill(signal);
    });
  }
}

/** Starts a program in the project's folder; what it prints goes to stderr. */
export function startChild(command, args, { cwd, env, output = 'inherit' }) {
  const out = output === 'inherit' ? process.stderr : 'pipe';
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', out, out] });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Waits for a child's end.
 * @returns {Promise<number>} its exit code; 128 and more for a signal, as in a shell.
 */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signalCode(signal)));
  }).then((code) => {
    if (stoppedBy) process.exit(signalCode(stoppedBy));
    return code;
  });
}

/**
 * One step of the set-up: says what begins, that it goes on, and how long it took.
 * @param {string} label what is being done, as in "Installing packages".
 * @param {{ command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv, quiet?: boolean,
 *   explains?: boolean }} program `quiet`: its output is shown only if it fails; `explains`: it says
 *   itself, in one sentence, why it failed.
 * @throws {Problem | StepFailed}
 */
export async function runStep(label, { command, args, cwd, env, quiet, explains }) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  say(`${label} …`);
  const ticking = setInterval(() => say(`${label} … ${seconds()}`), 10_000);
  try {
    const child = startChild(command, args, { cwd, env, output: quiet ? 'pipe' : 'inherit' });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (d) => printed.push(d));
    const code = await ended(child);
    if (code === 0) return say(`${label}: done in ${seconds()}`);
    if (quiet) process.stderr.write(Buffer.concat(printed));
    if (explains) throw new StepFailed(code);
    throw new Problem(`${label} failed (exit code ${code}); the reason is in the lines above.`);
  } catch (error) {
    if (error instanceof Problem || error instanceof StepFailed) throw error;
    throw new Problem(`${label} failed: ${command} cannot be run (${error.code}).`);
  } finally {
    clearInterval(ticking);
  }
}

function signalCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}
