import { describe, expect, it } from 'vitest';
import type { OrderedComment } from '../../../src/model/thread-order';
import { createThreadNumbers } from '../../../src/model/thread-numbers';
import { createThreadOrder } from '../../../src/model/thread-order';

function sortIds(comments: readonly OrderedComment[]): string[] {
  const order = createThreadOrder(2);
  for (const comment of comments) order.add(comment);
  return [...order.sort()].map((index) => comments[index]?.commentId ?? '?');
}

describe('createThreadOrder', () => {
  it('puts top-level comments by position, and those without one behind them by time', () => {
    expect(
      sortIds([
        { commentId: 'late', createdAt: 9 },
        { commentId: 'second', position: 1, createdAt: 1 },
        { commentId: 'early', createdAt: 2 },
        { commentId: 'unknown' },
        { commentId: 'first', position: 0, createdAt: 8 },
      ]),
    ).toEqual(['first', 'second', 'early', 'late', 'unknown']);
  });

  it('puts replies right behind their root, whichever came first', () => {
    expect(
      sortIds([
        { commentId: 'b2', rootCommentId: 'b', createdAt: 7 },
        { commentId: 'a1', rootCommentId: 'a', createdAt: 6 },
        { commentId: 'b', position: 0, createdAt: 5 },
        { commentId: 'b1', rootCommentId: 'b', createdAt: 3 },
        { commentId: 'a', position: 1, createdAt: 1 },
      ]),
    ).toEqual(['b', 'b1', 'b2', 'a', 'a1']);
  });

  it('puts replies without their root at the end, thread by thread', () => {
    expect(
      sortIds([
        { commentId: 'x1', rootCommentId: 'x', createdAt: 4 },
        { commentId: 'y1', rootCommentId: 'y', createdAt: 2 },
        { commentId: 'x2', rootCommentId: 'x', createdAt: 1 },
        { commentId: 'a' },
      ]),
    ).toEqual(['a', 'y1', 'x2', 'x1']);
  });

  it('orders alike by numbers of threads that somebody else gives out, whatever else they number', () => {
    const threads = createThreadNumbers();
    const comments = [
      { commentId: 'b1', rootCommentId: 'b', createdAt: 3 },
      { commentId: 'a', position: 0 },
      { commentId: 'b', position: 1 },
      { commentId: 'x1', rootCommentId: 'x' },
    ];
    threads.of('of nobody here');
    for (const { commentId, rootCommentId } of comments) threads.of(rootCommentId ?? commentId);
    threads.of('of nobody either');
    const order = createThreadOrder(2, threads);
    for (const comment of comments) order.add(comment);
    expect([...order.sort()].map((index) => comments[index]?.commentId)).toEqual(['a', 'b', 'b1', 'x1']);
  });

  it('keeps the order in which equal ones were added, and answers nothing for nothing', () => {
    expect(sortIds([{ commentId: 'q' }, { commentId: 'p' }])).toEqual(['q', 'p']);
    expect(sortIds([])).toEqual([]);
  });
});
