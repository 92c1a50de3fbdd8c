import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAddress, urlOf } from '../../../scripts/setup/address.mjs';
import { installProblem } from '../../../scripts/setup/install.mjs';
import { isStale } from '../../../scripts/setup/lock.mjs';
import { nodeProblem } from '../../../scripts/setup/node-version.mjs';
import { fingerprintOf, isStamped, withStamp } from '../../../scripts/setup/stamp.mjs';
import { tallyOfPlaywright, tallyOfVitest, totalLine } from '../../../scripts/setup/tally.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Node', () => {
  it.each(['18.20.0', '20.18.3', '16.0.0'])('%s is too old', (version) => {
    expect(nodeProblem(version)).toContain('needs Node 20.19 or newer');
  });
  it.each(['20.19.0', '20.20.2', '22.1.0', '26.0.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });
});

describe('the address', () => {
  it('is 127.0.0.1:3000 where nothing is said', () => {
    expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(readAddress({ HOST: '', PORT: '' })).toEqual({ host: '127.0.0.1', port: 3000 });
  });
  it.each(['http', '70000', '-1', '3000x'])('refuses the port %s', (PORT) => {
    expect(() => readAddress({ PORT })).toThrow(/^PORT is/);
  });
  it('refuses a host that is none', () => {
    expect(() => readAddress({ HOST: 'a b' })).toThrow(/^HOST is/);
  });
  it('is a URL, for IPv6 too', () => {
    expect(urlOf({ host: '::1', port: 80 })).toBe('http://[::1]:80');
  });
});

describe('the installed packages', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', dev: true },
    'node_modules/c': { version: '3.0.0', optional: true },
  };
  const state = {
    wanted,
    installed: { 'node_modules/a': { version: '1.0.0' } },
    isThere: () => true,
    withDev: false,
    platform: 'linux',
    arch: 'x64',
  };
  it.each([
    ['will do', {}, null],
    ['are not there', { installed: null }, 'nothing is installed yet'],
    ['lack one', { installed: {} }, 'a is missing'],
    [
      'have another version',
      { installed: { 'node_modules/a': { version: '0.9.0' } } },
      'a has another version than package-lock.json',
    ],
    ['were deleted in part', { isThere: () => false }, 'a is no longer there'],
    ['lack those for developers', { withDev: true }, 'b is missing'],
    [
      'are for another machine',
      { installed: { 'node_modules/a': { version: '1.0.0', os: ['darwin'] } } },
      'the packages were installed for another kind of machine',
    ],
  ])('%s', (_, change, problem) => {
    expect(installProblem({ ...state, ...change })).toBe(problem);
  });
});

describe('a stamp', () => {
  it('is there once its step has succeeded, and only for the same sources', async () => {
    writeFileSync(path.join(folder, 'source'), 'one');
    const made = path.join(folder, 'made');
    const first = fingerprintOf(folder, ['source']);
    await expect(
      withStamp(made, first, () => Promise.reject(new Error('interrupted'))),
    ).rejects.toThrow();
    expect(isStamped(made, first)).toBe(false);
    await withStamp(made, first, async () => {});
    expect(isStamped(made, first)).toBe(true);
    writeFileSync(path.join(folder, 'source'), 'two');
    expect(isStamped(made, fingerprintOf(folder, ['source']))).toBe(false);
  });
});

describe('the lock of a checkout', () => {
  const world = { self: 10, isAlive: (pid: number) => pid === 20 };
  it.each([
    ['is held by a living process', { pid: 20, ageMs: 1_000 }, false],
    ['is stale where its process is gone', { pid: 30, ageMs: 1_000 }, true],
    ['is stale where its process has been silent', { pid: 20, ageMs: 90_000 }, true],
    ['may be just being written', { pid: Number.NaN, ageMs: 100 }, false],
  ])('%s', (_, lock, stale) => {
    expect(isStale(lock, world)).toBe(stale);
  });
});

describe('the tally of the tests', () => {
  it('counts a run that ended badly as a failure whatever its report says', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [],
    };
    expect(totalLine(tallyOfVitest(report, 0))).toBe('3 passed, 0 failed, 1 skipped');
    expect(totalLine(tallyOfVitest(report, 1))).toBe('3 passed, 1 failed, 1 skipped');
    expect(totalLine(tallyOfPlaywright(null, 1))).toBe('0 passed, 1 failed');
  });
});

describe('npm start says what is wrong in one sentence', () => {
  const start = (env: Record<string, string>) =>
    new Promise<{ code: number | null; stderr: string }>((resolve) => {
      const child = spawn(process.execPath, ['scripts/start.mjs'], {
        cwd: ROOT,
        env: { ...process.env, DATA_DIR: folder, ...env },
      });
      let stderr = '';
      child.stderr.on('data', (data) => {
        stderr += data;
      });
      child.on('close', (code) => resolve({ code, stderr: stderr.trim() }));
    });

  it('where the port is in use', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const address = busy.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const { code, stderr } = await start({ HOST: '127.0.0.1', PORT: port });
    busy.close();
    expect([code, stderr.split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is in use`);
  });

  it('where the port is none', async () => {
    const { code, stderr } = await start({ PORT: 'http' });
    expect([code, stderr.split('\n').length]).toEqual([1, 1]);
  });

  it('where the data folder cannot be written', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const { code, stderr } = await start({ PORT: '0', DATA_DIR: path.join(folder, 'file/data') });
    expect([code, stderr.split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain('cannot be written');
  });
});

describe.skipIf(process.platform === 'win32')('a command that npm started', () => {
  const script = `
    import { endWithParent } from ${JSON.stringify(path.join(ROOT, 'scripts/setup/abandoned.mjs'))};
    process.on('SIGTERM', () => { console.log('told to stop'); process.exit(); });
    endWithParent();
    console.log('running');
    setInterval(() => {}, 1_000);`;

  it('ends when the shell between them is gone', async () => {
    writeFileSync(path.join(folder, 'command.mjs'), script);
    const shell = spawn('sh', ['-c', `"${process.execPath}" command.mjs; true`], {
      cwd: folder,
      env: { ...process.env, npm_lifecycle_event: 'serve' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const heard: string[] = [];
    for await (const chunk of shell.stdout) {
      heard.push(...String(chunk).trim().split('\n'));
      if (heard.at(-1) === 'running') shell.kill('SIGKILL');
    }
    expect(heard).toEqual(['running', 'told to stop']);
  });
});
