import { createThreadOrder } from '../../model/thread-order';
import type { CommentTable } from './comment-table';

/** All rows of a table in the site's own order, cut into threads. Numbers are those of the table's rows. */
export interface Threads {
  readonly count: number;
  /** Rows in the site's order: root, its replies, next root… */
  readonly order: Uint32Array;
  /** Where each thread begins in `order`; one more entry than there are threads. */
  readonly starts: Uint32Array;
  /** Row → its thread. */
  readonly threadOf: Uint32Array;
}

export function arrangeThreads(table: CommentTable): Threads {
  const threadOrder = createThreadOrder(Math.max(16, table.size));
  for (let row = 0; row < table.size; row += 1) {
    threadOrder.add({
      commentId: table.ids[row] ?? '',
      rootCommentId: table.rootIds[row],
      position: toKnown(table.position[row]),
      createdAt: toKnown(table.createdAt[row]),
    });
  }
  const order = threadOrder.sort();
  const starts = new Uint32Array(table.size + 1);
  const threadOf = new Uint32Array(table.size);
  let count = 0;
  let lastRootId: string | undefined;
  order.forEach((row, place) => {
    const rootId = table.rootIds[row] ?? table.ids[row];
    if (place === 0 || rootId !== lastRootId) {
      starts[count] = place;
      count += 1;
    }
    threadOf[row] = count - 1;
    lastRootId = rootId;
  });
  starts[count] = table.size;
  return { count, order, starts: starts.slice(0, count + 1), threadOf };
}

function toKnown(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
