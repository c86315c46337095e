import type { Collection, CommentList } from '../../model/comment';
import type { WriteTransaction } from '../database';
import type { SeenComments } from './comments';

/** What a page of comments says of the list it is from. */
export interface SeenList extends SeenComments {
  readonly nextCursor?: string | undefined;
  readonly hasMore?: boolean | undefined;
  readonly threads: Readonly<Record<string, { readonly hasMore: boolean }>>;
  /** The list is read from the newest on until what is known: its pages say nothing of what lies further back. */
  readonly untilKnown?: boolean | undefined;
}

/** A list that a job has read as far as it goes: of a note, or of one of its threads. */
export interface ReadList {
  readonly noteId: string;
  readonly rootCommentId?: string | undefined;
  /** Read until a page was known, not to its end. */
  readonly isJoined: boolean;
  /** Its source gave no way on to what it, or its number, says is still there. */
  readonly isBrokenOff: boolean;
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
  /** Threads that have grown, and are to be read: they are not whole until they are closed, whoever reads them. */
  grow(noteId: string, rootCommentIds: readonly string[]): Promise<void>;
  /** Nobody gives more of the list, or of the thread, whatever its last page has promised. */
  close(list: ReadList): Promise<void>;
  /** The page says why it shows no more. */
  end(noteId: string, endedBy: NonNullable<CommentList['endedBy']>, at: number): Promise<void>;
  /**
   * Keeps what a job that collected the note's comments came to, in place of an earlier one. What a page gave costs
   * nothing and stands beside what was paid for: that was paid for still.
   */
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
        ...(page.level === 'top' ? readOn({ ...page, at }, stored, isLastKnown) : {}),
        threads: mergeThreads(page, stored, isLastKnown),
        ...forgetFailure(page, stored),
        updatedAt: Math.max(stored?.updatedAt ?? 0, at),
      });
    },
    grow: async (noteId, rootCommentIds) => {
      const stored = await store.get(noteId);
      if (!stored || rootCommentIds.length === 0) return;
      const grown = rootCommentIds.map((id) => [id, { hasMore: true, hasGrown: true }] as const);
      await store.put({ ...stored, threads: { ...stored.threads, ...Object.fromEntries(grown) } });
    },
    close: async (list) => {
      const stored = await store.get(list.noteId);
      if (stored) await store.put({ ...stored, ...closed(stored, list) });
    },
    end: async (noteId, endedBy, at) => {
      const stored = (await store.get(noteId)) ?? { noteId, threads: {}, updatedAt: at };
      const isAll = endedBy !== 'login-wanted';
      await store.put({ ...stored, endedBy, ...(isAll ? allRead(stored) : {}), updatedAt: at });
    },
    collect: async (noteId, collected) => {
      const stored = (await store.get(noteId)) ?? { noteId, threads: {}, updatedAt: collected.endedAt };
      await store.put({ ...stored, collected: { ...collected, ...keepSpent(collected, stored.collected) } });
    },
    find: (noteId) => store.get(noteId),
    remove: (noteId) => store.delete(noteId),
  };
}

/** Where a gap is not known of, nothing is said of it. */
const withoutGap = ({ hasGap }: Pick<CommentList, 'hasGap'>): Partial<CommentList> =>
  hasGap === undefined ? {} : { hasGap: false, isBrokenOff: false };

const allRead = (stored: CommentList): Partial<CommentList> => ({
  hasMore: false,
  ...(stored.isBrokenOff === undefined ? {} : { isBrokenOff: false }),
  ...withoutGap(stored),
});

function closed(stored: CommentList, list: ReadList): Partial<CommentList> {
  const { rootCommentId, isJoined, isBrokenOff } = list;
  if (rootCommentId !== undefined) {
    const thread = { hasMore: false, ...(isBrokenOff ? { isBrokenOff } : {}) };
    return { threads: { ...stored.threads, [rootCommentId]: thread } };
  }
  // What lies behind a gap is still not known then; but that is not because reading stopped.
  if (isBrokenOff) return { hasMore: false, isBrokenOff };
  return isJoined ? withoutGap(stored) : allRead(stored);
}

/** A thread that was read to its end since nobody gave it has not failed any more. */
function forgetFailure(
  { level, rootCommentId, hasMore }: SeenList,
  stored: CommentList | undefined,
): Pick<CommentList, 'collected'> {
  const { collected } = stored ?? {};
  if (!collected || level === 'top' || hasMore !== false || rootCommentId === undefined) return {};
  // Looked for before anything is made anew: threads that nobody gave may be thousands.
  if (!collected.failedThreads.includes(rootCommentId)) return {};
  const failedThreads = collected.failedThreads.filter((id) => id !== rootCommentId);
  return { collected: { ...collected, failedThreads } };
}

type Spent = Pick<Collection, 'billedCalls' | 'failedAttempts' | 'cost' | 'hasUnknownPrice'>;

function keepSpent({ sources }: Collection, before: Collection | undefined): Partial<Spent> {
  if (!before || !sources.includes('page')) return {};
  const { billedCalls, failedAttempts, cost, hasUnknownPrice } = before;
  return { billedCalls, failedAttempts, cost, hasUnknownPrice };
}

function readOn(
  page: SeenList & { readonly at: number },
  stored: CommentList | undefined,
  isLastKnown: boolean,
): Partial<CommentList> {
  if (page.untilKnown && page.hasMore !== false) {
    return {
      hasGap: true,
      isBrokenOff: false,
      gapSince: (stored?.hasGap ? stored.gapSince : undefined) ?? page.at,
    };
  }
  const goesOn = page.askedCursor !== undefined && page.askedCursor === stored?.cursor;
  const isAhead = stored?.hasMore === undefined || goesOn || !isLastKnown || page.hasMore === false;
  if (!isAhead) return {};
  return {
    ...(page.nextCursor === undefined ? {} : { cursor: page.nextCursor }),
    ...(page.hasMore === undefined ? {} : { hasMore: page.hasMore }),
    ...(page.hasMore === false && stored ? withoutGap(stored) : {}),
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
