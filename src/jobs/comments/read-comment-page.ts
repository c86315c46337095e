import { omitUndefined } from '../../lib/omit-undefined';
import { addProgress, NO_PROGRESS } from '../../model/jobs/job-progress';
import { isCollectedBy } from '../../model/comment';
import type { Comment } from '../../model/comment';
import type { JobItem } from '../../model/jobs/job-item';
import type { CommentsRead } from '../../model/providers/operation-output';
import type { ItemOutcome, NewItem, StepContext, StepResult } from '../job-kind';
import type { Served, StoredRows } from '../ports';
import { toCommentItemId, toCommentWork } from './comment-work';
import { findListAge } from './find-new-age';
import type { CommentTarget, CommentWork } from './comment-work';
import { isBreak } from './list-end';
import type { ListEnd } from './list-end';

/**
 * So many of the last cursors are remembered: a list of a thousand pages is written with each of them. One that comes again
 * later leads to pages that are known, at which the list ends, too.
 */
const MOST_CURSORS = 64;

type Page = Served<'note.comments'> | Served<'note.replies'>;

/**
 * One page of a note's comments, or of a thread's replies: one call. The list ends where the provider says so, and also
 * where it does not: at a cursor that was there before, and at a page on which nothing is new. Threads that are not whole
 * with the replies that came embedded become items of their own, which go on behind those where the provider can.
 */
export async function readCommentPage(
  { ask, terms, item, now }: Pick<StepContext<unknown, unknown>, 'ask' | 'terms' | 'item' | 'now'>,
  work: CommentWork,
): Promise<StepResult<CommentWork>> {
  const age = findListAge(work, now());
  return toPageResult(work, await askForPage(ask, { ...terms, ...age }, work), item);
}

/** What an answer is to a list that stands where it was asked from. */
export function toPageResult(work: CommentWork, served: Page, item: JobItem): StepResult<CommentWork> {
  const { value, report, observation } = served;
  const { noteId, rootCommentId } = work;
  return {
    report,
    rows: {
      observation,
      comments: {
        noteId,
        level: rootCommentId === undefined ? 'top' : 'replies',
        rootCommentId,
        comments: value.comments,
        hasMore: value.nextCursor !== undefined || value.brokenOff !== undefined,
        threads: value.threads,
        untilKnown: work.untilKnown,
      },
    },
    settle: (stored) => settlePage(work, served, stored, item),
  };
}

function askForPage(
  ask: StepContext<unknown, unknown>['ask'],
  given: StepContext<unknown, unknown>['terms'],
  { noteId, rootCommentId, xsecToken, sort, cursor, without }: CommentWork,
): Promise<Page> {
  const terms = { ...given, without };
  if (rootCommentId === undefined) {
    return ask('note.comments', { noteId, ...omitUndefined({ xsecToken, sort, cursor }) }, terms);
  }
  return ask('note.replies', { noteId, rootCommentId, ...omitUndefined({ xsecToken, cursor }) }, terms);
}

function settlePage(
  work: CommentWork,
  { value, report }: Page,
  stored: StoredRows,
  item: JobItem,
): ItemOutcome<CommentWork> {
  const patience = stored.fresh > 0 ? work.patience : work.patience - 1;
  const endedBy = findEnd(work, value, stored, { patience, jobId: item.jobId });
  // A page without a row of the list may be anybody's: it takes back nothing that was said before.
  const said = value.comments.length > 0 ? { ...work.said, ...value.said } : { ...value.said, ...work.said };
  const brokenOff = work.brokenOff ?? (isBreak(endedBy) ? endedBy : undefined);
  const read: CommentWork = {
    ...work,
    provider: report.provider,
    pages: work.pages + 1,
    patience: Math.max(0, patience),
    topLevel: (work.pages === 0 ? 0 : (work.topLevel ?? 0)) + value.comments.filter(isTopLevel).length,
    said,
    ...omitUndefined({ brokenOff }),
    ...addToTally(work, { value, report }, stored),
  };
  const next = [...listOpenThreads(read, value, stored, item.jobId), ...listLeftThreads(read, value, stored)];
  const gain = { expectedRows: said.comments };
  const cursor = findCursor(work, value, endedBy);
  if (cursor === undefined) {
    return { ...settleEnd(read, brokenOff ?? endedBy ?? 'end', item.rows + stored.fresh), next, gain };
  }
  const cursors = [...work.cursors, cursor].slice(-MOST_CURSORS);
  return { state: 'open', work: { ...read, cursor, cursors }, next, gain };
}

/** Where the list goes on; where this part of it gives nothing new any more, the next one has rows of its own. */
function findCursor(
  { cursors }: CommentWork,
  { nextCursor, nextArea }: CommentsRead,
  endedBy: ListEnd | undefined,
): string | undefined {
  if (endedBy === undefined) return nextCursor;
  const hasNextPart = isBreak(endedBy) && nextArea !== undefined && !cursors.includes(nextArea);
  return hasNextPart ? nextArea : undefined;
}

/** A list that broke off is whole only where its source has said how much there is, and all of that came. */
function settleEnd(read: CommentWork, endedBy: ListEnd, rows: number): ItemOutcome<CommentWork> {
  const { noteId, rootCommentId, untilKnown } = read;
  const { expected, got } = countPromise(read, rows);
  const isBelow = expected !== undefined && got < expected;
  const isBrokenOff = isBreak(endedBy) && (expected === undefined || isBelow);
  const isShort = isBrokenOff || (!untilKnown && isBelow);
  return {
    state: isShort ? 'short' : 'done',
    work: { ...read, endedBy },
    closes: { noteId, rootCommentId, isJoined: endedBy === 'known', isBrokenOff },
    ...(isBrokenOff && rootCommentId === undefined ? { event: 'broken-off' } : {}),
  };
}

/** Counts what the page was to this list, where that is wanted. */
function addToTally(
  { tally }: CommentWork,
  { value, report }: Pick<Page, 'value' | 'report'>,
  { fresh }: StoredRows,
): Pick<CommentWork, 'tally'> {
  if (!tally) return {};
  const { billedCalls, cost, hasUnknownPrice, failed, provider } = report;
  const duplicates = Math.max(0, value.comments.length - fresh);
  const gain = { rows: fresh, duplicates, billedCalls, cost, hasUnknownPrice, failedAttempts: failed.length };
  return { tally: addProgress(tally, { ...gain, sources: fresh > 0 ? { [provider]: fresh } : {} }) };
}

/** How much there is, as the root of the thread promises or the source says of the note, and how much of it came. */
function countPromise(
  { rootCommentId, expected, embedded = 0, topLevel = 0, said }: CommentWork,
  rows: number,
) {
  if (rootCommentId === undefined) return { expected: said.topLevel, got: topLevel };
  return { expected, got: embedded + rows };
}

const isTopLevel = ({ rootCommentId }: CommentsRead['comments'][number]): boolean =>
  rootCommentId === undefined;

function findEnd(
  work: CommentWork,
  { nextCursor, nextArea, brokenOff, comments, order }: CommentsRead,
  stored: StoredRows,
  { patience, jobId }: { readonly patience: number; readonly jobId: string },
): ListEnd | undefined {
  if (nextCursor === undefined && brokenOff === undefined) return 'end';
  if (nextCursor !== undefined && work.cursors.includes(nextCursor)) return 'repeated-cursor';
  // In another order than the newest first, what is new may stand behind what is known.
  if (work.untilKnown && work.rootCommentId === undefined && order === undefined) {
    const top = comments.filter((comment) => isTopLevel(comment) && comment.pinned !== true);
    if (isKnown(top, stored, jobId)) return 'known';
  }
  if (brokenOff !== undefined) return brokenOff;
  // Where this part of the list has ended by itself, the next one may have rows all the same.
  const hasEnded = nextCursor === nextArea;
  return stored.fresh > 0 || patience >= 0 || hasEnded ? undefined : 'nothing-new';
}

/**
 * Whether the page joins what was known before. What a reading brought that broke off does not count, nor what a page has
 * shown of a list that was not whole then: behind it may lie what nobody has read. Nor does what this job itself has
 * brought, where there is nothing else.
 */
function isKnown(
  top: CommentsRead['comments'],
  { before, gapSince = Infinity, wholeAt = -Infinity }: StoredRows,
  jobId: string,
): boolean {
  const rows = top.map(({ commentId }) => before.get(commentId));
  const isOld = (row: Comment | undefined) =>
    row !== undefined &&
    row.firstSeenAt < gapSince &&
    (row.collectedBy !== undefined || row.firstSeenAt <= wholeAt);
  return (
    rows.some(isOld) && rows.every((row) => isOld(row) || (row !== undefined && isCollectedBy(row, jobId)))
  );
}

/** Threads of this page whose replies did not all come with it. */
function listOpenThreads(
  work: CommentWork,
  { threads, comments }: CommentsRead,
  { before, gapSince = Infinity, wholeAt = -Infinity, grown }: StoredRows,
  jobId: string,
): NewItem<CommentWork>[] {
  const { untilKnown, provider } = work;
  return Object.entries(threads).flatMap(([rootCommentId, { hasMore, cursor }]) => {
    const root = comments.find(({ commentId }) => commentId === rootCommentId);
    const expected = root?.replyCount?.value;
    const known = before.get(rootCommentId);
    // Counted since by a reading that broke off, or by a page alone, it may never have been read.
    const isRead = known?.collectedBy !== undefined || (known?.firstSeenAt ?? Infinity) <= wholeAt;
    const isSure =
      known !== undefined && ((isRead && known.observed.at < gapSince) || isCollectedBy(known, jobId));
    const isWhole = isSure && grown?.has(rootCommentId) !== true;
    const isUnchanged = untilKnown && isWhole && known.replyCount?.value === expected;
    if (isUnchanged) return [];
    const embedded = comments.filter((comment) => comment.rootCommentId === rootCommentId).length;
    const item = toThreadItem(work, {
      rootCommentId,
      embedded,
      ...omitUndefined({ expected, cursor, provider }),
    });
    if (hasMore) return [item];
    // The source itself gives fewer than the root promises: it is named, and asked for when the user wants that.
    const isShort = !untilKnown && root?.replyCount?.approximate === false && embedded < (expected ?? 0);
    return isShort ? [{ ...item, state: 'short' }] : [];
  });
}

/** Threads that an earlier refresh has not come to read, wherever in the list they stand: with the first page of this one. */
function listLeftThreads(
  work: CommentWork,
  { threads }: CommentsRead,
  { grown }: StoredRows,
): NewItem<CommentWork>[] {
  if (work.pages > 1 || !work.untilKnown || work.rootCommentId !== undefined) return [];
  const elsewhere = [...(grown ?? [])].filter(([id]) => threads[id]?.hasMore !== true);
  return elsewhere.map(([rootCommentId, expected]) =>
    toThreadItem(work, { rootCommentId, ...omitUndefined({ expected }) }),
  );
}

function toThreadItem(
  { noteId, xsecToken, maxAgeMs, againAt, untilKnown, tally }: CommentWork,
  thread: Pick<CommentTarget, 'rootCommentId' | 'embedded' | 'expected' | 'cursor' | 'provider'>,
): NewItem<CommentWork> {
  const target = { noteId, untilKnown, ...omitUndefined({ xsecToken, maxAgeMs, againAt }) };
  return {
    itemId: toCommentItemId(noteId, thread.rootCommentId),
    noteId,
    work: { ...toCommentWork({ ...target, ...thread }), ...(tally ? { tally: NO_PROGRESS } : {}) },
  };
}
