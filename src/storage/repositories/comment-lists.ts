import type { Collection, CommentList } from '../../model/comment';
import type { WriteTransaction } from '../database';
import type { SeenComments } from './comments';

/** What a page of comments says of the list it is from. */
export interface SeenList extends SeenComments {
  readonly nextCursor?: string | undefined;
  readonly hasMore?: boolean | undefined;
  readonly threads: Readonly<Record<string, { readonly hasMore: boolean }>>;
}

/**
 * How far each note's list of comments has been read, one record a note.
 * Written by: captures, page reports (why the list ends), jobs, forgetting, retention. Read by: coverage in popup and panel,
 * the completeness report. Bounded by: one per note.
 *
 * A page whose last comment was known before joins what was read earlier, so it takes nothing back; one that ends in
 * a new comment is where reading stands now.
 */
export interface CommentLists {
  read(page: SeenList, isLastKnown: boolean, at: number): Promise<void>;
  /** The page says why it shows no more. */
  end(noteId: string, endedBy: NonNullable<CommentList['endedBy']>, at: number): Promise<void>;
  /** Keeps what a job that collected the note's comments came to, in place of an earlier one. */
  collect(noteId: string, collected: Collection): Promise<void>;
  find(noteId: string): Promise<CommentList | undefined>;
  remove(noteId: string): Promise<void>;
}

export function createCommentLists(transaction: WriteTransaction): CommentLists {
  const store = transaction.objectStore('commentLists');
  return {
    read: async (page, isLastKnown, at) => {
      const stored = await store.get(page.noteId);
      await store.put({
        ...(stored ?? { noteId: page.noteId }),
        ...(page.level === 'top' ? readOn(page, stored, isLastKnown) : {}),
        threads: mergeThreads(page, stored, isLastKnown),
        updatedAt: Math.max(stored?.updatedAt ?? 0, at),
      });
    },
    end: async (noteId, endedBy, at) => {
      const stored = (await store.get(noteId)) ?? { noteId, threads: {}, updatedAt: at };
      const isAll = endedBy !== 'login-wanted';
      await store.put({ ...stored, endedBy, ...(isAll ? { hasMore: false } : {}), updatedAt: at });
    },
    collect: async (noteId, collected) => {
      const stored = (await store.get(noteId)) ?? { noteId, threads: {}, updatedAt: collected.endedAt };
      await store.put({ ...stored, collected });
    },
    find: (noteId) => store.get(noteId),
    remove: (noteId) => store.delete(noteId),
  };
}

function readOn(
  page: SeenList,
  stored: CommentList | undefined,
  isLastKnown: boolean,
): Partial<Pick<CommentList, 'cursor' | 'hasMore'>> {
  const goesOn = page.askedCursor !== undefined && page.askedCursor === stored?.cursor;
  const isAhead = stored?.hasMore === undefined || goesOn || !isLastKnown || page.hasMore === false;
  if (!isAhead) return {};
  return {
    ...(page.nextCursor === undefined ? {} : { cursor: page.nextCursor }),
    ...(page.hasMore === undefined ? {} : { hasMore: page.hasMore }),
  };
}

/**
 * A thread read to its end stays so when the top level is read again, which only ever shows its first reply: that new
 * replies came shows in the root's `replyCount`.
 */
function mergeThreads(
  page: SeenList,
  stored: CommentList | undefined,
  isLastKnown: boolean,
): CommentList['threads'] {
  const threads = new Map(Object.entries(stored?.threads ?? {}));
  const isTop = page.level === 'top';
  const seen = Object.entries(page.threads);
  if (!isTop && page.rootCommentId !== undefined && page.hasMore !== undefined) {
    seen.push([page.rootCommentId, { hasMore: page.hasMore }]);
  }
  for (const [rootId, thread] of seen) {
    const isRead = threads.get(rootId)?.hasMore === false;
    if (isRead && thread.hasMore && (isTop || isLastKnown)) continue;
    threads.set(rootId, { hasMore: thread.hasMore });
  }
  return Object.fromEntries(threads);
}
