import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ended, passOnSignals, startChild } from './child.mjs';
import { installPackages } from './install.mjs';
import { lockCheckout } from './lock.mjs';
import { fail, Problem, say } from './problem.mjs';
import { buildSite, generateClient } from './steps.mjs';
import { sum, tallyOfPlaywright, tallyOfStep, tallyOfVitest, totalLine } from './tally.mjs';

const root = path.join(import.meta.dirname, '../..');

const KINDS = ['types', 'lint', 'unit', 'contract', 'e2e'];

/**
 * Sets up what the tests need and runs them all; a failure in one kind does not keep the next from
 * running. Narrowed by naming kinds: `npm test -- unit contract`.
 */
export async function test(kinds) {
  passOnSignals();
  const reports = mkdtempSync(path.join(tmpdir(), 'earmark-test-'));
  process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
  try {
    const unknown = kinds.find((kind) => !KINDS.includes(kind));
    if (unknown) {
      throw new Problem(`There is no kind of test "${unknown}"; there are ${KINDS.join(', ')}.`);
    }
    const wanted = new Set(kinds.length > 0 ? kinds : KINDS);
    const results = await runAll(wanted, reports, { ...process.env });
    const total = sum(results.map(({ tally }) => tally));
    console.log('');
    for (const { name, tally, seconds } of results) {
      console.log(`${name.padEnd(28)} ${totalLine(tally)} (${seconds.toFixed(1)} s)`);
    }
    console.log(`\n${totalLine(total)}`);
    process.exitCode = total.failed > 0 ? 1 : 0;
  } catch (error) {
    fail(error);
  }
}

async function runAll(wanted, reports, env) {
  const results = [];
  const check = async (name, work) => {
    const began = Date.now();
    say(`\n${name}`);
    const tally = await work();
    results.push({ name, tally, seconds: (Date.now() - began) / 1000 });
  };

  await underLock(async () => {
    await installPackages(root, { withDev: true, env });
    await generateClient(root, env);
  });

  if (wanted.has('types')) {
    await check('Types', async () => {
      // Next writes the declarations of its routes and of what pages may import.
      const next = await exitCodeOf(['node_modules/next/dist/bin/next', 'typegen'], env);
      const tsc = await exitCodeOf(['node_modules/typescript/bin/tsc', '--noEmit'], env);
      return tallyOfStep(next === 0 && tsc === 0);
    });
  }
  if (wanted.has('lint')) {
    await check('Lint and format', async () =>
      tallyOfStep(
        (await exitCodeOf(['node_modules/@biomejs/biome/bin/biome', 'check'], env)) === 0,
      ),
    );
  }
  const folders = ['unit', 'contract'].filter((kind) => wanted.has(kind));
  if (folders.length > 0) {
    await check('Unit and contract tests', async () => {
      const file = path.join(reports, 'vitest.json');
      const code = await exitCodeOf(
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          ...folders.map((kind) => `tests/${kind}/`),
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ],
        env,
      );
      return tallyOfVitest(readReport(file), code);
    });
  }
  if (wanted.has('e2e')) {
    await check('Browser tests', async () => {
      // Nothing that is stored may find its way into the build: it has an empty data folder.
      await underLock(() => buildSite(root, { ...env, DATA_DIR: path.join(reports, 'data') }));
      const file = path.join(reports, 'playwright.json');
      const code = await exitCodeOf(
        ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
        { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      );
      return tallyOfPlaywright(readReport(file), code);
    });
  }
  return results;
}

async function underLock(work) {
  const unlock = await lockCheckout(root);
  try {
    await work();
  } finally {
    unlock();
  }
}

function exitCodeOf(args, env) {
  return ended(startChild(process.execPath, args, { cwd: root, env }));
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
