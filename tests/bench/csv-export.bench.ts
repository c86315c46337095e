import type { RunBench } from './bench-result';
import { measureExports } from './measure-exports';

/**
 * 100,000 stored comments to files. A quick run takes 50,000: of fewer, starting the worker and warming its code up take a
 * share that a bare read does not have, and that says nothing of how it grows.
 */
export const run: RunBench = ({ quick }) =>
  measureExports({ count: quick ? 50_000 : 100_000, turns: quick ? 5 : 11, budget: 2, packs: true });
