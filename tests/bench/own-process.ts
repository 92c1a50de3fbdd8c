import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Load, LoadResult } from './load.ts';
import type { ReadyAnswer } from './plain-server.ts';

const start = (name: string): ChildProcess =>
  fork(path.join(import.meta.dirname, name), { execArgv: ['--import', 'tsx'] });

/** What a program answers first to a message. */
const answer = <T>(child: ChildProcess, message: ReadyAnswer[] | Load): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as T));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A part of the benchmark ended with ${code}.`)));
    child.send(message);
  });

/** A plain server in a process of its own that has these answers ready. */
export async function openPlainServer(answers: readonly ReadyAnswer[]) {
  const child = start('plain-server.ts');
  const port = await answer<number>(child, [...answers]);
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

export const readyAnswer = (path: string, type: string, body: string | Buffer): ReadyAnswer => ({
  path,
  type,
  body: Buffer.from(body).toString('base64'),
});

/** Asks as many as asked for at once, in a process of its own, so that asking does not slow what else is measured. */
export async function ask(load: Load): Promise<LoadResult> {
  const child = start('load.ts');
  try {
    return await answer<LoadResult>(child, load);
  } finally {
    child.kill();
  }
}
