import type { Collection } from '../../model/comment';
import type { ErrorReport } from '../../model/errors';
import { AppError } from '../../model/errors';
import type { JobInput } from '../../model/jobs/job-inputs';
import { judgeRows } from '../../model/merge/collected-word';
import type { Count } from '../../model/values/count';
import type { JobItem } from '../../model/jobs/job-item';
import { addProgress } from '../../model/jobs/job-progress';
import { toItems } from '../engine/change-job';
import { toPlainEnd } from '../engine/finish-job';
import type { FinishContext, JobEnd, NewItem } from '../job-kind';
import type { JobStores } from '../ports';
import { countStored } from './count-stored';
import type { StoredCount } from './count-stored';
import { pageWorkSchema, toShortThreads } from './page-work';
import type { LoadWork } from './page-work';

type Context = FinishContext<JobInput<'load-comments'>>;

/**
 * Says what loading the page has come to, as it is stored: complete where the page listed all it has, that is as many as
 * the note counts, and no thread is short. That stands beside the note's list of comments, with the page as its source. Of a loading that the user has ended
 * before its end, the threads that are short are named here.
 */
export async function closeLoading(context: Context): Promise<JobEnd> {
  const { job, input, readers, store } = context;
  const { noteId } = input;
  const states = ['done', 'short', 'failed'] as const;
  const lists = await Promise.all(states.map((state) => readers.listItems(job.jobId, state)));
  const page = lists.flat().find(({ itemId }) => itemId === noteId);
  const plain = toPlainEnd(job);
  const reason = page?.error && page.error.code !== 'cancelled' ? { error: page.error } : {};
  // The note is gone: there is no list of which anything could be said.
  if (!page || isGone(page.error)) return { ...plain, ...reason };
  const [count, note] = await Promise.all([countStored(readers, noteId), readers.findNote(noteId)]);
  const collection = toCollection(context, { page, count, counted: note?.counts.comments });
  const isKept = await store(async (stores) => {
    await stores.saveCollection(noteId, collection);
    if (page.state === 'failed') await nameShort(stores, job.jobId, toShortThreads(noteId, count.short));
    return true;
  });
  // Nothing may be stored now: it is counted again when the job goes on.
  if (!isKept) throw new AppError('paused');
  if (plain.state === 'done' && collection.state === 'short') return { state: 'partial' };
  return { ...plain, ...reason };
}

const isGone = (error: ErrorReport | undefined): boolean => error?.code === 'note-removed';

interface PageRead {
  readonly page: JobItem;
  readonly count: StoredCount;
  /** What the note says itself of how many comments it has. */
  readonly counted: Count | undefined;
}

function toCollection({ job, now }: Context, { page, count, counted }: PageRead): Collection {
  const isEnd = page.state !== 'failed' && pageWorkSchema.parse(page.work).endedBy === 'end';
  const { progress } = job;
  const { duplicates, restarts, failedAttempts, billedCalls, cost, hasUnknownPrice } = progress;
  return {
    jobId: job.jobId,
    startedAt: job.createdAt,
    endedAt: now(),
    state: isEnd && count.short.length === 0 ? judgeRows(count.topLevel + count.replies, counted) : 'short',
    topLevel: count.topLevel,
    replies: count.replies,
    said: counted === undefined || counted.approximate ? {} : { comments: counted.value },
    endedBy: isEnd ? 'end' : 'stopped',
    failedThreads: [],
    sources: [...new Set(['page', ...count.sources])],
    ...{ duplicates, restarts, failedAttempts, billedCalls, cost, hasUnknownPrice },
  };
}

async function nameShort(
  stores: JobStores,
  jobId: string,
  threads: readonly NewItem<LoadWork>[],
): Promise<void> {
  const job = await stores.jobs.find(jobId);
  if (!job) return;
  const items = toItems(jobId, job.progress.itemsKnown, threads).map((item): JobItem => ({
    ...item,
    state: 'short',
  }));
  const added = await stores.jobItems.add(items);
  const gain = { itemsKnown: added, itemsDone: added, itemsFailed: added };
  await stores.jobs.put({ ...job, progress: addProgress(job.progress, gain) });
}
