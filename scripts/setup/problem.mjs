/** Something the owner can mend: the message is one sentence that says what and how. */
export class Problem extends Error {
  name = 'Problem';
}

/** A step that has already said, on stderr, what is wrong: nothing is added, the code is passed on. */
export class StepFailed extends Error {
  name = 'StepFailed';

  /** @param {number} exitCode */
  constructor(exitCode) {
    super(`exit code ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** One line of progress. On stderr: stdout belongs to the line that says where the site is. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends the process for an error, with one sentence; the stack is shown only for an unforeseen one. */
export function fail(error) {
  if (error instanceof Problem) say(error.message);
  else if (!(error instanceof StepFailed)) say(`Unforeseen failure: ${error?.stack ?? error}`);
  process.exit(error instanceof StepFailed ? error.exitCode : 1);
}
