import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runStep } from './child.mjs';
import { fingerprintOf, isStamped, withStamp } from './stamp.mjs';

const GENERATED = 'lib/store/generated';

/** Everything that a build is made from. */
const BUILT_FROM = [
  'app',
  'pages',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.ts',
  'tsconfig.json',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
];

/** Generates the database client where the schema or Prisma's version has changed. */
export async function generateClient(root, env) {
  const folder = path.join(root, GENERATED);
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8'),
  );
  const schema = fingerprintOf(root, ['prisma/schema.prisma', 'prisma.config.ts']);
  const fingerprint = `${version} ${schema}`;
  if (isStamped(folder, fingerprint)) return;
  await withStamp(folder, fingerprint, () =>
    runStep('Generating the database client', {
      command: process.execPath,
      args: ['node_modules/prisma/build/index.js', 'generate'],
      cwd: root,
      // Any existing file will do: it keeps Prisma from downloading an engine that is not used here.
      env: { ...env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
      quiet: true,
    }),
  );
}

/** Database, seeds and search index; finds out itself what there is to do. */
export function prepareData(root, env) {
  return runStep('Preparing database, episodes and search index', {
    command: process.execPath,
    args: ['--import', 'tsx', 'scripts/prepare.ts'],
    cwd: root,
    env,
    explains: true,
  });
}

/** Builds the site where anything that it is made from has changed. */
export async function buildSite(root, env) {
  const folder = path.join(root, '.next');
  const fingerprint = fingerprintOf(root, BUILT_FROM, [GENERATED]);
  if (isStamped(folder, fingerprint)) return;
  await withStamp(folder, fingerprint, () =>
    runStep('Building the site', {
      command: process.execPath,
      args: ['node_modules/next/dist/bin/next', 'build'],
      cwd: root,
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  );
}
