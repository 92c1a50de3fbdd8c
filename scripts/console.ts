/** Progress for the person at the terminal: always on stderr, so that stdout stays a program's. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** An error whose message was written for the owner; its name is listed where it is thrown. */
const FOR_OWNERS = new Set([
  'SettingsError',
  'MigrationError',
  'SourceError',
  'StoreRefusal',
  'TranscriptError',
  'EngineUnavailable',
  'UsageError',
]);

/** Wrong usage of a command. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Runs a command's body and turns what it throws into one sentence and an exit code: 2 for wrong
 * usage, 1 for everything else. The stack of an unforeseen error is shown with EARMARK_DEBUG=1.
 */
export async function run(body: () => Promise<number> | Promise<void>): Promise<void> {
  try {
    const code = await body();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    if (!(error instanceof Error)) return say(String(error));
    const foreseen = FOR_OWNERS.has(error.name);
    say(
      foreseen ? error.message : `Unforeseen failure: ${error.message.trim().split('\n').at(-1)}`,
    );
    if (!foreseen && process.env.EARMARK_DEBUG) say(error.stack ?? '');
  }
}
