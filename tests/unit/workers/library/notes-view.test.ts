import { describe, expect, it } from 'vitest';
import type { Note } from '../../../../src/model/note';
import { createNotesView } from '../../../../src/workers/library/notes/create-notes-view';
import { findCompleteness } from '../../../../src/workers/library/notes/find-completeness';
import type { StoredNote } from '../../../../src/workers/library/notes/to-note-entry';
import type { NotesQuery } from '../../../../src/workers/library/notes/types';

const exact = (value: number) => ({ raw: String(value), value, approximate: false });
const seen = (source: string) => ({ source, via: 'test', at: 1 });
const person = (nickname: string) => ({ id: { kind: 'site' as const, value: nickname }, nickname });

function stored(noteId: string, changes: Partial<Note> & { stored?: number } = {}): StoredNote {
  const { stored: count = 0, ...fields } = changes;
  return {
    note: { noteId, counts: {}, tokens: [], observed: {}, firstSeenAt: 1, lastSeenAt: 1, ...fields },
    list: undefined,
    stored: count,
  };
}

const ALL: NotesQuery = { text: '', sort: 'seen', direction: 'down', hidden: [] };
const SHELF = [
  stored('a', { title: 'Camping tea', lastSeenAt: 3, counts: { likes: exact(5) }, stored: 2 }),
  stored('b', {
    title: '露营',
    text: '茶 and tea',
    author: person('Ann'),
    type: 'video',
    lastSeenAt: 2,
    observed: { title: seen('page'), text: seen('justoneapi') },
  }),
  stored('c', { topics: [{ name: '露营' }], lastSeenAt: 1, counts: { likes: exact(50) } }),
];

function createView(shelf: StoredNote[]) {
  return createNotesView({
    async *readAll() {
      yield shelf;
    },
    find: (noteId) => Promise.resolve(shelf.find(({ note }) => note.noteId === noteId)),
  });
}

async function find(query: Partial<NotesQuery>): Promise<readonly string[]> {
  const view = createView(SHELF);
  await view.open({ ...ALL, ...query });
  return view.listIds();
}

describe('the list of stored notes', () => {
  it('keeps what was asked for while its rows were being read', async () => {
    const view = createView(SHELF);
    const opening = view.open(ALL);
    await view.setQuery({ ...ALL, hidden: ['a'] });
    await opening;
    expect(await view.listIds()).toEqual(['b', 'c']);
  });

  it('finds every word, in whichever of title, text, author, topics or id', async () => {
    expect(await find({ text: '露营' })).toEqual(['b', 'c']);
    expect(await find({ text: 'TEA' })).toEqual(['a', 'b']);
    expect(await find({ text: 'tea ann' })).toEqual(['b']);
    expect(await find({ text: 'tea ann camping' })).toEqual([]);
  });

  it('filters by type, source, stored comments, and leaves out what is hidden', async () => {
    expect(await find({ type: 'video' })).toEqual(['b']);
    expect(await find({ source: 'justoneapi' })).toEqual(['b']);
    expect(await find({ comments: 'some' })).toEqual(['a']);
    expect(await find({ comments: 'none', hidden: ['c'] })).toEqual(['b']);
  });

  it('sorts either way, with what is not known last', async () => {
    expect(await find({ sort: 'likes' })).toEqual(['c', 'a', 'b']);
    expect(await find({ sort: 'likes', direction: 'up' })).toEqual(['a', 'c', 'b']);
  });

  it('counts what it finds and what there is, and takes up what was changed, added or removed', async () => {
    const shelf = [...SHELF];
    const view = createView(shelf);
    expect(await view.open({ ...ALL, hidden: ['c'] })).toMatchObject({
      total: 2,
      rows: 2,
      comments: 2,
      sources: ['justoneapi', 'page'],
    });
    shelf.splice(0, 1);
    shelf.push(stored('d', { stored: 7, lastSeenAt: 9 }));
    await view.refresh('a');
    const { version, ...summary } = await view.refresh('d');
    expect(summary).toMatchObject({ total: 2, rows: 2, comments: 7 });
    expect((await view.rows(0, 1)).map(({ noteId }) => noteId)).toEqual(['d']);
    expect(await view.setQuery(ALL)).toMatchObject({ version: version + 1, rows: 3 });
  });
});

describe('findCompleteness', () => {
  const list = (hasMore: boolean, threadHasMore = false) => ({
    noteId: 'a',
    hasMore,
    threads: { root: { hasMore: threadHasMore } },
    updatedAt: 1,
  });
  const note = (count?: ReturnType<typeof exact>) => ({ counts: count ? { comments: count } : {} });

  const cases: readonly [string, ...Parameters<typeof findCompleteness>, string][] = [
    ['nothing stored, nobody knows how many there are', note(), undefined, 0, 'none'],
    ['nothing stored, some there', note(exact(3)), undefined, 0, 'none'],
    ['none there', note(exact(0)), undefined, 0, 'complete'],
    ['as many as the site counts', note(exact(3)), list(false), 3, 'complete'],
    ['fewer', note(exact(4)), list(false), 3, 'partial'],
    ['enough, but a thread was left open', note(exact(3)), list(false, true), 3, 'partial'],
    ['the list goes on', note(), list(true), 3, 'partial'],
    ['nobody knows how many there are', note(), list(false), 3, 'unknown'],
    ['10 or more', note({ raw: '10+', value: 10, approximate: true }), list(false), 12, 'unknown'],
  ];

  it.each(cases)('%s', (...[, of, read, count, expected]) => {
    expect(findCompleteness(of, read, count)).toBe(expected);
  });
});
