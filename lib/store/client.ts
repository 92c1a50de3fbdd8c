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
