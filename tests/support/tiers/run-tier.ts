/**
 * `tsx tests/support/tiers/run-tier.ts [check|test|long]`: runs everything of a tier, also after a failure, and ends
 * with the line `N passed, N failed, N skipped`. A check, a build and the demo count as one test each.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from '../built-extension';
import type { BuildTarget } from '../built-extension';
import { projectDir } from '../project-paths';
import { prepareDesks } from '../setup/desk-programs';
import { prepareSmallDisk } from '../setup/small-disk';
import { defineCommandStep, failedOnce, passedOnce } from './step';
import type { Step } from './step';
import { addTallies, emptyTally, toSumLine } from './tally';
import { defineVitestStep } from './vitest-step';

const tiers = ['check', 'test', 'long'] as const;
type Tier = (typeof tiers)[number];

const inModules = (...path: string[]) => join(projectDir, 'node_modules', ...path);

function defineBuildStep(target: BuildTarget): Step {
  return {
    name: `build for ${target}`,
    async run() {
      try {
        console.log(await buildExtension(target));
        return passedOnce;
      } catch (error) {
        console.error(error);
        return failedOnce(`build for ${target}`);
      }
    },
  };
}

function listSteps(tier: Tier): readonly Step[] {
  const checks = [
    defineCommandStep('format', inModules('prettier', 'bin', 'prettier.cjs'), ['--check', '.']),
    defineCommandStep('lint', inModules('eslint', 'bin', 'eslint.js'), ['.']),
    defineCommandStep('types', inModules('typescript', 'bin', 'tsc'), ['--noEmit', '-p', '.']),
  ];
  const builds = (['chrome', 'edge', 'firefox'] as const).map(defineBuildStep);
  switch (tier) {
    case 'check':
      return [...checks, defineVitestStep(['unit', 'conformance'], 'short')];
    case 'test':
      return [
        ...checks,
        ...builds,
        defineVitestStep(['unit', 'conformance', 'integration'], 'short'),
        defineVitestStep(['e2e-chromium'], 'short'),
        defineVitestStep(['e2e-firefox'], 'short'),
        defineCommandStep('npm start, headless', inModules('tsx', 'dist', 'cli.mjs'), [
          'tests/demo/start.ts',
          '--headless',
        ]),
      ];
    case 'long':
      return [
        defineVitestStep(['unit', 'conformance', 'integration'], 'long'),
        ...builds.filter((_, index) => index !== 1),
        defineVitestStep(['e2e-chromium'], 'long'),
        defineVitestStep(['e2e-firefox'], 'long'),
      ];
  }
}

// `npm test -- --tier=long` comes after the tier the script names, so the last word counts.
const wanted = (process.argv.slice(2).at(-1) ?? 'test').replace(/^--tier=/, '');
const tier = tiers.find((each) => each === wanted);
if (!tier) {
  console.error(`"${wanted}" is not one of ${tiers.join(', ')}.`);
  process.exit(2);
}
rmSync(join(projectDir, 'test-output'), { recursive: true, force: true });
if (tier === 'long') {
  await prepareDesks();
  prepareSmallDisk();
}
let tally = emptyTally;
const failures: string[] = [];
const startedAt = Date.now();
for (const step of listSteps(tier)) {
  console.log(`\n━━ ${step.name}`);
  const stepStartedAt = Date.now();
  const outcome = await step.run();
  tally = addTallies(tally, outcome.tally);
  failures.push(...outcome.failures);
  console.log(
    `━━ ${step.name}: ${toSumLine(outcome.tally)}, ${Math.round((Date.now() - stepStartedAt) / 1000)} s`,
  );
}
console.log(`\n${Math.round((Date.now() - startedAt) / 1000)} s in all.`);
if (failures.length > 0) console.log(`Failed:\n${failures.map((line) => `  ✗ ${line}`).join('\n')}`);
console.log(toSumLine(tally));
process.exit(tally.failed > 0 ? 1 : 0);
