import { actWorkSchema } from '../../jobs/acting/act-work';
import { commentWorkSchema } from '../../jobs/comments/comment-work';
import { isOver } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import { JOBS_KEPT_DAYS, JOBS_KEPT_MOST, THREADS_KEPT_DAYS } from '../../model/jobs/kept-jobs';
import { listJobItems } from '../../storage/readers/jobs/list-job-items';
import { listJobs } from '../../storage/readers/jobs/list-jobs';
import { createRepositories } from '../../storage/repositories/create-repositories';
import type { Repositories } from '../../storage/repositories/create-repositories';
import { closeOpenCollections } from '../jobs/collected/close-open-collections';
import type { Services } from '../services';

const DAY_MS = 86_400_000;
/** Items removed in one transaction. */
const BATCH = 500;

/**
 * Removes jobs that are over and old, with their parts and logs; of a job that is done and a while over, the threads that
 * were read to their ends, which are most of what there is of it. Everything else stays: what may be retried, what came
 * short, notes, people and files by name; and jobs that sent something nobody has confirmed, for only by them it can be
 * looked for again. What jobs have brought, what collecting came to and what it cost is kept beside
 * the notes and in the ledger. A worker that dies in between leaves whole jobs, and the next run goes on.
 */
export async function tidyJobs(services: Services): Promise<number> {
  const over = (await services.connection.read((database) => listJobs(database)))
    .filter(isOver)
    .sort((a, b) => toEnd(b) - toEnd(a));
  const before = (days: number) => services.now() - days * DAY_MS;
  const isOld = (job: Job, place: number) => place >= JOBS_KEPT_MOST || toEnd(job) < before(JOBS_KEPT_DAYS);
  const old: Job[] = [];
  for (const job of over.filter(isOld)) if (!(await hasUnconfirmed(services, job))) old.push(job);
  for (const job of old) await removeOld(services, job);
  const kept = over.filter((job, place) => !isOld(job, place));
  for (const job of kept) {
    // One with a gap may be taken up again, and counts then what was read of every thread.
    if (job.state === 'done' && toEnd(job) < before(THREADS_KEPT_DAYS))
      await removeReadThreads(services, job);
  }
  return old.length;
}

const toEnd = ({ endedAt, updatedAt }: Job): number => endedAt ?? updatedAt;

async function removeOld(services: Services, { jobId, noteId }: Job): Promise<void> {
  await closeOpenCollections(services, { jobId, unlessKept: true });
  const isRemoved = await services.connection.write(async (transaction) => {
    const stores = createRepositories(transaction);
    if (!(await isStillOver(stores, jobId))) return false;
    await stores.jobs.remove(jobId);
    await stores.jobItems.removeOfJob(jobId);
    await stores.jobLog.removeOfJob(jobId);
    return true;
  });
  if (isRemoved) await services.emit('job.changed', { jobId, ...(noteId ? { noteId } : {}) });
}

async function removeReadThreads(services: Services, { jobId, noteId }: Job): Promise<void> {
  const done = await services.connection.read((database) => listJobItems(database, { jobId, state: 'done' }));
  const threads = done.filter(isThread);
  for (let from = 0; from < threads.length; from += BATCH) {
    await services.connection.write(async (transaction) => {
      const stores = createRepositories(transaction);
      if (!(await isStillOver(stores, jobId))) return;
      for (const { itemId } of threads.slice(from, from + BATCH)) await stores.jobItems.remove(jobId, itemId);
    });
  }
  if (threads.length > 0) await services.emit('job.changed', { jobId, ...(noteId ? { noteId } : {}) });
}

/** Whether something stands in it that may have been sent. */
async function hasUnconfirmed(
  { connection }: Pick<Services, 'connection'>,
  { jobId, kind }: Job,
): Promise<boolean> {
  if (kind !== 'act') return false;
  const short = await connection.read((database) => listJobItems(database, { jobId, state: 'short' }));
  return short.some(({ work }) => actWorkSchema.safeParse(work).data?.stage === 'sent');
}

/** The user may have taken it up again in between. */
async function isStillOver({ jobs }: Repositories, jobId: string): Promise<boolean> {
  const job = await jobs.find(jobId);
  return job !== undefined && isOver(job);
}

const isThread = ({ work }: JobItem): boolean =>
  commentWorkSchema.safeParse(work).data?.rootCommentId !== undefined;
