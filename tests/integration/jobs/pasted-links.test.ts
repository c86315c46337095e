import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { collect, createTest, listed } from '../../support/jobs/collecting-notes';
import { commentOf, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { fullNote, noteIdOf } from '../../support/providers/note-world';

describe('short links that somebody takes in place of a note’s id', () => {
  const note = noteIdOf(7);
  const link = 'https://xhslink.com/a/short';
  const takesLinks = { takesLinks: true };
  const isByLink = (url: URL) => url.searchParams.get('shareText') === link;
  const sparse = (url: URL): FakeAnswer => ({
    payload: {
      note: noteOf(isByLink(url) ? note : (url.searchParams.get('noteId') ?? ''), { title: 'a' }),
    },
  });
  const detail = (url: URL): FakeAnswer => ({ payload: { note: fullNote(isByLink(url) ? note : '') } });

  it('reads a note behind a short link with one call, however often the link is pasted', async () => {
    const gateway = createTest({ detail }, takesLinks);
    const { job, notes, items } = await collect(
      gateway,
      listed([{ text: `看看 ${link} 复制` }, { text: link }, { text: `再看 ${link}` }]),
    );
    expect(gateway.line.asked).toEqual(['/tikhub-app-v2/detail']);
    expect(notes.map(({ noteId }) => noteId)).toEqual([note]);
    expect(items.map(({ itemId, state }) => [itemId, state])).toEqual([[`${note}/note`, 'done']]);
    expect(job).toMatchObject({
      state: 'done',
      progress: { itemsKnown: 1, itemsDone: 1, rows: 1, duplicates: 2, billedCalls: 1 },
    });
  });

  it('asks a second source by the id that came with it, and then for the comments', async () => {
    const gateway = createTest({ detail: sparse }, { ...takesLinks, fillFromNext: true });
    const { job, comments } = await collect(gateway, listed([{ text: link }], { comments: true }));
    expect(gateway.line.asked).toEqual([
      '/tikhub-app-v2/detail',
      '/justoneapi/detail',
      '/tikhub-app-v2/comments',
    ]);
    expect(gateway.line.urls.slice(1).every((url) => url.includes(note))).toBe(true);
    expect(comments).toHaveLength(2);
    expect(job).toMatchObject({ state: 'done', progress: { itemsKnown: 2, itemsDone: 2, rows: 3 } });
  });

  it('reads comments behind a short link at once, to their end, and says that they are complete', async () => {
    const page = (noteId: string, from: number, nextCursor?: string): FakeAnswer => ({
      payload: {
        noteId,
        comments: [from, from + 1].map((number) => ({ ...commentOf(`c${number}`), noteId })),
        threads: {},
        said: { topLevel: 4, comments: 4 },
        dropped: 0,
        ...(nextCursor === undefined ? {} : { nextCursor }),
      },
    });
    const comments = (url: URL) =>
      url.searchParams.get('cursor') === null ? page(note, 1, 'behind c2') : page(note, 3);
    const gateway = createTest({ comments }, takesLinks);
    const wanted = listed([{ text: link }], { details: false, comments: true });
    const { job, lists, items } = await collect(gateway, wanted);
    expect(gateway.line.urls.map((url) => new URL(url).searchParams.get('noteId'))).toEqual([null, note]);
    expect(items.map(({ itemId, state, rows }) => [itemId, state, rows])).toEqual([[note, 'done', 4]]);
    expect(lists.map(({ noteId, collected }) => [noteId, collected?.state, collected?.billedCalls])).toEqual([
      [note, 'complete', 2],
    ]);
    expect(job).toMatchObject({ state: 'done', progress: { itemsKnown: 1, itemsDone: 1, rows: 4 } });
  });

  it('looks a link up where its comments are none, and where nobody takes one', async () => {
    const none = { payload: { comments: [], threads: {}, dropped: 0 } };
    const found = { payload: { noteId: note } };
    const wanted = listed([{ text: link }], { details: false, comments: true });
    const empty = createTest({ comments: () => none, link: () => found }, takesLinks);
    expect((await collect(empty, wanted)).items.map(({ itemId, state }) => [itemId, state])).toEqual([
      [note, 'done'],
      [`${note}/note`, 'done'],
    ]);
    expect(empty.line.asked).toEqual([
      '/tikhub-app-v2/comments',
      '/tikhub-app-v2/link',
      '/tikhub-app-v2/comments',
    ]);
    const untaken = createTest({ link: () => found });
    await collect(untaken, wanted);
    expect(untaken.line.asked).toEqual(['/tikhub-app-v2/link', '/tikhub-app-v2/comments']);
  });
});
