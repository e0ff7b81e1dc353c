/** What a step of `npm test` found. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** skipped */
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts a run of Vitest. A test that was left out counts as failed, so does a file that broke before its first test, a
 * run without any test, and a run that ended badly though every test passed (an error outside of them).
 */
export function tallyOf(report: VitestReport | null, exitCode: number | null): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles;
  const nothingRan = report.numPassedTests + failed === 0;
  const badEnd = exitCode !== 0 && failed === 0;
  return { passed: report.numPassedTests, failed: failed + (nothingRan || badEnd ? 1 : 0) };
}
