import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { claimAddress, urlOf } from '../../scripts/setup/address.mjs';
import { ended, startChild } from '../../scripts/setup/child.mjs';
import { ROOT } from './own-site.ts';

/** The framework with nothing of ours: one static page of paragraphs. */
export interface BareNext {
  url: string;
  stop(): Promise<void>;
}

const READY_MS = 30_000;

/**
 * Builds and serves a Next application of one static page that holds `text`. It stands inside the
 * project's folder, so that it is built with the very same packages, and is removed afterwards.
 */
export async function openBareNext(text: string): Promise<BareNext> {
  const folder = path.join(ROOT, '.bench', `bare-${process.pid}`);
  const files = {
    'package.json': '{ "private": true, "type": "module" }',
    'text.json': JSON.stringify(text.split('\n').filter(Boolean)),
    'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, outputFileTracingRoot: ${JSON.stringify(ROOT)}, typescript: { ignoreBuildErrors: true } };`,
    // Found here, so that the framework does not go up to ours.
    'instrumentation.js': 'export function register() {}',
    'proxy.js': 'export function proxy() {} export const config = { matcher: "/nothing-is-here" };',
    'app/layout.jsx':
      'export const metadata = { title: "Bare" }; export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
    'app/page.jsx':
      'import text from "../text.json"; export default function Page() { return <main>{text.map((line, i) => <p key={i}>{line}</p>)}</main>; }',
  };
  await mkdir(path.join(folder, 'app'), { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(path.join(folder, name), content);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  try {
    await promisify(execFile)(process.execPath, [next, 'build'], { cwd: folder, env });
    const address = await claimAddress({ host: '127.0.0.1', port: 0 });
    const child = startChild(
      process.execPath,
      [next, 'start', '-H', '127.0.0.1', '-p', String(address.port)],
      { cwd: folder, env },
    );
    const stopped = ended(child);
    const stop = async () => {
      child.kill();
      await stopped;
      await rm(folder, { recursive: true, force: true });
    };
    const url = urlOf(address);
    for (const until = Date.now() + READY_MS; ; ) {
      if (
        await fetch(url).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return { url, stop };
      if (Date.now() > until) {
        await stop();
        throw new Error('The bare page did not answer within half a minute.');
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
