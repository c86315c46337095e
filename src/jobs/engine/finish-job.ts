import { withoutKey } from '../../lib/without-key';
import { AppError, toAppError, toErrorReport } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import { isActive } from '../../model/jobs/job';
import { addProgress } from '../../model/jobs/job-progress';
import type { AnyJobKind, JobEnd } from '../job-kind';
import type { EnginePorts, JobReaders, JobStores } from '../ports';
import { findAfterFailure } from './after-failure';
import { changeJob, moveJob } from './change-job';
import { withSpent } from '../take-stock';
import type { Spent } from '../take-stock';

/** A job that has nothing left to do but to end. */
export interface Finishing {
  readonly job: Job;
  readonly kind: AnyJobKind;
  readonly signal: AbortSignal;
}

/**
 * Ends a job none of whose items is open any more. What the kind has left to do comes first; killed in the middle, it is
 * done again, and so is what was stopped from outside. Something that fails there pauses the job, which tries again when it goes on.
 */
export async function finishJob(ports: EnginePorts, finishing: Finishing): Promise<void> {
  const { kind, job: found, signal } = finishing;
  const { store, markGone, now } = ports;
  const readers = { ...ports.readers, readComments: stopReading(ports.readers.readComments, signal) };
  try {
    const spent = await readers.sumSpent(found.jobId);
    const job = withSpent(found, spent);
    const end = kind.finish
      ? await kind.finish({ job, input: job.input, readers, store, markGone, now })
      : toPlainEnd(job);
    signal.throwIfAborted();
    await endJob(ports, job.jobId, end, spent);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'unexpected') ports.onAside(thrown);
    if (findAfterFailure(error, 1, 0).then === 'leave') return;
    const at = ports.now();
    const report = toErrorReport(error);
    const line = { at, event: 'paused', error: report } as const;
    const changed = await ports.change(async (stores) => {
      const known = await stores.jobs.find(found.jobId);
      if (!known || !isActive(known)) return undefined;
      return changeJob(stores, found.jobId, (one) => moveJob(one, 'paused', at, { error: report }), line);
    });
    if (changed) ports.onNews({ job: changed });
  }
}

/** Counting may take as long as there are comments: it ends with the batch at which nobody waits for it any more. */
const stopReading = (read: JobReaders['readComments'], signal: AbortSignal): JobReaders['readComments'] =>
  async function* (noteId) {
    for await (const batch of read(noteId)) {
      signal.throwIfAborted();
      yield batch;
    }
  };

/** All went well, some did, none did. */
export function toPlainEnd({ progress }: Pick<Job, 'progress'>): JobEnd {
  const { itemsFailed, itemsKnown } = progress;
  if (itemsFailed === 0) return { state: 'done' };
  return { state: itemsFailed < itemsKnown || progress.rows > 0 ? 'partial' : 'failed' };
}

/**
 * Gives up what is still open of a paused job; there is nothing left to do then but to end it. What made the job pause is no
 * failure of an item that met none itself: nobody waited for that one.
 */
export async function concludeJob(stores: JobStores, job: Job, at: number): Promise<Job> {
  if (job.state !== 'paused') return job;
  const { jobId } = job;
  const open = await stores.jobItems.list(jobId, ['open']);
  const givenUp = toErrorReport(new AppError('cancelled'));
  for (const item of open) {
    await stores.jobItems.put({
      ...withoutKey(item, 'notBefore'),
      state: 'failed',
      error: item.error ?? givenUp,
    });
  }
  const progress = addProgress(job.progress, { itemsDone: open.length, itemsFailed: open.length });
  const make = (one: Job): Job => ({ ...moveJob(one, 'queued', at), progress });
  return changeJob(stores, jobId, make, { at, event: 'concluded' });
}

async function endJob(ports: EnginePorts, jobId: string, end: JobEnd, spent: Spent): Promise<void> {
  const at = ports.now();
  const changed = await ports.change(async (stores) => {
    const [job, open] = await Promise.all([stores.jobs.find(jobId), stores.jobItems.count(jobId, 'open')]);
    // Retried, paused or cancelled in between: not over.
    if (!job || !isActive(job) || open > 0) return undefined;
    const line = { at, event: end.state, ...(end.error ? { error: end.error } : {}) };
    const make = (one: Job) => withSpent(moveJob(one, end.state, at, { error: end.error }), spent);
    return changeJob(stores, jobId, make, line);
  });
  if (changed) ports.onNews({ job: changed, isEnd: true });
}
