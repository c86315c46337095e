import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, projectDir } from '../project-paths';
import { runCommand } from '../run-command';
import { findUnexcusedSkips, parseAllowedSkips } from './allowed-skips';
import { failedOnce, stepSilenceMs } from './step';
import type { Step, StepOutcome } from './step';
import { summarizeReport } from './vitest-report';
import type { ReportSummary, VitestReport } from './vitest-report';

/** Runs the tests of some projects of `vitest.config.ts`; every skip that `tests/README.md` does not excuse is a failure. */
export function defineVitestStep(projects: readonly string[], tier: 'short' | 'long'): Step {
  const name = `tests: ${projects.join(', ')}${tier === 'long' ? ' (long)' : ''}`;
  return {
    name,
    async run() {
      const reportPath = join(cacheDir, 'reports', `${projects.join('-')}-${tier}.json`);
      mkdirSync(join(cacheDir, 'reports'), { recursive: true });
      rmSync(reportPath, { force: true });
      const vitest = join(projectDir, 'node_modules', 'vitest', 'vitest.mjs');
      const args = [
        vitest,
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportPath}`,
      ];
      const result = await runCommand(process.execPath, args, {
        env: { TEST_TIER: tier },
        silenceMs: stepSilenceMs,
        onText: (text) => process.stdout.write(text),
      });
      if (!existsSync(reportPath)) {
        return failedOnce(
          `${name}: ${result.reason ?? `ended with code ${result.exitCode}`} and left no report`,
        );
      }
      const summary = summarizeReport(JSON.parse(readFileSync(reportPath, 'utf8')) as VitestReport);
      return judge(name, summary, result.exitCode, tier);
    },
  };
}

function judge(
  name: string,
  summary: ReportSummary,
  exitCode: number | undefined,
  tier: 'short' | 'long',
): StepOutcome {
  const allowed = parseAllowedSkips(readFileSync(join(projectDir, 'tests', 'README.md'), 'utf8'));
  const failures = [...summary.failures];
  for (const { file, name: test } of findUnexcusedSkips(summary.skipped, allowed, process.env)) {
    failures.push(`${file} › ${test}: skipped, and tests/README.md does not excuse it`);
  }
  // An error outside of all tests (an unhandled rejection, say) makes Vitest fail although no test did.
  if (failures.length === 0 && exitCode !== 0) failures.push(`${name}: Vitest ended with code ${exitCode}`);
  const { passed, skipped } = summary.tally;
  if (passed + skipped + failures.length === 0 && tier === 'short')
    failures.push(`${name}: no test was found`);
  return { tally: { passed, failed: failures.length, skipped }, failures };
}
