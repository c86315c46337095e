import type { Threads } from './arrange-threads';
import type { CommentTable } from './comment-table';
import { FLAG } from './comment-table';
import type { CommentQuery } from './types';

/** What a query makes of a table. */
export interface Selection {
  /** Rows to show, in order. */
  readonly rows: Uint32Array;
  /** Row → whether it matches the query itself. */
  readonly matches: Uint8Array;
  readonly matchCount: number;
}

/**
 * Filters and orders the rows that were arranged; see `CommentQuery` and `CommentRow` for what it promises. The table
 * may have grown since.
 */
export function selectRows(
  table: CommentTable,
  threads: Threads,
  query: CommentQuery,
  collapsed: ReadonlySet<string>,
): Selection {
  const size = threads.order.length;
  const { matches, matchCount } = findMatches(table, size, query);
  const isFiltered = matchCount < size;
  const rows = new Uint32Array(size);
  let count = 0;
  for (const thread of orderThreads(table, threads, query.sort)) {
    const start = threads.starts[thread] ?? 0;
    const end = threads.starts[thread + 1] ?? start;
    if (isFiltered && !hasMatch(threads, matches, start, end)) continue;
    const first = threads.order[start] ?? 0;
    const isClosed = !isFiltered && collapsed.has(table.ids[first] ?? '');
    for (let place = start; place < end; place += 1) {
      const row = threads.order[place] ?? 0;
      const isRoot = ((table.flags[row] ?? 0) & FLAG.reply) === 0;
      if (!isRoot && (isClosed || matches[row] === 0)) continue;
      rows[count] = row;
      count += 1;
    }
  }
  return { rows: rows.slice(0, count), matches, matchCount };
}

function findMatches(
  table: CommentTable,
  size: number,
  query: CommentQuery,
): Pick<Selection, 'matches' | 'matchCount'> {
  const matches = new Uint8Array(size);
  const needle = query.text.trim().toLowerCase();
  const wanted = toWantedFlags(query);
  const { from = -Infinity, to = Infinity, place } = query;
  const isDated = query.from !== undefined || query.to !== undefined;
  let matchCount = 0;
  for (let row = 0; row < size; row += 1) {
    if (((table.flags[row] ?? 0) & wanted) !== wanted) continue;
    if (place !== undefined && table.places[row] !== place) continue;
    // An unknown time is NaN and lies in no span.
    const at = table.createdAt[row] ?? NaN;
    if (isDated && !(at >= from && at <= to)) continue;
    if (needle !== '' && !table.texts[row]?.includes(needle)) continue;
    matches[row] = 1;
    matchCount += 1;
  }
  return { matches, matchCount };
}

function toWantedFlags(query: CommentQuery): number {
  return (
    (query.byNoteAuthor ? FLAG.author : 0) |
    (query.pinned ? FLAG.pinned : 0) |
    (query.withPicture ? FLAG.picture : 0) |
    (query.question ? FLAG.question : 0)
  );
}

function hasMatch(threads: Threads, matches: Uint8Array, start: number, end: number): boolean {
  for (let place = start; place < end; place += 1) if (matches[threads.order[place] ?? 0] === 1) return true;
  return false;
}

/** Threads by what the query asks of their first row; equal ones in the site's order, unknown ones last. */
function orderThreads(table: CommentTable, threads: Threads, sort: CommentQuery['sort']): Uint32Array {
  const ordered = new Uint32Array(threads.count);
  for (let thread = 0; thread < threads.count; thread += 1) ordered[thread] = thread;
  if (sort === 'site') return ordered;
  const keys = new Float64Array(threads.count);
  for (let thread = 0; thread < threads.count; thread += 1)
    keys[thread] = toKey(table, threads, thread, sort);
  return ordered.sort((a, b) => compare(keys[a] ?? Infinity, keys[b] ?? Infinity) || a - b);
}

/** Smaller comes first. */
function toKey(table: CommentTable, threads: Threads, thread: number, sort: CommentQuery['sort']): number {
  const start = threads.starts[thread] ?? 0;
  const first = threads.order[start] ?? 0;
  const isOrphan = ((table.flags[first] ?? 0) & FLAG.reply) !== 0;
  const stored = (threads.starts[thread + 1] ?? start) - start - (isOrphan ? 0 : 1);
  const value = {
    site: start,
    newest: -(table.createdAt[first] ?? NaN),
    oldest: table.createdAt[first] ?? NaN,
    likes: isOrphan ? NaN : -(table.likes[first] ?? NaN),
    replies: -Math.max(table.replies[first] || 0, stored),
  }[sort];
  return Number.isNaN(value) ? Infinity : value;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
