import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection, CommentSighting } from '../../../src/model/comment';
import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection } from '../../../src/storage/database';
import type { SeenList } from '../../../src/storage/repositories/comment-lists';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import { findCommentList } from '../../../src/storage/readers/find-comment-list';

let connection: DatabaseConnection;

beforeEach(() => {
  connection = createConnection(`comments-test-${crypto.randomUUID()}`);
});

const row = (commentId: string, changes: Partial<CommentSighting> = {}): CommentSighting => ({
  noteId: 'n1',
  commentId,
  ...changes,
});
const reply = (commentId: string, rootCommentId: string) => row(commentId, { rootCommentId });

function merge(page: Partial<SeenList> & { comments: readonly CommentSighting[] }, at = 1): Promise<void> {
  const whole: SeenList = { noteId: 'n1', level: 'top', whole: false, threads: {}, ...page };
  return connection.write(async (transaction) => {
    const stores = createRepositories(transaction);
    const { isLastKnown } = await stores.comments.merge(whole, { source: 'page', via: 'test', at });
    await stores.commentLists.read(whole, isLastKnown, at);
  });
}

async function readPositions(): Promise<Record<string, number | undefined>> {
  const rows = await connection.read((database) => database.getAll('comments'));
  return Object.fromEntries(rows.map(({ commentId, position }) => [commentId, position]));
}
const readList = () => connection.read((database) => findCommentList(database, 'n1'));
const readThreads = () => connection.read((database) => database.getAll('commentThreads'));

describe('pinned comments', () => {
  it('are marked where they are stored, and stay so when they are seen again', async () => {
    const mark = (ids: readonly string[]) =>
      connection.write((transaction) => createRepositories(transaction).comments.markPinned('n1', ids, []));
    await merge({ askedCursor: '', comments: [row('a', { content: 'first' }), row('b')] });

    expect(await mark(['a', 'unknown'])).toBe(1);
    expect(await mark(['a'])).toBe(0);
    await merge({ askedCursor: '', comments: [row('a', { content: 'edited' }), row('b')] }, 2);

    const rows = await connection.read((database) => database.getAll('comments'));
    expect(rows).toMatchObject([
      { commentId: 'a', pinned: true, content: 'edited', observed: { at: 2 } },
      { commentId: 'b' },
    ]);
    expect(rows[1]?.pinned).toBeUndefined();
  });
});

describe('when a comment was stored', () => {
  const mergeAt = (storedAt: number, seenAt: number) =>
    connection.write((transaction) =>
      createRepositories(transaction, () => storedAt).comments.merge(
        { noteId: 'n1', level: 'top', whole: false, comments: [row('a')] },
        { source: 'page', via: 'test', at: seenAt },
      ),
    );
  const find = () => connection.read((database) => database.get('comments', ['n1', 'a']));

  it('is written once, whenever it was seen, and anew when it was gone and came back', async () => {
    await mergeAt(50, 10);
    expect(await find()).toMatchObject({ firstSeenAt: 10, storedAt: 50 });
    await mergeAt(60, 5);
    expect(await find()).toMatchObject({ firstSeenAt: 5, storedAt: 50 });
    await connection.write((transaction) =>
      createRepositories(transaction).comments.markGone(
        'n1',
        { jobId: 'j', startedAt: 70, at: 80 },
        undefined,
        9,
      ),
    );
    expect(await find()).toMatchObject({ goneAt: 80, storedAt: 50 });
    await mergeAt(90, 85);
    expect(await find()).toMatchObject({ firstSeenAt: 5, storedAt: 90 });
    expect(await find()).not.toHaveProperty('goneAt');
  });

  it('stays unknown of one that was there before that was written down', async () => {
    const older = {
      noteId: 'n1',
      commentId: 'a',
      observed: { source: 'page', via: 'test', at: 1 },
      firstSeenAt: 1,
    };
    await connection.write((transaction) => transaction.objectStore('comments').put(older as never));
    await mergeAt(50, 10);
    expect(await find()).not.toHaveProperty('storedAt');
  });
});

describe('places in the site order', () => {
  it('are counted within each level, from the first comment on', async () => {
    await merge({ askedCursor: '', comments: [row('a'), reply('a1', 'a'), row('b'), reply('b1', 'b')] });
    await merge({ askedCursor: 'b', comments: [row('c')] });
    await merge({ level: 'replies', rootCommentId: 'a', askedCursor: 'a1', comments: [reply('a2', 'a')] });

    expect(await readPositions()).toEqual({ a: 0, a1: 0, b: 1, b1: 0, c: 2, a2: 1 });
  });

  it('stay unknown behind a comment that is not known, and stay what they were', async () => {
    await merge({ askedCursor: '', comments: [row('a'), row('b')] });
    await merge({ askedCursor: 'zz', comments: [row('b'), row('x')] });
    await merge({ comments: [row('y')] });

    expect(await readPositions()).toEqual({ a: 0, b: 1, x: undefined, y: undefined });
  });

  it('are taken anew from a whole list', async () => {
    await merge({ askedCursor: '', comments: [row('a'), row('b')] });
    await merge({ whole: true, comments: [row('new'), row('a'), row('b')] }, 2);

    expect(await readPositions()).toEqual({ new: 0, a: 1, b: 2 });
  });

  it('do not count a row twice that comes twice', async () => {
    await merge({ askedCursor: '', comments: [row('a'), row('a'), row('b')] });

    expect(await readPositions()).toEqual({ a: 0, b: 1 });
  });
});

describe('how far the list was read', () => {
  it('goes on page by page, and is not taken back when the first page is read again', async () => {
    await merge({ askedCursor: '', comments: [row('a')], nextCursor: 'a', hasMore: true });
    await merge({ askedCursor: 'a', comments: [row('b')], nextCursor: 'b', hasMore: false });
    await merge({ askedCursor: '', comments: [row('a')], nextCursor: 'a', hasMore: true }, 2);

    expect(await readList()).toMatchObject({ cursor: 'b', hasMore: false });
  });

  it('begins anew where the first page ends in what was never seen', async () => {
    await merge({ askedCursor: '', comments: [row('a')], nextCursor: 'a', hasMore: false });
    await merge({ askedCursor: '', comments: [row('x'), row('y')], nextCursor: 'y', hasMore: true }, 2);

    expect(await readList()).toMatchObject({ cursor: 'y', hasMore: true });
  });

  it('keeps threads that were read to their end', async () => {
    await merge({
      askedCursor: '',
      comments: [row('a'), reply('a1', 'a')],
      threads: { a: { hasMore: true } },
    });
    await merge({
      level: 'replies',
      rootCommentId: 'a',
      askedCursor: 'a1',
      comments: [reply('a2', 'a')],
      hasMore: false,
    });
    await merge(
      { askedCursor: '', comments: [row('a'), reply('a1', 'a')], threads: { a: { hasMore: true } } },
      2,
    );

    expect(await readThreads()).toEqual([{ noteId: 'n1', rootCommentId: 'a', hasMore: false }]);
  });

  it('takes an id of a prototype for an id', async () => {
    const threads = JSON.parse('{"__proto__":{"hasMore":true}}') as SeenList['threads'];
    await merge({ askedCursor: '', comments: [row('a')], threads });

    expect(Object.keys((await readList())?.threads ?? {})).toEqual(['__proto__']);
    expect(({} as { hasMore?: boolean }).hasMore).toBeUndefined();
  });
});

describe('a comment that was gone', () => {
  it('is there again when it is seen again', async () => {
    await merge({ comments: [row('a')] });
    await connection.write(async (transaction) => {
      const store = transaction.objectStore('comments');
      const stored = await store.get(['n1', 'a']);
      if (stored) await store.put({ ...stored, goneAt: 5 });
    });
    await merge({ comments: [row('a')] }, 9);

    const [stored] = await connection.read((database) => database.getAll('comments'));
    expect(stored).not.toHaveProperty('goneAt');
  });
});

describe('what collecting came to', () => {
  const collection = (changes: Partial<Collection>): Collection => ({
    ...{ jobId: 'j', startedAt: 1, endedAt: 2, state: 'short', topLevel: 1, replies: 1, said: {} },
    ...{ endedBy: 'end', failedThreads: ['a', 'b'], duplicates: 0, sources: ['tikhub-app-v2'], restarts: 0 },
    ...{ failedAttempts: 2, billedCalls: 4, cost: { USD: 0.04 }, hasUnknownPrice: false },
    ...changes,
  });
  const keep = (collected: Collection) =>
    connection.write((transaction) => createRepositories(transaction).commentLists.collect('n1', collected));
  const free = { failedAttempts: 0, billedCalls: 0, cost: {} };

  it('keeps what was paid for beside what a page gave later, and forgets it with what was paid for anew', async () => {
    await keep(collection({}));
    await keep(collection({ jobId: 'p', sources: ['page', 'tikhub-app-v2'], ...free }));
    const paid = { jobId: 'p', billedCalls: 4, failedAttempts: 2, cost: { USD: 0.04 } };
    expect((await readList())?.collected).toMatchObject(paid);
    await keep(collection({ jobId: 'q', ...free }));
    expect((await readList())?.collected).toMatchObject({ jobId: 'q', billedCalls: 0, cost: {} });
  });

  it('names no thread as failed that was read to its end since', async () => {
    await keep(collection({}));
    const of = { level: 'replies', rootCommentId: 'a' } as const;
    await merge({ ...of, comments: [reply('a1', 'a')], hasMore: true }, 3);
    expect((await readList())?.collected?.failedThreads).toEqual(['a', 'b']);
    await merge({ ...of, comments: [reply('a2', 'a')], hasMore: false }, 4);
    expect((await readList())?.collected?.failedThreads).toEqual(['b']);
  });
});
