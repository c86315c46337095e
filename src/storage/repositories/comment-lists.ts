import { toCommentThread } from '../../model/comment';
import type { Collection, StoredCommentList, ThreadReading } from '../../model/comment';
import { toPrefixRange } from '../comment-range';
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
 * How far each note's list of comments has been read, one record a note, and each of its threads, one record a thread: a
 * page changes those alone that it tells of, however many there are.
 * Written by: captures, page reports (why the list ends), jobs, forgetting, retention. Read by: coverage in popup and panel,
 * the completeness report. Bounded by: one per note, and one per thread.
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
  end(noteId: string, endedBy: NonNullable<StoredCommentList['endedBy']>, at: number): Promise<void>;
  /**
   * Keeps what a job that collected the note's comments came to, in place of an earlier one. What a page gave costs
   * nothing and stands beside what was paid for: that was paid for still.
   */
  collect(noteId: string, collected: Collection): Promise<void>;
  find(noteId: string): Promise<StoredCommentList | undefined>;
  /** Roots of threads that were found grown, and that nobody has read to their end since. */
  listGrown(noteId: string): Promise<string[]>;
  remove(noteId: string): Promise<void>;
}

export function createCommentLists(transaction: WriteTransaction): CommentLists {
  const store = transaction.objectStore('commentLists');
  const threads = transaction.objectStore('commentThreads');
  const putThread = async (noteId: string, rootCommentId: string, reading: ThreadReading) =>
    threads.put(toCommentThread(noteId, rootCommentId, reading));
  return {
    read: async (page, isLastKnown, at) => {
      const stored = await store.get(page.noteId);
      await store.put({
        ...(stored ?? { noteId: page.noteId }),
        ...(page.level === 'top' ? readOn({ ...page, at }, stored, isLastKnown) : {}),
        ...forgetFailure(page, stored),
        updatedAt: Math.max(stored?.updatedAt ?? 0, at),
      });
      const seen = listSeen(page);
      const known = await Promise.all(seen.map(([rootId]) => threads.get([page.noteId, rootId])));
      const changed = seen.filter((_, index) => isNews(page, seen[index]?.[1], known[index], isLastKnown));
      await Promise.all(changed.map(([rootId, reading]) => putThread(page.noteId, rootId, reading)));
    },
    grow: async (noteId, rootCommentIds) => {
      if (rootCommentIds.length === 0 || !(await store.getKey(noteId))) return;
      await Promise.all(rootCommentIds.map((id) => putThread(noteId, id, { hasMore: true, hasGrown: true })));
    },
    close: async (list) => {
      const { noteId, rootCommentId, isBrokenOff } = list;
      const stored = await store.get(noteId);
      if (!stored) return;
      if (rootCommentId === undefined) await store.put({ ...stored, ...closed(stored, list) });
      else
        await putThread(noteId, rootCommentId, { hasMore: false, ...(isBrokenOff ? { isBrokenOff } : {}) });
    },
    end: async (noteId, endedBy, at) => {
      const stored = (await store.get(noteId)) ?? { noteId, updatedAt: at };
      const isAll = endedBy !== 'login-wanted';
      await store.put({ ...stored, endedBy, ...(isAll ? allRead(stored) : {}), updatedAt: at });
    },
    collect: async (noteId, collected) => {
      const stored = (await store.get(noteId)) ?? { noteId, updatedAt: collected.endedAt };
      await store.put({ ...stored, collected: { ...collected, ...keepSpent(collected, stored.collected) } });
    },
    find: (noteId) => store.get(noteId),
    listGrown: async (noteId) => {
      const open = await threads.index('open').getAll(toPrefixRange(noteId));
      return open.flatMap(({ rootCommentId, hasGrown }) => (hasGrown ? [rootCommentId] : []));
    },
    remove: async (noteId) => {
      await store.delete(noteId);
      await threads.delete(toPrefixRange(noteId));
    },
  };
}

/** Where a gap is not known of, nothing is said of it. */
const withoutGap = ({ hasGap }: Pick<StoredCommentList, 'hasGap'>): Partial<StoredCommentList> =>
  hasGap === undefined ? {} : { hasGap: false, isBrokenOff: false };

const allRead = (stored: StoredCommentList): Partial<StoredCommentList> => ({
  hasMore: false,
  ...(stored.isBrokenOff === undefined ? {} : { isBrokenOff: false }),
  ...withoutGap(stored),
});

function closed(
  stored: StoredCommentList,
  { isJoined, isBrokenOff }: Pick<ReadList, 'isJoined' | 'isBrokenOff'>,
): Partial<StoredCommentList> {
  // What lies behind a gap is still not known then; but that is not because reading stopped.
  if (isBrokenOff) return { hasMore: false, isBrokenOff };
  return isJoined ? withoutGap(stored) : allRead(stored);
}

/** A thread that was read to its end since nobody gave it has not failed any more. */
function forgetFailure(
  { level, rootCommentId, hasMore }: SeenList,
  stored: StoredCommentList | undefined,
): Pick<StoredCommentList, 'collected'> {
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
  stored: StoredCommentList | undefined,
  isLastKnown: boolean,
): Partial<StoredCommentList> {
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

/** What a page says of threads: of those it shows roots of, and of its own. */
function listSeen(page: SeenList): [rootCommentId: string, reading: ThreadReading][] {
  const seen = new Map(Object.entries(page.threads).map(([id, { hasMore }]) => [id, { hasMore }]));
  const { rootCommentId, hasMore } = page;
  if (page.level !== 'top' && rootCommentId !== undefined && hasMore !== undefined)
    seen.set(rootCommentId, { hasMore });
  return [...seen];
}

/**
 * A thread read to its end stays so when the top level is read again, which only ever shows its first reply: that new
 * replies came shows in the root's `replyCount`.
 */
function isNews(
  page: SeenList,
  seen: ThreadReading | undefined,
  known: ThreadReading | undefined,
  isLastKnown: boolean,
): boolean {
  if (!seen || !known) return seen !== undefined;
  if (known.hasMore === false && seen.hasMore) return page.level !== 'top' && !isLastKnown;
  return known.hasMore !== seen.hasMore || known.isBrokenOff !== undefined || known.hasGrown !== undefined;
}
