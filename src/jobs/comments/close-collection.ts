import { isCollectedBy } from '../../model/comment';
import type { Collection } from '../../model/comment';
import { AppError } from '../../model/errors';
import type { JobItem } from '../../model/jobs/job-item';
import type { Job } from '../../model/jobs/job';
import { findExpectedComments, judgeRows } from '../../model/merge/collected-word';
import type { Count } from '../../model/values/count';
import { addProgress, NO_PROGRESS } from '../../model/jobs/job-progress';
import type { JobProgress } from '../../model/jobs/job-progress';
import type { FinishContext } from '../job-kind';
import { withSpent } from '../take-stock';
import { commentWorkSchema, toCommentItemId } from './comment-work';
import type { CommentWork } from './comment-work';
import { isBreak } from './list-end';

/** What was read of one note. */
interface Rows extends Pick<Collection, 'topLevel' | 'replies'> {
  /** Threads of which fewer came than their root promises. */
  readonly shortThreads: readonly string[];
}

/**
 * Counts what a collection of one note has brought, row by row as it is stored, and keeps that beside the note's list.
 * Where nothing at all is missing (as many came as the source says there are, and no list was left before its end), what
 * the collection did not bring is gone from the site, and is marked so. Answers whether nothing is known to be missing.
 */
export async function closeCollection(
  { job, readers, store, markGone, now }: Omit<FinishContext<unknown>, 'input'>,
  noteId: string,
  items?: readonly ReadItem[],
): Promise<boolean> {
  const lists = items ?? (await listReadLists(readers, job.jobId)).get(noteId) ?? [];
  const [count, note] = await Promise.all([countRows(readers, job, noteId), readers.findNote(noteId)]);
  const progress = sumTallies(lists) ?? job.progress;
  const read = { items: lists, count, counted: note?.counts.comments };
  const collection = toCollection({ ...job, progress }, noteId, { ...read, at: now() });
  const isKept = await store((stores) => stores.saveCollection(noteId, collection).then(() => true));
  // Nothing may be stored now: it is counted again when the job goes on.
  if (!isKept) throw new AppError('paused');
  if (collection.state === 'complete' && isAllThere(collection) && collection.endedBy !== 'known') {
    await markGone(noteId, { jobId: job.jobId, startedAt: job.createdAt });
  }
  return collection.state !== 'short';
}

/**
 * The same of a collection that is not over, or was ended before it was: what it has come to so far, and has cost. Whoever
 * goes on with it counts anew.
 */
export async function keepOpenCollection(
  { job, readers, store, now }: Pick<FinishContext<unknown>, 'job' | 'readers' | 'store' | 'now'>,
  noteId: string,
  items: readonly ReadItem[],
): Promise<void> {
  const [count, note, spent] = await Promise.all([
    countRows(readers, job, noteId),
    readers.findNote(noteId),
    readers.sumSpent(job.jobId),
  ]);
  const progress = sumTallies(items) ?? withSpent(job, spent).progress;
  const read = { items, count, counted: note?.counts.comments };
  const collection = toCollection({ ...job, progress }, noteId, { ...read, at: now() });
  await store((stores) => stores.saveCollection(noteId, collection));
}

export interface ReadItem {
  readonly item: JobItem;
  readonly work: CommentWork;
}

/** Note id → its list of comments and its threads, of a job that is over, or of one that is not. */
export async function listReadLists(
  readers: FinishContext<unknown>['readers'],
  jobId: string,
  states: readonly JobItem['state'][] = ['done', 'short', 'failed', 'skipped'],
): Promise<Map<string, ReadItem[]>> {
  const items = await Promise.all(states.map((state) => readers.listItems(jobId, state)));
  const byNote = new Map<string, ReadItem[]>();
  for (const item of items.flat()) {
    const parsed = commentWorkSchema.safeParse(item.work);
    if (!parsed.success) continue;
    const { noteId } = parsed.data;
    const own = byNote.get(noteId) ?? [];
    own.push({ item, work: parsed.data });
    byNote.set(noteId, own);
  }
  return byNote;
}

/** What the lists of one note came to; `undefined` where the job counts for them. */
function sumTallies(lists: readonly ReadItem[]): JobProgress | undefined {
  const tallies = lists.flatMap(({ work }) => work.tally ?? []);
  return tallies.length === 0 ? undefined : tallies.reduce((sum, one) => addProgress(sum, one), NO_PROGRESS);
}

/** Rows that this job brought, and those that were seen since it began: another job may have brought them once more. */
async function countRows(
  readers: FinishContext<unknown>['readers'],
  { jobId, createdAt }: Job,
  noteId: string,
): Promise<Rows> {
  const promised = new Map<string, number>();
  const got = new Map<string, number>();
  let [topLevel, replies] = [0, 0];
  for await (const batch of readers.readComments(noteId)) {
    for (const comment of batch) {
      if (!isCollectedBy(comment, jobId) && comment.observed.at < createdAt) continue;
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

/** As many came as the source says there are. */
const isAllThere = ({
  said,
  topLevel,
  replies,
}: Pick<Collection, 'said' | 'topLevel' | 'replies'>): boolean =>
  said.comments !== undefined && topLevel + replies >= said.comments;

/** Nobody knows how many replies there are, and the source gave no way to those it promised. */
const isCutThread = ({ item, work }: ReadItem): boolean =>
  item.state === 'short' && work.rootCommentId !== undefined && work.expected === undefined;

const isGivenUp = ({ error }: JobItem): boolean => error?.code === 'cancelled';

/** What was read of a note, and what it says itself of how many comments it has. */
interface NoteRead {
  readonly items: readonly ReadItem[];
  readonly count: Rows;
  readonly counted: Count | undefined;
  readonly at: number;
}

function toCollection(job: Job, noteId: string, { items, count, counted, at }: NoteRead): Collection {
  const top = items.find(({ item }) => item.itemId === toCommentItemId(noteId));
  // What the user did not wait for has not failed.
  const failed = items.filter(({ item }) => item.state === 'failed' && !isGivenUp(item));
  const hasTopFailed = top === undefined || failed.includes(top);
  const endedBy = hasTopFailed ? 'failed' : (top.work.endedBy ?? 'stopped');
  const said = top?.work.said ?? {};
  const rows = count.topLevel + count.replies;
  const word = judgeRows(rows, findExpectedComments(counted, { collected: { said } }));
  const isBelow = count.topLevel < (said.topLevel ?? 0) || rows < (said.comments ?? 0) || word === 'short';
  // The end of a list is the source's word, and so is how long it is: where they differ, some were not returned.
  const isShort =
    endedBy === 'failed' ||
    endedBy === 'stopped' ||
    items.some((one) => one.item.state === 'failed' || one.item.state === 'open' || isCutThread(one)) ||
    count.shortThreads.length > 0 ||
    isBelow ||
    (isBreak(endedBy) && said.topLevel === undefined && word !== 'complete');
  const { progress, jobId, createdAt } = job;
  return {
    jobId,
    startedAt: createdAt,
    endedAt: at,
    state: isShort ? 'short' : word,
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
