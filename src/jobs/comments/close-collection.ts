import type { Collection } from '../../model/comment';
import type { JobItem } from '../../model/jobs/job-item';
import type { Job } from '../../model/jobs/job';
import type { FinishContext } from '../job-kind';
import { commentWorkSchema, toCommentItemId } from './comment-work';
import type { CommentWork } from './comment-work';

/** What was read of one note. */
interface Count {
  readonly topLevel: number;
  readonly replies: number;
  /** Threads of which fewer came than their root promises. */
  readonly shortThreads: readonly string[];
}

/**
 * Counts what a collection of one note has brought, row by row as it is stored, and keeps that beside the note's list.
 * Where nothing at all is missing (as many came as the source says there are, and every list was read to its end), what
 * the collection did not bring is gone from the site, and is marked so. Answers whether it is complete.
 */
export async function closeCollection(
  { job, readers, store, markGone, now }: Omit<FinishContext<unknown>, 'input'>,
  noteId: string,
): Promise<boolean> {
  const items = await listItems(readers, job.jobId, noteId);
  const count = await countRows(readers, job.jobId, noteId);
  const collection = toCollection(job, noteId, { items, count, at: now() });
  await store((stores) => stores.saveCollection(noteId, collection));
  const { said, topLevel, replies } = collection;
  const isAll = said.comments !== undefined && topLevel + replies >= said.comments;
  if (collection.state === 'complete' && isAll && collection.endedBy === 'end') {
    await markGone(noteId, { jobId: job.jobId, startedAt: job.createdAt });
  }
  return collection.state === 'complete';
}

interface ReadItem {
  readonly item: JobItem;
  readonly work: CommentWork;
}

async function listItems(
  readers: FinishContext<unknown>['readers'],
  jobId: string,
  noteId: string,
): Promise<ReadItem[]> {
  const states = ['done', 'short', 'failed', 'skipped'] as const;
  const lists = await Promise.all(states.map((state) => readers.listItems(jobId, state)));
  return lists.flat().flatMap((item) => {
    const parsed = commentWorkSchema.safeParse(item.work);
    return parsed.success && parsed.data.noteId === noteId ? [{ item, work: parsed.data }] : [];
  });
}

async function countRows(
  readers: FinishContext<unknown>['readers'],
  jobId: string,
  noteId: string,
): Promise<Count> {
  const promised = new Map<string, number>();
  const got = new Map<string, number>();
  let [topLevel, replies] = [0, 0];
  for await (const batch of readers.readComments(noteId)) {
    for (const comment of batch) {
      if (comment.collectedBy !== jobId) continue;
      const { rootCommentId, replyCount } = comment;
      if (rootCommentId === undefined) {
        topLevel += 1;
        if (replyCount) promised.set(comment.commentId, replyCount.value);
      } else {
        replies += 1;
        got.set(rootCommentId, (got.get(rootCommentId) ?? 0) + 1);
      }
    }
  }
  const shortThreads = [...promised].flatMap(([id, expected]) => ((got.get(id) ?? 0) < expected ? [id] : []));
  return { topLevel, replies, shortThreads };
}

function toCollection(
  job: Job,
  noteId: string,
  { items, count, at }: { readonly items: readonly ReadItem[]; readonly count: Count; readonly at: number },
): Collection {
  const top = items.find(({ item }) => item.itemId === toCommentItemId(noteId));
  const failed = items.filter(({ item }) => item.state === 'failed');
  const endedBy =
    top === undefined || top.item.state === 'failed' ? 'failed' : (top.work.endedBy ?? 'stopped');
  const said = top?.work.said ?? {};
  const isBelow = said.topLevel !== undefined && count.topLevel < said.topLevel;
  const isDoubtful = endedBy === 'nothing-new' || endedBy === 'repeated-cursor';
  const isShort =
    endedBy === 'failed' ||
    endedBy === 'stopped' ||
    failed.length > 0 ||
    count.shortThreads.length > 0 ||
    (isDoubtful && (isBelow || said.topLevel === undefined));
  const { progress, jobId, createdAt } = job;
  return {
    jobId,
    startedAt: createdAt,
    endedAt: at,
    state: isShort ? 'short' : 'complete',
    topLevel: count.topLevel,
    replies: count.replies,
    said,
    endedBy,
    failedThreads: failed.flatMap(({ work }) => work.rootCommentId ?? []),
    duplicates: progress.duplicates,
    sources: Object.keys(progress.sources),
    restarts: progress.restarts,
    failedAttempts: progress.failedAttempts,
    billedCalls: progress.billedCalls,
    cost: progress.cost,
    hasUnknownPrice: progress.hasUnknownPrice,
  };
}
