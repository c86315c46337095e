import { rankPlaces } from '../../insights/rank-places';
import type { Comment } from '../../model/comment';
import type { Threads } from './arrange-threads';
import { arrangeThreads } from './arrange-threads';
import type { CommentTable } from './comment-table';
import { FLAG } from './comment-table';
import type { Selection } from './select-rows';
import { selectRows } from './select-rows';
import type { CommentQuery, CommentRow, CommentViewSummary } from './types';

/** A table as it is shown: arranged, filtered, counted. The table may grow behind it; the rest belongs together. */
export interface ShownRows {
  readonly table: CommentTable;
  readonly threads: Threads;
  readonly selection: Selection;
  readonly places: CommentViewSummary['places'];
  readonly topLevel: number;
}

export function arrangeRows(
  table: CommentTable,
  query: CommentQuery,
  collapsed: ReadonlySet<string>,
): ShownRows {
  const threads = arrangeThreads(table);
  let topLevel = 0;
  for (const row of threads.order) if (((table.flags[row] ?? 0) & FLAG.reply) === 0) topLevel += 1;
  const selection = selectRows(table, threads, query, collapsed);
  return { table, threads, topLevel, selection, places: rankPlaces(table.places) };
}

/** What the list shows of one row: the comment as it is stored now, its place in the thread as it was arranged. */
export function toCommentRow(
  { threads, selection }: ShownRows,
  row: number,
  comment: Comment,
  collapsed: ReadonlySet<string>,
): CommentRow {
  const matches = selection.matches[row] === 1;
  if (comment.rootCommentId !== undefined) return { comment, level: 1, matches };
  const thread = threads.threadOf[row] ?? 0;
  const captured = (threads.starts[thread + 1] ?? 0) - (threads.starts[thread] ?? 0) - 1;
  const expected = comment.replyCount === undefined ? {} : { expected: comment.replyCount.value };
  const isFiltered = selection.matchCount < threads.order.length;
  const fold = isFiltered ? {} : { collapsed: collapsed.has(comment.commentId) };
  return { comment, level: 0, matches, thread: { captured, ...expected, ...fold } };
}
