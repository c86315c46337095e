import { isAbsolute, relative } from 'node:path';
import { projectDir } from '../project-paths';
import type { Tally } from './tally';

/** The parts of Vitest's JSON report that are read (Vitest 4.1 documentation of reporters). */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface SkippedTest {
  /** Path of the test file from the project's root, with slashes. */
  readonly file: string;
  readonly name: string;
}

export interface ReportSummary {
  readonly tally: Tally;
  readonly skipped: readonly SkippedTest[];
  /** One line for every failure. */
  readonly failures: readonly string[];
}

/**
 * Counts a report. A file that could not be loaded, or failed outside of its tests, is a failure of its own; the tests
 * it never came to are not counted as skipped.
 */
export function summarizeReport(report: VitestReport): ReportSummary {
  const skipped: SkippedTest[] = [];
  const failures: string[] = [];
  let passed = 0;
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = (isAbsolute(name) ? relative(projectDir, name) : name).replaceAll('\\', '/');
    const brokeOutside = status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') failures.push(`${file} › ${test.fullName}`);
      else if (!brokeOutside) skipped.push({ file, name: test.fullName });
    }
    if (brokeOutside) {
      failures.push(`${file}: ${message.split('\n')[0] ?? 'failed outside of its tests'}`);
    }
  }
  return { tally: { passed, failed: failures.length, skipped: skipped.length }, skipped, failures };
}
