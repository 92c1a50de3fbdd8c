/**
 * How many checks passed, failed and were skipped.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** One check that is right or wrong as a whole, such as the types. */
export function tallyOfStep(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * The counts of Vitest's JSON report. A file that could not even be run has no tests in the report,
 * and a run may fail without any failed test: each counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] } | null} report
 * @param {number} exitCode of the run.
 * @returns {Tally}
 */
export function tallyOfVitest(report, exitCode) {
  if (!report) return tallyOfStep(false);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return withExitCode(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/**
 * The counts of Playwright's JSON report; a test that passed only when repeated did not pass.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[] } | null} report
 * @param {number} exitCode of the run.
 * @returns {Tally}
 */
export function tallyOfPlaywright(report, exitCode) {
  if (!report) return tallyOfStep(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExitCode(exitCode, {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
  });
}

/** @param {readonly Tally[]} tallies */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** The last line of `npm test`, for people and for programs. */
export function totalLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** A run that ended badly never counts as a good one, whatever its report says. */
function withExitCode(exitCode, tally) {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
