import { describe, expect, test } from 'vitest';
import { tallyOf, type VitestReport } from '@/scripts/testing/tally';

function report(changes: Partial<VitestReport> = {}): VitestReport {
  return { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...changes };
}

describe('npm test counts', () => {
  test('what passed and what failed', () => {
    expect(tallyOf(report(), 0)).toEqual({ passed: 3, failed: 0 });
    expect(tallyOf(report({ numFailedTests: 2 }), 1)).toEqual({ passed: 3, failed: 2 });
  });

  test('a test left out as failed', () => {
    expect(tallyOf(report({ numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({ passed: 3, failed: 2 });
  });

  test('a file that broke before its first test as one failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    const counted = tallyOf(report({ numFailedTests: 1, testResults: [broken, failing] }), 1);
    expect(counted).toEqual({ passed: 3, failed: 2 });
  });

  test('a run without tests, without a report, or with a bad end as a failure', () => {
    expect(tallyOf(report({ numPassedTests: 0 }), 0)).toEqual({ passed: 0, failed: 1 });
    expect(tallyOf(null, 1)).toEqual({ passed: 0, failed: 1 });
    expect(tallyOf(report(), 1)).toEqual({ passed: 3, failed: 1 });
    expect(tallyOf(report(), null)).toEqual({ passed: 3, failed: 1 });
  });
});
