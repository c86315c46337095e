import type { RunBench } from './bench-result';
import { measureExports } from './measure-exports';

/** A million stored comments to files: nothing grows with their number but time. Not in a quick run. */
export const run: RunBench = async ({ quick }) =>
  quick ? [] : measureExports({ count: 1_000_000, turns: 3, budget: 1.6, packs: false });
