import type { ErrorReport } from '../../model/errors';
import { AppError } from '../../model/errors';
import { mayMove } from '../../model/jobs/job';
import type { Job, JobState } from '../../model/jobs/job';
import type { JobItem, JobLogEntry } from '../../model/jobs/job-item';
import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import type { NewItem } from '../job-kind';
import type { JobStores } from '../ports';

/** The job in another state; what belonged to the old one (a reason, a time to wait for) is gone. */
export function moveJob(
  job: Job,
  state: JobState,
  at: number,
  extra: { readonly error?: ErrorReport | undefined; readonly notBefore?: number | undefined } = {},
): Job {
  if (job.state !== state && !mayMove(job.state, state)) {
    throw new AppError('invalid-input', { details: { reason: 'job-state', from: job.state, to: state } });
  }
  const kept = withoutKey(withoutKey(withoutKey(job, 'error'), 'notBefore'), 'endedAt');
  // Nothing is left of it that could come upon what was forgotten.
  const rest = state === 'done' ? withoutKey(kept, 'forgotten') : kept;
  const isEnd = state === 'done' || state === 'partial' || state === 'failed' || state === 'cancelled';
  return {
    ...rest,
    state,
    updatedAt: at,
    ...(state === 'running' ? { startedAt: job.startedAt ?? at } : {}),
    ...(isEnd ? { endedAt: at } : {}),
    ...omitUndefined({ error: extra.error, notBefore: extra.notBefore }),
  };
}

/** Reads the job, stores what `make` makes of it and a line in its log. Throws `nothing-found` where there is none. */
export async function changeJob(
  stores: JobStores,
  jobId: string,
  make: (job: Job) => Job,
  line: Omit<JobLogEntry, 'jobId' | 'seq'>,
): Promise<Job> {
  const job = await stores.jobs.find(jobId);
  if (!job) throw new AppError('nothing-found', { details: { reason: 'job' } });
  const changed = make(job);
  await stores.jobs.put(changed);
  await stores.jobLog.append(jobId, line);
  return changed;
}

/** Delayed items stand behind all others, in the order of their delays. */
const BEHIND = 1e9;

export const toDelayedOrder = (item: JobItem): number => (item.order % BEHIND) + BEHIND * item.attempt;

export function toItems(jobId: string, first: number, items: readonly NewItem<unknown>[]): JobItem[] {
  return items.map(({ itemId, work, label, noteId, state }, index) => ({
    jobId,
    itemId,
    order: first + index,
    state: state ?? 'open',
    work,
    attempt: 0,
    rows: 0,
    ...omitUndefined({ label, noteId }),
  }));
}
