import { runCommand } from '../run-command';
import type { Tally } from './tally';

export interface StepOutcome {
  readonly tally: Tally;
  /** One line for every failure, for the end of the run. */
  readonly failures: readonly string[];
}

/** One part of a tier; never throws, failures are its outcome. */
export interface Step {
  readonly name: string;
  run(): Promise<StepOutcome>;
}

export const passedOnce: StepOutcome = { tally: { passed: 1, failed: 0, skipped: 0 }, failures: [] };

export function failedOnce(failure: string): StepOutcome {
  return { tally: { passed: 0, failed: 1, skipped: 0 }, failures: [failure] };
}

/** Longest time a step may print nothing. */
export const stepSilenceMs = 600_000;

/** A command that counts as one test: passed when it ends with 0. What it prints is passed on. */
export function defineCommandStep(name: string, script: string, args: readonly string[]): Step {
  return {
    name,
    async run() {
      const result = await runCommand(process.execPath, [script, ...args], {
        silenceMs: stepSilenceMs,
        onText: (text) => process.stdout.write(text),
      });
      if (result.exitCode === 0) return passedOnce;
      return failedOnce(`${name}: ${result.reason ?? `ended with code ${result.exitCode}`}`);
    },
  };
}
