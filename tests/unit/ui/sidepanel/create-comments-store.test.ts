import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { createCommentsStore } from '../../../../src/ui/sidepanel/comments/create-comments-store';
import type {
  CommentQuery,
  CommentView,
  CommentViewSummary,
} from '../../../../src/workers/comment-view/types';

const summaryOf = (noteId: string, version: number, rows = 3): CommentViewSummary => ({
  version,
  noteId,
  total: rows,
  topLevel: rows,
  rows,
  matches: rows,
  places: [],
  loading: false,
});

/** A view whose answers are given by hand, in any order. */
function createHandView() {
  const calls: {
    name: string;
    input: unknown;
    answer: (value: never) => void;
    fail: (error: Error) => void;
  }[] = [];
  const ask = (name: string, input: unknown) =>
    new Promise<never>((answer, fail) => calls.push({ name, input, answer, fail }));
  const view: CommentView = {
    open: (noteId) => ask('open', noteId),
    refresh: () => ask('refresh', undefined),
    setQuery: (query) => ask('setQuery', query),
    setCollapsed: (root, collapsed) => ask('setCollapsed', [root, collapsed]),
    rows: (start, count) => ask('rows', [start, count]),
    close: () =>
      calls.push({ name: 'close', input: undefined, answer: () => undefined, fail: () => undefined }),
  };
  const of = (name: string) => calls.filter((call) => call.name === name);
  return { view, calls, of };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const row = { comment: { commentId: 'a' }, level: 0, matches: true };

/** A store whose note is shown, with its first page of rows. */
async function showNote() {
  const hand = createHandView();
  const store = createCommentsStore(hand.view);
  store.show('note');
  hand.of('open')[0]?.answer(summaryOf('note', 1) as never);
  await settled();
  hand.of('rows')[0]?.answer([row] as never);
  await settled();
  return { hand, store };
}

describe('the store of the list', () => {
  it('never shows what comes late for a note that was left', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('first');
    store.show('second');
    hand.of('open')[1]?.answer(summaryOf('second', 2) as never);
    await settled();
    hand.of('open')[0]?.answer(summaryOf('first', 1) as never);
    await settled();
    hand.of('rows')[0]?.answer([row] as never);
    await settled();
    expect(store.summary.value?.noteId).toBe('second');
    expect(hand.of('rows')).toHaveLength(1);
  });

  it('shows a list that begins once its first rows are here', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('note');
    hand.of('open')[0]?.answer(summaryOf('note', 1) as never);
    await settled();
    expect(store.summary.value).toBeUndefined();
    hand.of('rows')[0]?.answer([row] as never);
    await settled();
    expect(store.summary.value?.version).toBe(1);
    expect(store.rowAt(0)).toBe(row);
  });

  it('shows nothing of a note that was left while its first rows were read', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('first');
    hand.of('open')[0]?.answer(summaryOf('first', 1) as never);
    await settled();
    store.show('second');
    hand.of('rows')[0]?.answer([row] as never);
    await settled();
    expect(store.summary.value).toBeUndefined();
    expect(store.rowAt(0)).toBeUndefined();
  });

  it('shows the list, and says so, when its first rows cannot be read', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('note');
    hand.of('open')[0]?.answer(summaryOf('note', 1) as never);
    await settled();
    hand.of('rows')[0]?.fail(new AppError('database-blocked'));
    await settled();
    store.need(0);
    hand.of('rows')[1]?.fail(new AppError('database-blocked'));
    await settled();
    expect(store.error.value?.code).toBe('database-blocked');
  });

  it('is not taken back by a look that was overtaken while the list began', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('note');
    hand.of('open')[0]?.answer(summaryOf('note', 1) as never);
    store.change({ sort: 'likes' });
    hand.of('setQuery')[0]?.answer(summaryOf('note', 2) as never);
    await settled();
    hand.of('rows')[1]?.answer([row] as never);
    await settled();
    hand.of('rows')[0]?.answer([] as never);
    await settled();
    expect(store.summary.value?.version).toBe(2);
    expect(store.rowAt(0)).toBe(row);
  });

  it('asks for a page of rows once for a version, and again for the next', async () => {
    const { hand, store } = await showNote();
    store.need(0);
    store.need(1);
    store.need(59);
    expect(hand.of('rows').map((call) => call.input)).toEqual([[0, 60]]);
    store.need(60);
    expect(hand.of('rows')).toHaveLength(2);
    store.refresh();
    hand.of('refresh')[0]?.answer(summaryOf('note', 2) as never);
    await settled();
    store.need(0);
    expect(hand.of('rows')).toHaveLength(3);
  });

  it('keeps the rows it has until the newer ones are here', async () => {
    const { hand, store } = await showNote();
    store.refresh();
    hand.of('refresh')[0]?.answer(summaryOf('note', 2) as never);
    await settled();
    store.need(0);
    expect(store.rowAt(0)).toBe(row);
  });

  it('shows the pages of a newer version all at once, so that a comment that moves is always in exactly one place', async () => {
    const rowsOf = (...ids: string[]) => ids.map((commentId) => ({ comment: { commentId } })) as never;
    const ids = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}${at}`);
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('note');
    hand.of('open')[0]?.answer(summaryOf('note', 1, 61) as never);
    await settled();
    hand.of('rows')[0]?.answer(rowsOf(...ids(59, 'old'), 'moving'));
    await settled();
    store.needAround(0);
    hand.of('rows')[1]?.answer(rowsOf('last'));
    await settled();
    expect([store.placeOf('moving'), store.placeOf('last')]).toEqual([59, 60]);

    store.refresh();
    hand.of('refresh')[0]?.answer(summaryOf('note', 2, 62) as never);
    await settled();
    store.needAround(59);
    expect(
      hand
        .of('rows')
        .slice(2)
        .map((call) => call.input),
    ).toEqual([
      [0, 60],
      [60, 60],
    ]);
    hand.of('rows')[2]?.answer(rowsOf('new', ...ids(59, 'old')));
    await settled();
    expect([store.placeOf('moving'), store.placeOf('last')]).toEqual([59, 60]);
    hand.of('rows')[3]?.answer(rowsOf('moving', 'last'));
    await settled();
    expect([store.placeOf('moving'), store.placeOf('last')]).toEqual([60, 61]);
    expect(store.placeOf('gone')).toBeUndefined();
  });

  it('drops the pages that were not looked at for longest, and fetches them again when they are needed', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('note');
    hand.of('open')[0]?.answer(summaryOf('note', 1, 6_000) as never);
    await settled();
    for (let page = 0; page < 13; page += 1) {
      // The first page comes with the list.
      if (page > 0) store.need(page * 60);
      hand.of('rows')[page]?.answer([{ comment: { commentId: `of page ${page}` } }] as never);
      await settled();
    }
    expect(store.rowAt(60)?.comment.commentId).toBe('of page 1');
    expect(store.rowAt(0)).toBeUndefined();
    store.need(0);
    expect(hand.of('rows').at(-1)?.input).toEqual([0, 60]);
    expect(hand.of('rows')).toHaveLength(14);
  });

  it('looks again when its note is back in front: what changed meanwhile nobody has told it', async () => {
    const { hand, store } = await showNote();
    store.show('note');
    expect(hand.of('open')).toHaveLength(1);
    expect(hand.of('refresh')).toHaveLength(1);
    hand.of('refresh')[0]?.answer(summaryOf('note', 2, 9) as never);
    await settled();
    expect(store.summary.value?.total).toBe(9);
  });

  it('looks again once when asked many times while it looks', async () => {
    const { hand, store } = await showNote();
    for (let i = 0; i < 5; i += 1) store.refresh();
    expect(hand.of('refresh')).toHaveLength(1);
    hand.of('refresh')[0]?.answer(summaryOf('note', 2) as never);
    await settled();
    expect(hand.of('refresh')).toHaveLength(2);
    hand.of('refresh')[1]?.answer(summaryOf('note', 3) as never);
    await settled();
    expect(hand.of('refresh')).toHaveLength(2);
  });

  it('drops a filter that is switched off, and keeps the order when all are cleared', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('note');
    store.change({ sort: 'likes', question: true, place: '上海' });
    store.change({ place: undefined });
    expect(hand.of('setQuery').at(-1)?.input).toEqual({ text: '', sort: 'likes', question: true });
    expect(store.filtered.value).toBe(true);
    store.clear();
    expect(hand.of('setQuery').at(-1)?.input).toEqual({ text: '', sort: 'likes' } satisfies CommentQuery);
    expect(store.filtered.value).toBe(false);
  });

  it('says what failed, and opens the note anew on retry', async () => {
    const hand = createHandView();
    const store = createCommentsStore(hand.view);
    store.show('note');
    hand.of('open')[0]?.fail(new AppError('database-blocked'));
    await settled();
    expect(store.error.value?.code).toBe('database-blocked');
    store.retry();
    expect(hand.of('open')).toHaveLength(2);
    expect(store.error.value).toBeUndefined();
  });
});
