import Database from 'libsql';

/** What has been read is kept for so many questions; the one that was not asked longest goes first. */
const MOST = 32;

/** Reads that are answered from memory for as long as nobody has written to the database. */
export interface KeptReads {
  /** The same read, kept. What it answers is shared: nobody may change it. Nothing found is not kept. */
  keep<A extends unknown[], T>(
    name: string,
    read: (...asked: A) => Promise<T>,
  ): (...asked: A) => Promise<T>;
  close(): void;
}

/**
 * Keeps reads of the database at a "file:" URL. Every question first asks SQLite whether any connection,
 * of this process or another, has committed since (`PRAGMA data_version` of a connection that
 * never writes; some hundredths of a millisecond), so that an answer is never older than the question.
 */
export function keepReads(url: string): KeptReads {
  const answers = new Map<string, unknown>();
  let watch: { file: Database.Database; version: Database.Statement } | null = null;
  let known: number | undefined;

  /** Forgets everything where something was written. */
  const look = () => {
    if (!watch) {
      const file = new Database(url.slice('file:'.length));
      watch = { file, version: file.prepare('PRAGMA data_version') };
    }
    const { data_version: now } = watch.version.get() as { data_version: number };
    if (now !== known) answers.clear();
    known = now;
    return now;
  };

  return {
    keep:
      (name, read) =>
      async (...asked) => {
        const version = look();
        const key = JSON.stringify([name, ...asked]);
        const before = answers.get(key);
        if (before !== undefined) {
          answers.delete(key);
          answers.set(key, before);
          return before as Awaited<ReturnType<typeof read>>;
        }
        const answer = await read(...asked);
        // Written meanwhile: it may be from before or from after.
        if (answer != null && look() === version) {
          answers.set(key, answer);
          if (answers.size > MOST) answers.delete(answers.keys().next().value ?? '');
        }
        return answer;
      },
    close: () => {
      watch?.file.close();
      watch = null;
      answers.clear();
    },
  };
}
