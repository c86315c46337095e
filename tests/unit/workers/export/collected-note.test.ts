import { describe, expect, it } from 'vitest';
import type { Collection, CommentList } from '../../../../src/model/comment';
import { findCompleteness } from '../../../../src/workers/library/notes/find-completeness';
import { commentOf } from '../comment-of';
import { count, NOTE, write } from './write-world';

const COLLECTED: Collection = {
  ...{ jobId: 'j', startedAt: 1, endedAt: 2, state: 'complete', topLevel: 3, replies: 0 },
  ...{ said: {}, endedBy: 'end', failedThreads: [], duplicates: 0, sources: ['tikhub-app-v2'] },
  ...{ restarts: 0, failedAttempts: 0, billedCalls: 1, cost: { USD: 0.01 }, hasUnknownPrice: false },
};
const comments = [commentOf('a'), commentOf('b'), commentOf('c')];
const listOf = (changes: Partial<Collection>): CommentList => ({
  noteId: 'note',
  ...{ hasMore: changes.endedBy === 'failed', threads: {}, updatedAt: 1, endedBy: 'login-wanted' },
  collected: { ...COLLECTED, ...changes },
});

async function report(changes: Partial<Collection>, counted = count('4', 4), stoppedBy?: 'login-wanted') {
  const written = await write({
    ...{ comments, note: { ...NOTE, counts: { comments: counted } }, list: listOf(changes) },
    ...(stoppedBy ? { job: { stoppedBy } } : {}),
  });
  return written.report['comments'] as { state: string; reason: string | null };
}

describe('the report on a note that providers have collected', () => {
  it('does not put down to the login of a page what nobody asked the page for', async () => {
    expect(await report({})).toMatchObject({ state: 'short', reason: 'not-returned' });
    expect(await report({}, count('4', 4), 'login-wanted')).toMatchObject({ reason: 'not-returned' });
    expect(await report({ endedBy: 'failed' })).toMatchObject({ reason: 'failed' });
    expect(await report({ sources: ['page'], endedBy: 'stopped' })).toMatchObject({ reason: 'login-wanted' });
  });

  it('goes by the exact number that was said where the page shows guests an open one', async () => {
    const open = count('2+', 2, true);
    expect(await report({ said: { comments: 3 } }, open)).toMatchObject({ state: 'complete', reason: null });
    expect(await report({ said: { comments: 5 } }, open)).toMatchObject({ state: 'short' });
    expect(await report({}, open)).toMatchObject({ state: 'unknown' });
    // What is not inside the open number was said of another time.
    expect(await report({ said: { comments: 1 } }, open)).toMatchObject({ state: 'unknown' });
    const inLibrary = (said: Collection['said']) =>
      findCompleteness({ counts: { comments: open } }, listOf({ said }), 3);
    expect([inLibrary({ comments: 3 }), inLibrary({})]).toEqual(['complete', 'unknown']);
  });
});

it('says of a thread that nobody was asked for that it was left, whatever became of the list', async () => {
  const written = await write({
    comments: [
      commentOf('a', { replyCount: count('2', 2) }),
      commentOf('b', { replyCount: count('2', 2) }),
      commentOf('c', { replyCount: count('2', 2) }),
    ],
    note: { ...NOTE, counts: { comments: count('9', 9) } },
    list: {
      noteId: 'note',
      hasMore: true,
      threads: { a: { hasMore: true }, b: { hasMore: true }, c: { hasMore: false } },
      updatedAt: 1,
      collected: { ...COLLECTED, state: 'short', endedBy: 'failed', failedThreads: ['a'] },
    },
  });
  expect(written.report['comments']).toMatchObject({
    reason: 'failed',
    shortThreads: [
      { rootCommentId: 'a', reason: 'failed' },
      { rootCommentId: 'b', reason: 'stopped' },
      { rootCommentId: 'c', reason: 'not-returned' },
    ],
  });
});
