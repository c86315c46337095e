/** One figure of a bench beside what it may be. */
export interface BenchResult {
  /** What was measured, in words. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be, in the same unit; without one the figure is only told. */
  readonly budget?: number;
  /** What stands behind it: the floor, the medians, the number of runs. */
  readonly note?: string;
}

export interface BenchOptions {
  /** Fewer runs and smaller sizes: for a look, not for a judgement. */
  readonly quick: boolean;
}

/** What a module `tests/bench/<name>.bench.ts` exports as `run`. */
export type RunBench = (options: BenchOptions) => Promise<readonly BenchResult[]>;
