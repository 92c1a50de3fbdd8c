import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser to test with, without downloading one: Playwright's own where it is installed, else
 * the system's, else the headless Chromium that `@sparticuz/chromium` carries (Linux only).
 * @throws Error where there is none, saying how to get one.
 */
export async function chooseBrowser(): Promise<LaunchOptions> {
  if (existsSync(chromium.executablePath())) return {};
  const system = systemBrowser();
  if (system) return { executablePath: system };
  if (process.platform !== 'linux') {
    throw new Error(
      'The browser tests found no Chromium; install one with "npx playwright install chromium".',
    );
  }
  // The package's own arguments are for functions that open one page: a second would end the browser.
  return { executablePath: await carriedBrowser(), args: ['--no-sandbox'] };
}

/**
 * Unpacks the carried browser, once an install. The package itself would take any file called
 * /tmp/chromium for its own, another user's or the half of an interrupted unpacking too; so it
 * unpacks into a folder of its own, which gets its name when it is whole.
 */
async function carriedBrowser(): Promise<string> {
  const cache = path.join(import.meta.dirname, '../../node_modules/.cache');
  const folder = path.join(cache, 'earmark-chromium');
  const executable = path.join(folder, 'chromium');
  if (existsSync(executable)) return executable;

  const { default: carried } = await import('@sparticuz/chromium');
  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(path.join(cache, 'chromium-'));
  const before = process.env.TMPDIR;
  try {
    process.env.TMPDIR = unpacking;
    await carried.executablePath();
    await rename(unpacking, folder);
  } catch (error) {
    // Another run may have been faster.
    if (!existsSync(executable)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(unpacking, { recursive: true, force: true });
  }
  return executable;
}

function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => SYSTEM_NAMES.map((name) => path.join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
