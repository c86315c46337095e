import type { Comment } from '../../model/comment';
import { createThreadNumbers } from '../../model/thread-numbers';
import type { Count } from '../../model/values/count';

/** What is known of a thread: what its root promises, and how many of its replies are stored. */
export interface ThreadTally {
  readonly rootCommentId: string;
  readonly expected: Count | undefined;
  readonly hasRoot: boolean;
  readonly got: number;
}

/** Counts replies thread by thread, in columns: a million comments have hundreds of thousands of threads. */
export interface ThreadTallies {
  add(comment: Pick<Comment, 'commentId' | 'rootCommentId' | 'replyCount'>): void;
  /** In the order in which they were met. */
  list(): Generator<ThreadTally, void, undefined>;
}

const HAS_ROOT = 1;
const IS_PROMISED = 2;
const IS_APPROXIMATE = 4;

/** `threads`: numbers that somebody else gives out for the same comments. */
export function createThreadTallies(threads = createThreadNumbers()): ThreadTallies {
  /** What the site wrote, of the few counts that are not simply their value. */
  const raws = new Map<number, string>();
  let columns = createColumns(1_024);
  const findThread = (rootId: string): number => {
    const thread = threads.of(rootId);
    while (thread >= columns.got.length) columns = grow(columns);
    return thread;
  };
  const toExpected = (thread: number): Count | undefined => {
    const marks = columns.marks[thread] ?? 0;
    if (!(marks & IS_PROMISED)) return undefined;
    const value = columns.promised[thread] ?? 0;
    return { raw: raws.get(thread) ?? String(value), value, approximate: (marks & IS_APPROXIMATE) !== 0 };
  };
  return {
    add({ commentId, rootCommentId, replyCount }) {
      const thread = findThread(rootCommentId ?? commentId);
      if (rootCommentId !== undefined) {
        columns.got[thread] = (columns.got[thread] ?? 0) + 1;
        return;
      }
      columns.marks[thread] =
        HAS_ROOT | (replyCount ? IS_PROMISED : 0) | (replyCount?.approximate ? IS_APPROXIMATE : 0);
      columns.promised[thread] = replyCount?.value ?? 0;
      if (replyCount && replyCount.raw !== String(replyCount.value)) raws.set(thread, replyCount.raw);
    },
    *list() {
      let thread = -1;
      for (const rootCommentId of threads.ids()) {
        thread += 1;
        const hasRoot = ((columns.marks[thread] ?? 0) & HAS_ROOT) !== 0;
        yield { rootCommentId, expected: toExpected(thread), hasRoot, got: columns.got[thread] ?? 0 };
      }
    },
  };
}

interface Columns {
  readonly got: Uint32Array;
  readonly promised: Float64Array;
  readonly marks: Uint8Array;
}

const createColumns = (capacity: number): Columns => ({
  got: new Uint32Array(capacity),
  promised: new Float64Array(capacity),
  marks: new Uint8Array(capacity),
});

function grow(old: Columns): Columns {
  const grown = createColumns(old.got.length * 2);
  grown.got.set(old.got);
  grown.promised.set(old.promised);
  grown.marks.set(old.marks);
  return grown;
}
