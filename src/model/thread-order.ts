import { createThreadNumbers } from './thread-numbers';

/** What the order of a comment depends on. */
export interface OrderedComment {
  readonly commentId: string;
  readonly rootCommentId?: string | undefined;
  readonly position?: number | undefined;
  readonly createdAt?: number | undefined;
}

/**
 * The site's own order, for any number of comments, in about 20 bytes each: top-level comments by position, those
 * without one after them by time; each thread's replies right behind its root, in the same way; replies whose root is
 * not there at the end, thread by thread. Comments are numbered in the order in which they are added.
 */
export interface ThreadOrder {
  /** Takes a comment and answers its number. */
  add(comment: OrderedComment): number;
  /** Numbers in the site's order. Asked once: what they were ordered by is let go. */
  sort(): Uint32Array;
  readonly size: number;
}

/**
 * Columns instead of objects: a hundred thousand small objects would weigh several times as much. `threads`: numbers that
 * somebody else gives out for the same comments.
 */
export function createThreadOrder(capacity = 1_024, threads = createThreadNumbers()): ThreadOrder {
  /** Thread → number of its root; absent while only replies are known. */
  const roots: (number | undefined)[] = [];
  let columns = createColumns(capacity);
  let size = 0;
  return {
    add({ commentId, rootCommentId, position, createdAt }) {
      if (size === columns.thread.length) columns = growColumns(columns);
      const thread = threads.of(rootCommentId ?? commentId);
      columns.thread[size] = rootCommentId === undefined ? thread : thread | IS_REPLY;
      columns.key[size] = position ?? BEHIND_POSITIONS + (createdAt ?? Infinity);
      if (rootCommentId === undefined) roots[thread] = size;
      size += 1;
      return size - 1;
    },
    sort() {
      const ranks = rankThreads(columns, roots, firstOfThreads(columns, threads.size, size));
      const order = orderByThread(columns, ranks, size);
      columns = createColumns(0);
      return order;
    },
    get size() {
      return size;
    },
  };
}

/** Behind every place that a list can have. */
const BEHIND_POSITIONS = 2 ** 33;
/** The bit of a thread's number that marks a reply; there is room for two thousand million threads without it. */
const IS_REPLY = 0x8000_0000;

interface Columns {
  /** Number of the thread, with `IS_REPLY` in replies. */
  readonly thread: Uint32Array;
  /** The position where one is known, else the time behind all positions, else Infinity. */
  readonly key: Float64Array;
}

function createColumns(capacity: number): Columns {
  return { thread: new Uint32Array(capacity), key: new Float64Array(capacity) };
}

function growColumns(old: Columns): Columns {
  const grown = createColumns(old.thread.length * 2);
  grown.thread.set(old.thread);
  grown.key.set(old.key);
  return grown;
}

const threadOf = ({ thread }: Columns, index: number): number => (read(thread, index) & ~IS_REPLY) >>> 0;
const isReply = ({ thread }: Columns, index: number): number => read(thread, index) >>> 31;

/** The first comment of each thread that has no root, by the order in which they were added. */
function firstOfThreads(columns: Columns, threadCount: number, size: number): Uint32Array {
  const first = new Uint32Array(threadCount).fill(size);
  for (let index = size - 1; index >= 0; index -= 1) first[threadOf(columns, index)] = index;
  return first;
}

/** Thread → its place among the threads. */
function rankThreads(
  columns: Columns,
  roots: readonly (number | undefined)[],
  first: Uint32Array,
): Uint32Array {
  const threads = new Uint32Array(first.length);
  for (let thread = 0; thread < threads.length; thread += 1) threads[thread] = thread;
  threads.sort((a, b) => {
    const rootA = roots[a];
    const rootB = roots[b];
    if ((rootA === undefined) !== (rootB === undefined)) return rootA === undefined ? 1 : -1;
    return compareKeys(columns, rootA ?? read(first, a), rootB ?? read(first, b));
  });
  const ranks = new Uint32Array(threads.length);
  threads.forEach((thread, rank) => (ranks[thread] = rank));
  return ranks;
}

/**
 * Thread behind thread, each sorted by itself: comments are counted into their places, so that only the few of a thread
 * are ever compared with each other.
 */
function orderByThread(columns: Columns, ranks: Uint32Array, size: number): Uint32Array {
  const ends = new Uint32Array(ranks.length + 1);
  const rankOf = (index: number) => read(ranks, threadOf(columns, index));
  for (let index = 0; index < size; index += 1) {
    const rank = rankOf(index);
    ends[rank + 1] = read(ends, rank + 1) + 1;
  }
  for (let rank = 0; rank < ranks.length; rank += 1) ends[rank + 1] = read(ends, rank) + read(ends, rank + 1);
  const order = new Uint32Array(size);
  // From here on `ends[rank]` moves from where its thread begins to where it ends.
  for (let index = 0; index < size; index += 1) {
    const rank = rankOf(index);
    const place = read(ends, rank);
    order[place] = index;
    ends[rank] = place + 1;
  }
  let start = 0;
  for (let rank = 0; rank < ranks.length; rank += 1) {
    const end = read(ends, rank);
    if (end - start > 1) sortThread(columns, order.subarray(start, end));
    start = end;
  }
  return order;
}

function sortThread(columns: Columns, thread: Uint32Array): void {
  for (let place = 1; place < thread.length; place += 1) {
    if (compareInThread(columns, read(thread, place - 1), read(thread, place)) <= 0) continue;
    thread.sort((a, b) => compareInThread(columns, a, b));
    return;
  }
}

function compareInThread(columns: Columns, a: number, b: number): number {
  return isReply(columns, a) - isReply(columns, b) || compareKeys(columns, a, b);
}

/** By position, those without one behind them by time, then as added; unknown ones last. */
function compareKeys({ key }: Columns, a: number, b: number): number {
  return compareNumbers(read(key, a), read(key, b)) || a - b;
}

/** `Infinity - Infinity` is not a number, so it is no subtraction. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function read(column: Uint32Array | Float64Array, index: number): number {
  return column[index] ?? 0;
}
