import { isCollectedBy } from '../../model/comment';
import type { Comment, CommentSighting } from '../../model/comment';
import { mayGoOn } from '../../model/jobs/job';
import type { Observation } from '../../model/values/observation';
import { toCommentRange } from '../comment-range';
import type { WriteTransaction } from '../database';
import { withoutPerson } from './forget-person';
import { mergePage } from './merge-page';
import type { CommentStore } from './merge-page';

/** What a page of comments changed. */
export interface MergedComments {
  readonly added: number;
  readonly changed: number;
  /** Rows that the collection had not brought before; 0 where the page is of none. */
  readonly fresh: number;
  /** What was stored of its rows before, by id. */
  readonly before: ReadonlyMap<string, Comment>;
  /** Whether the last top-level comment (or reply) of the page was stored before: the page joins what was read. */
  readonly isLastKnown: boolean;
}

/** A page of comments as a source told it, as far as storing needs it; see `site/sightings`. */
export interface SeenComments {
  readonly noteId: string;
  readonly level: 'top' | 'replies';
  readonly rootCommentId?: string | undefined;
  readonly comments: readonly CommentSighting[];
  readonly askedCursor?: string | undefined;
  readonly whole: boolean;
  /** The job that collects them; absent: nobody does, the page was just looked at. */
  readonly collectedBy?: string | undefined;
}

/**
 * Comments and replies, one record each under `[noteId, commentId]`, without a second index: the pages the site loads
 * are ten long and each is merged with what is known, which blocks of a hundred would make dearer, while reading
 * 100,000 takes 1.1 s in key order (measured, Chromium 156).
 * Written by: captures, jobs, forgetting, retention. Read by: comment view, popup, exports, jobs. Bounded by: what pages load, and
 * the retention of their notes.
 *
 * `position` is the place in the site's own order within its level: known when the page began at the first comment
 * or right behind one whose place is known, or when a whole list was read; else it stays what it was.
 */
export interface Comments {
  merge(page: SeenComments, observation: Observation): Promise<MergedComments>;
  find(noteId: string, commentId: string): Promise<Comment | undefined>;
  /**
   * Marks comments that the page shows as pinned, and takes the mark from others that it lists; of those that are not
   * stored nothing is. Answers how many changed.
   */
  markPinned(noteId: string, pinnedIds: readonly string[], listedIds: readonly string[]): Promise<number>;
  removeOfNote(noteId: string): Promise<number>;
  /** Marks one as gone: it was deleted on the site. One that is not stored is left alone. */
  lose(noteId: string, commentId: string, at: number): Promise<void>;
  /**
   * Marks as gone, among the next `limit` comments behind `after`, those that the collection did not bring and that
   * nobody has seen since it began. Answers how many, and where to go on.
   */
  markGone(
    noteId: string,
    collection: { readonly jobId: string; readonly startedAt: number; readonly at: number },
    after: CommentKey | undefined,
    limit: number,
  ): Promise<{ marked: number; next: CommentKey | undefined }>;
  /**
   * Takes a person out of the next `limit` comments behind `after`: their comments are deleted, mentions of them and
   * replies to them are cut. Answers where to go on, `undefined` at the end.
   */
  forgetPerson(
    authorKey: string,
    after: CommentKey | undefined,
    limit: number,
  ): Promise<{ removed: number; next: CommentKey | undefined }>;
}

export type CommentKey = [noteId: string, commentId: string];

export function createComments(transaction: WriteTransaction, now: () => number): Comments {
  const store = transaction.objectStore('comments');
  return {
    merge: (page, observation) =>
      mergePage(store, page, observation, {
        at: now(),
        mayGoOn: async (jobId) => {
          const job = await transaction.objectStore('jobs').get(jobId);
          return job !== undefined && mayGoOn(job);
        },
      }),
    find: (noteId, commentId) => store.get([noteId, commentId]),
    markPinned: (noteId, pinnedIds, listedIds) => markPinned(store, noteId, pinnedIds, listedIds),
    lose: async (noteId, commentId, at) => {
      const comment = await store.get([noteId, commentId]);
      if (comment && comment.goneAt === undefined) await store.put({ ...comment, goneAt: at });
    },
    removeOfNote: async (noteId) => {
      const range = toCommentRange(noteId);
      const count = await store.count(range);
      await store.delete(range);
      return count;
    },
    markGone: async (noteId, { jobId, startedAt, at }, after, limit) => {
      const rows = await store.getAll(toCommentRange(noteId, after?.[1]), limit);
      const missed = rows.filter(
        (comment) =>
          !isCollectedBy(comment, jobId) && comment.goneAt === undefined && comment.observed.at < startedAt,
      );
      await Promise.all(missed.map((comment) => store.put({ ...comment, goneAt: at })));
      const last = rows[rows.length - 1];
      return {
        marked: missed.length,
        next: last && rows.length === limit ? [last.noteId, last.commentId] : undefined,
      };
    },
    forgetPerson: async (authorKey, after, limit) => {
      const rows = await store.getAll(after ? IDBKeyRange.lowerBound(after, true) : null, limit);
      let removed = 0;
      for (const comment of rows) {
        const kept = withoutPerson(comment, authorKey);
        if (kept === comment) continue;
        if (kept) await store.put(kept);
        else {
          await store.delete([comment.noteId, comment.commentId]);
          removed += 1;
        }
      }
      const last = rows[rows.length - 1];
      return { removed, next: last && rows.length === limit ? [last.noteId, last.commentId] : undefined };
    },
  };
}

async function markPinned(
  store: CommentStore,
  noteId: string,
  pinnedIds: readonly string[],
  listedIds: readonly string[],
): Promise<number> {
  const pinned = new Set(pinnedIds);
  let changed = 0;
  for (const commentId of new Set([...pinnedIds, ...listedIds])) {
    const comment = await store.get([noteId, commentId]);
    const isPinned = pinned.has(commentId);
    if (!comment || (comment.pinned ?? false) === isPinned) continue;
    await store.put({ ...comment, pinned: isPinned });
    changed += 1;
  }
  return changed;
}
