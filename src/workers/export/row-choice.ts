import { omitUndefined } from '../../lib/omit-undefined';
import type { Comment } from '../../model/comment';
import type { StoredCommentQuery } from '../../model/exports/comment-query';
import type { ThreadNumbers } from '../../model/thread-numbers';
import { createThreadOrder } from '../../model/thread-order';
import { arrangeThreads } from '../comment-view/arrange-threads';
import { createCommentTable } from '../comment-view/comment-table';
import { selectRows } from '../comment-view/select-rows';
import type { CommentQuery } from '../comment-view/types';

const ALL: CommentQuery = { text: '', sort: 'site' };
const NONE_COLLAPSED: ReadonlySet<string> = new Set();

/** In which order comments are written; they are numbered as they are added. */
export interface RowOrder {
  add(comment: Comment): void;
  /** Numbers in their order. */
  sort(): Uint32Array;
}

/**
 * The order of the list on screen. The site's own takes 20 bytes for each comment; the others, which look at what the
 * list looks at, about 200. `threads`: numbers that are given out for the same comments.
 */
export function createRowOrder(sort: CommentQuery['sort'], threads?: ThreadNumbers): RowOrder {
  if (sort === 'site') {
    const order = createThreadOrder(undefined, threads);
    return { add: (comment) => void order.add(comment), sort: () => order.sort() };
  }
  const table = createCommentTable();
  return {
    // Texts are for filters, which have been by.
    add: ({ content, author, ...comment }) => {
      void content;
      void author;
      table.add(comment);
    },
    sort: () => selectRows(table, arrangeThreads(table), { ...ALL, sort }, NONE_COLLAPSED).rows,
  };
}

/** Which comments of a batch match, by the same rule as the list on screen; a thread's root only when it matches itself. */
export function createRowFilter(
  query: StoredCommentQuery | undefined,
): (batch: readonly Comment[]) => (index: number) => boolean {
  if (!query) return () => () => true;
  const wanted: CommentQuery = { ...omitUndefined(query), sort: 'site' };
  return (batch) => {
    const table = createCommentTable();
    for (const comment of batch) table.add(comment);
    const { matches } = selectRows(table, arrangeThreads(table), wanted, NONE_COLLAPSED);
    return (index) => matches[index] === 1;
  };
}
