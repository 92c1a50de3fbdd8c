import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('generated'));
}

/** All imports of the product's own code, with paths from the root; packages keep their names. */
const imports: Import[] = ['app', 'pages', 'components', 'lib', 'scripts']
  .flatMap(sources)
  .flatMap((from) =>
    [
      ...readFileSync(path.join(root, from), 'utf8').matchAll(
        /(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/g,
      ),
    ].map(([, type, target = '']) => {
      const own = target.startsWith('@/')
        ? target.slice(2)
        : target.startsWith('.')
          ? path.join(path.dirname(from), target)
          : target;
      return { from, to: own, typeOnly: type !== undefined };
    }),
  );

const importers = (test: (to: string) => boolean) => [
  ...new Set(imports.filter(({ to }) => test(to)).map(({ from }) => from)),
];

/** Each may import what stands after it, never what stands before. */
const ORDER = [
  'scripts',
  'pages',
  'app',
  'components',
  'lib/wire',
  'lib/assistants',
  'lib/ingest',
  'lib/check',
  'lib/search',
  'lib/citation',
  'lib/export',
  'lib/picture',
  'lib/store',
  'lib/media',
  'lib/anchors',
  'lib/understanding',
  'lib/timing',
  'lib/transcript',
  'lib/people',
];
const layer = (file: string) =>
  ORDER.findIndex(
    (prefix) => file === prefix || file.startsWith(`${prefix}/`) || file.startsWith(`${prefix}.`),
  );

/** Writes migrations for developers; part of the store's craft, but a command. */
const MIGRATION_AUTHOR = 'scripts/make-migration.ts';

describe('the direction of imports', () => {
  it('is downwards only', () => {
    const upward = imports.filter(({ from, to, typeOnly }) => {
      const [above, below] = [layer(from), layer(to)];
      // Times are described in lib/timing, and a transcript may carry one; types alone do no harm there.
      const amongValues =
        typeOnly &&
        above >= ORDER.indexOf('lib/understanding') &&
        below >= ORDER.indexOf('lib/understanding');
      return below >= 0 && below < above && !amongValues;
    });
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('leaves Prisma to lib/store', () => {
    const users = importers((to) => to.startsWith('@prisma/') || to.includes('generated/client'));
    expect(
      users.filter((file) => !file.startsWith('lib/store/') && file !== MIGRATION_AUTHOR),
    ).toEqual([]);
  });

  it('leaves each search engine to its adapter', () => {
    const users = importers((to) => to === 'meilisearch' || to === 'libsql');
    expect(
      users.filter(
        (file) =>
          !file.startsWith('lib/search/engines/') &&
          !file.startsWith('lib/store/') &&
          file !== MIGRATION_AUTHOR,
      ),
    ).toEqual([]);
    expect(
      importers((to) => to.startsWith('lib/search/engines/')).filter(
        (file) => !file.startsWith('lib/search/engines/'),
      ),
    ).toEqual(['lib/wire.ts']);
  });

  it('keeps reading and writing out of the pure core', () => {
    const core = [
      'lib/people',
      'lib/transcript',
      'lib/timing',
      'lib/understanding',
      'lib/anchors',
      'lib/citation',
      'lib/export',
      'lib/picture',
      'lib/check',
      'lib/assistants',
    ];
    const rim = imports.filter(
      ({ from, to }) =>
        core.some((folder) => from.startsWith(folder)) &&
        /^node:(fs|http|net|child_process)/.test(to),
    );
    expect(rim).toEqual([]);
  });
});
