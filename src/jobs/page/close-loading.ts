import type { Collection } from '../../model/comment';
import { AppError } from '../../model/errors';
import { toPlainEnd } from '../engine/finish-job';
import type { FinishContext, JobEnd } from '../job-kind';
import type { JobInput } from '../../model/jobs/job-inputs';
import { countStored } from './count-stored';
import { pageWorkSchema } from './page-work';

/**
 * Says what loading the page has come to, as it is stored: complete where the page listed all it has and no thread is
 * short. That stands beside the note's list of comments, with the page as its source.
 */
export async function closeLoading(context: FinishContext<JobInput<'load-comments'>>): Promise<JobEnd> {
  const { job, input, readers, store, now } = context;
  const { noteId } = input;
  const [done, short] = await Promise.all([
    readers.listItems(job.jobId, 'done'),
    readers.listItems(job.jobId, 'short'),
  ]);
  const page = [...done, ...short].find(({ itemId }) => itemId === noteId);
  const end = toPlainEnd(job);
  if (!page) {
    // The note is gone: there is no list of which anything could be said.
    const [failed] = await readers.listItems(job.jobId, 'failed');
    return { ...end, ...(failed?.error ? { error: failed.error } : {}) };
  }
  const count = await countStored(readers, noteId);
  const isEnd = pageWorkSchema.parse(page.work).endedBy === 'end';
  const isShort = !isEnd || count.short.length > 0;
  const { expectedRows, duplicates, restarts, failedAttempts, billedCalls, cost, hasUnknownPrice } =
    job.progress;
  const collection: Collection = {
    jobId: job.jobId,
    startedAt: job.createdAt,
    endedAt: now(),
    state: isShort ? 'short' : 'complete',
    topLevel: count.topLevel,
    replies: count.replies,
    said: expectedRows === undefined ? {} : { comments: expectedRows },
    endedBy: isEnd ? 'end' : 'stopped',
    failedThreads: [],
    sources: [...new Set(['page', ...count.sources])],
    ...{ duplicates, restarts, failedAttempts, billedCalls, cost, hasUnknownPrice },
  };
  const isKept = await store((stores) => stores.saveCollection(noteId, collection).then(() => true));
  // Nothing may be stored now: it is counted again when the job goes on.
  if (!isKept) throw new AppError('paused');
  if (end.state === 'done' && isShort) return { state: 'partial' };
  return { ...end, ...(page.error ? { error: page.error } : {}) };
}
