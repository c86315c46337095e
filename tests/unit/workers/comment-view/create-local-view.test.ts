import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../../src/model/comment';
import { createLocalView } from '../../../../src/workers/comment-view/create-local-view';
import type { CommentSource } from '../../../../src/workers/comment-view/load-table';
import type { CommentQuery, CommentView } from '../../../../src/workers/comment-view/types';
import { commentOf } from '../comment-of';

const count = (value: number) => ({ raw: String(value), value, approximate: false });
const person = (nickname: string) => ({ id: { kind: 'site' as const, value: nickname }, nickname });

const STORED: readonly Comment[] = [
  commentOf('a', {
    position: 1,
    createdAt: 10,
    content: 'Hello World',
    place: '上海',
    likes: count(5),
    replyCount: count(3),
  }),
  commentOf('a1', {
    rootCommentId: 'a',
    createdAt: 40,
    content: '多少钱？',
    place: '北京',
    author: person('Ann'),
  }),
  commentOf('a2', { rootCommentId: 'a', createdAt: 20, content: 'hello again', byNoteAuthor: true }),
  commentOf('b', {
    position: 0,
    createdAt: 30,
    content: '好看',
    pinned: true,
    place: '上海',
    likes: count(1),
    replyCount: count(0),
  }),
  commentOf('c', {
    createdAt: 25,
    content: 'pic',
    pictures: [{ url: 'https://ci.xiaohongshu.com/1' }],
    likes: count(9),
  }),
  commentOf('x1', { rootCommentId: 'x', createdAt: 5, content: 'lost' }),
];

/** A database in memory, in batches as small as one wants. */
function createSource(stored: () => readonly Comment[], batch = 1_000): CommentSource & { reads: number } {
  return {
    reads: 0,
    async *readComments() {
      this.reads += 1;
      const all = [...stored()].sort((a, b) => (a.commentId < b.commentId ? -1 : 1));
      for (let start = 0; start < all.length; start += batch) yield all.slice(start, start + batch);
    },
    listCommentIds: async () =>
      stored()
        .map((comment) => comment.commentId)
        .sort(),
    findComments: async (_noteId, ids) =>
      ids.map((id) => stored().find((comment) => comment.commentId === id)),
  };
}

async function listIds(view: CommentView): Promise<string[]> {
  return (await view.rows(0, 10_000)).map((row) => (row.matches ? '' : '~') + row.comment.commentId);
}

async function ask(query: Partial<CommentQuery>): Promise<string[]> {
  const view = createLocalView(createSource(() => STORED));
  await view.open('note');
  await view.setQuery({ text: '', sort: 'site', ...query });
  return listIds(view);
}

describe('createLocalView', () => {
  it('shows everything in the order of the site, with threads and what they promise', async () => {
    const view = createLocalView(createSource(() => STORED));
    const summary = await view.open('note');
    expect(summary).toMatchObject({
      noteId: 'note',
      loading: false,
      total: 6,
      topLevel: 3,
      rows: 6,
      matches: 6,
    });
    expect(summary.places).toEqual([
      { place: '上海', count: 2 },
      { place: '北京', count: 1 },
    ]);
    const rows = await view.rows(0, 100);
    expect(rows.map((row) => [row.comment.commentId, row.level])).toEqual([
      ['b', 0],
      ['a', 0],
      ['a2', 1],
      ['a1', 1],
      ['c', 0],
      ['x1', 1],
    ]);
    expect(rows[1]?.thread).toEqual({ captured: 2, expected: 3, collapsed: false });
    expect(rows[4]?.thread).toEqual({ captured: 0, collapsed: false });
    expect(await view.rows(2, 2)).toHaveLength(2);
    expect(await view.rows(99, 5)).toEqual([]);
  });

  it('orders threads by their first comment, unknown ones last', async () => {
    expect(await ask({ sort: 'newest' })).toEqual(['b', 'c', 'a', 'a2', 'a1', 'x1']);
    expect(await ask({ sort: 'oldest' })).toEqual(['x1', 'a', 'a2', 'a1', 'c', 'b']);
    expect(await ask({ sort: 'likes' })).toEqual(['c', 'a', 'a2', 'a1', 'b', 'x1']);
    expect(await ask({ sort: 'replies' })).toEqual(['a', 'a2', 'a1', 'x1', 'b', 'c']);
  });

  it('filters by text, author, pin, picture, question, place and time, and keeps the root of what matches', async () => {
    expect(await ask({ text: ' HELLO ' })).toEqual(['a', 'a2']);
    expect(await ask({ text: 'ann' })).toEqual(['~a', 'a1']);
    expect(await ask({ byNoteAuthor: true })).toEqual(['~a', 'a2']);
    expect(await ask({ pinned: true })).toEqual(['b']);
    expect(await ask({ withPicture: true })).toEqual(['c']);
    expect(await ask({ question: true })).toEqual(['~a', 'a1']);
    expect(await ask({ place: '上海' })).toEqual(['b', 'a']);
    expect(await ask({ from: 20, to: 30 })).toEqual(['b', '~a', 'a2', 'c']);
    expect(await ask({ text: 'lost' })).toEqual(['x1']);
    expect(await ask({ text: 'nowhere' })).toEqual([]);
  });

  it('folds threads, and opens them while a filter is on', async () => {
    const view = createLocalView(createSource(() => STORED));
    await view.open('note');
    expect(await view.setCollapsed('a', true)).toMatchObject({ rows: 4, total: 6 });
    expect(await listIds(view)).toEqual(['b', 'a', 'c', 'x1']);
    await view.setQuery({ text: 'again', sort: 'site' });
    expect(await listIds(view)).toEqual(['~a', 'a2']);
    expect((await view.rows(0, 1))[0]?.thread).toEqual({ captured: 2, expected: 3 });
    await view.setQuery({ text: '', sort: 'site' });
    expect((await view.rows(1, 1))[0]?.thread).toMatchObject({ collapsed: true });
    expect((await view.setCollapsed('a', false)).rows).toBe(6);
  });

  it('answers with the first rows, and with the rest when asked again', async () => {
    const many = Array.from({ length: 9_000 }, (_, index) => commentOf(`c${String(index).padStart(5, '0')}`));
    const view = createLocalView(createSource(() => many, 1_000));
    let summary = await view.open('note');
    expect(summary).toMatchObject({ total: 1_000, loading: true });
    const seen = [summary.total];
    while (summary.loading) {
      summary = await view.refresh();
      seen.push(summary.total);
    }
    expect(summary.total).toBe(9_000);
    expect(seen.length).toBeLessThan(7);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('stays whole when the query changes while it is still being read', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      commentOf(`c${index}`, { content: index % 2 ? 'odd' : 'even' }),
    );
    const view = createLocalView(createSource(() => many, 500));
    await view.open('note');
    const partial = await view.setQuery({ text: 'odd', sort: 'newest' });
    expect(await view.rows(0, 10_000)).toHaveLength(partial.rows);
    while ((await view.refresh()).loading);
    const all = await view.rows(0, 10_000);
    expect(all).toHaveLength(2_500);
    expect(all.every((row) => row.comment.content === 'odd')).toBe(true);
  });

  it('finds what was added, changed and removed', async () => {
    let stored = STORED;
    const view = createLocalView(createSource(() => stored));
    const first = await view.open('note');
    stored = [
      ...STORED.filter((comment) => comment.commentId !== 'x1'),
      commentOf('d', { position: 2, content: 'new' }),
    ];
    // The row that was deleted is left out even before the view has looked again.
    expect(await listIds(view)).toEqual(['b', 'a', 'a2', 'a1', 'c']);
    const second = await view.refresh();
    expect(second).toMatchObject({ total: 6, topLevel: 4 });
    expect(second.version).toBeGreaterThan(first.version);
    expect(await listIds(view)).toEqual(['b', 'a', 'a2', 'a1', 'd', 'c']);
  });

  it('reads only what is new of a long list, unless something is gone', async () => {
    let stored: readonly Comment[] = Array.from({ length: 6_000 }, (_, index) =>
      commentOf(`m${index + 1_000}`),
    );
    const source = createSource(() => stored);
    const view = createLocalView(source);
    await view.open('note');
    while ((await view.refresh()).loading);
    const reads = source.reads;
    stored = [...stored, commentOf('a-late-one')];
    expect((await view.refresh()).total).toBe(6_001);
    expect(source.reads).toBe(reads);
    stored = stored.slice(1);
    expect((await view.refresh()).total).toBe(6_000);
    expect(source.reads).toBe(reads + 1);
  });

  it('forgets a note that was left, whatever was still on its way', async () => {
    const view = createLocalView(createSource(() => STORED));
    const leaving = view.open('note');
    view.close();
    await expect(leaving).rejects.toMatchObject({ code: 'note-not-open' });
    await expect(view.refresh()).rejects.toMatchObject({ code: 'note-not-open' });
    expect(await view.rows(0, 5)).toEqual([]);
  });

  it('says why reading failed', async () => {
    const source = createSource(() => STORED);
    source.readComments = () => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('broken disk')) }),
    });
    await expect(createLocalView(source).open('note')).rejects.toThrow('broken disk');
  });
});
