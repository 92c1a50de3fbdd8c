import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaClient } from './generated/client.ts';

export type Db = PrismaClient;
/** The client inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** How long a writer waits for another process's write, in milliseconds. */
const BUSY_MS = 10_000;

/**
 * Opens the database at a "file:" URL. Foreign keys are on in every connection of this driver
 * (it is compiled that way; the contract test checks it) and WAL was set by the migration.
 */
export function openDatabase(url: string): Db {
  return new PrismaClient({ adapter: new PrismaLibSql({ url, timeout: BUSY_MS }) });
}

/** A whole episode of ten hours is written well within this, in milliseconds. */
const TRANSACTION_MS = 120_000;

/**
 * One transaction that writes. It takes SQLite's write lock before it reads anything: a transaction
 * that reads first and finds that another process wrote since could not write any more
 * (SQLITE_BUSY_SNAPSHOT), however long it waited.
 */
export function writing<T>(db: Db, body: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`UPDATE "EngineCursor" SET "seq" = "seq" WHERE 0`;
      return body(tx);
    },
    { maxWait: TRANSACTION_MS, timeout: TRANSACTION_MS },
  );
}

/** SQLite takes so many values in one question; longer lists are asked in parts. */
const MOST_VALUES = 500;

export function inChunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / MOST_VALUES) }, (_, i) =>
    list.slice(i * MOST_VALUES, (i + 1) * MOST_VALUES),
  );
}
