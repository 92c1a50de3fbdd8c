import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import Database from 'libsql';

const NAMES = { provider: 'sqlite', adapterName: 'earmark-migrations' } as const;

/**
 * Lets Prisma's schema engine work on one connection that the caller has opened, and may have begun
 * a transaction on. `@prisma/adapter-libsql` cannot do this: its client ends any open transaction
 * after a script, so a migration that is killed half-way would stay half-applied.
 */
export function migrationAdapter(
  database: Database.Database,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    ...NAMES,
    connect: async () => onConnection(database, () => {}),
    connectToShadowDb: async () => {
      const shadow = new Database(':memory:');
      return onConnection(shadow, () => shadow.close());
    },
  };
}

function onConnection(database: Database.Database, dispose: () => void): SqlDriverAdapter {
  return {
    ...NAMES,
    queryRaw: async (query) => asDriverError(() => select(database, query)),
    executeRaw: async (query) => asDriverError(() => execute(database, query)),
    executeScript: async (script) => {
      asDriverError(() => database.exec(script));
    },
    startTransaction: () =>
      Promise.reject(new Error('Migrations run in the caller’s transaction.')),
    dispose: async () => dispose(),
  };
}

function select(database: Database.Database, query: SqlQuery) {
  const statement = database.prepare(query.sql);
  if (!statement.reader) {
    statement.run(query.args);
    return { columnNames: [], columnTypes: [], rows: [] };
  }
  const columns = statement.columns();
  const rows = statement.raw().all(query.args) as (string | number | null)[][];
  const columnTypes = columns.map((column, index) =>
    columnType(column.type, rows.find((row) => row[index] !== null)?.[index]),
  );
  return { columnNames: columns.map(({ name }) => name), columnTypes, rows };
}

function execute(database: Database.Database, query: SqlQuery): number {
  if (query.args.length > 0) return database.prepare(query.sql).run(query.args).changes;
  // The engine sends whole scripts this way too, and `prepare` would stop after the first statement.
  database.exec(query.sql);
  return 0;
}

/** The declared type where it says more than the value does; the value's own otherwise. */
function columnType(
  declared: string | null,
  value: string | number | null | undefined,
): ColumnType {
  if (declared?.toUpperCase() === 'DATETIME') return ColumnTypeEnum.DateTime;
  return typeof value === 'number' ? ColumnTypeEnum.Int32 : ColumnTypeEnum.Text;
}

/** The engine reads driver errors of this shape and takes anything else for a crash. */
function asDriverError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const extendedCode =
      'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : 1;
    throw new DriverAdapterError({ kind: 'sqlite', extendedCode, message: error.message });
  }
}
