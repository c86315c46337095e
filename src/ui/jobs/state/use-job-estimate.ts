import type { ReadonlySignal } from '@preact/signals';
import type { JobKindName } from '../../../model/jobs/job-kind.catalog';
import type { Estimate } from '../../../model/providers/run';
import { useKeptEstimate } from '../../providers/state/use-kept-estimate';
import { useUi } from '../../shell/ui-context';
import type { Async } from '../../stores/async';

/** What is to be done, as `model/jobs/job-inputs` says for the kind. */
export interface WantedJob {
  readonly kind: JobKindName;
  readonly input: unknown;
}

/** `isGuess`: how many calls it takes shows only when it runs. */
export type JobEstimate = Estimate & { readonly isGuess: boolean };

/** A note that opens brings its comments first: the background has both to do. */
const REST_MS = 1_000;

/** About what a job will cost; see `use-kept-estimate`. */
export function useJobEstimate(
  wanted: WantedJob | undefined,
): ReadonlySignal<Async<JobEstimate> | undefined> {
  const { ports } = useUi();
  return useKeptEstimate(wanted, (of) => ports.client('job.estimate', of), REST_MS);
}
