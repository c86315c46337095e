import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../../src/model/comment';
import type { Note } from '../../../../src/model/note';
import { createCommentSearch } from '../../../../src/workers/library/search/create-comment-search';
import type { SearchSource } from '../../../../src/workers/library/search/create-comment-search';
import type { FoundSort, SearchQuery } from '../../../../src/workers/library/search/types';

const OBSERVED = { source: 'page', via: 'test', at: 1 };
const PLAIN: SearchQuery = { text: '', author: '', place: '', note: '' };
const likes = (value: number) => ({ raw: String(value), value, approximate: false });

function comment(key: string, fields: Partial<Comment> & { by?: string }): Comment {
  const [noteId = '', commentId = ''] = key.split('/');
  const { by, ...rest } = fields;
  const author =
    by === undefined ? {} : { author: { id: { kind: 'site' as const, value: by }, nickname: by } };
  return { noteId, commentId, observed: OBSERVED, firstSeenAt: 1, ...author, ...rest };
}

const note = (noteId: string, title: string): Note => ({
  noteId,
  title,
  counts: {},
  tokens: [],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 1,
});

const COMMENTS = [
  comment('n1/a', { content: 'Fresh Lemon tea', by: 'Ann', place: '上海', createdAt: 30, likes: likes(5) }),
  comment('n1/b', { content: 'lemon', by: 'Bob', createdAt: 10, byNoteAuthor: true }),
  comment('n2/c', { content: '柠檬多少钱', by: 'Ann', createdAt: 20, likes: likes(50) }),
  comment('n2/d', { content: 'lemon, gone', by: 'Ann', goneAt: 5 }),
  comment('n2/e', { by: 'Ann' }),
];
const NOTES = [note('n1', '早餐'), note('n2', '饮料')];

function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Batches that come only when they are asked on with `release`. */
function createSource(batches: Comment[][] = [COMMENTS]) {
  const gates = batches.map(() => createGate());
  const source: SearchSource = {
    async *scan(noteIds) {
      for (const [index, batch] of batches.entries()) {
        await gates[index]?.opened;
        yield batch.filter((one) => !noteIds || noteIds.includes(one.noteId));
      }
    },
    countComments: (noteIds) =>
      Promise.resolve(batches.flat().filter((one) => !noteIds || noteIds.includes(one.noteId)).length),
    async *readNotes() {
      yield NOTES;
    },
    findComments: (keys) =>
      Promise.resolve(keys.map(([, id]) => batches.flat().find(({ commentId }) => commentId === id))),
    findNotes: (ids) => Promise.resolve(ids.map((id) => NOTES.find(({ noteId }) => noteId === id))),
  };
  return { source, release: (index: number) => gates[index]?.open() };
}

async function find(query: Partial<SearchQuery>, sort: FoundSort = 'note', hidden: string[] = []) {
  const { source, release } = createSource();
  release(0);
  const search = createCommentSearch(source);
  let progress = await search.start({ ...PLAIN, ...query }, sort, hidden);
  while (!progress.isDone) progress = await search.next();
  const rows = await search.rows(0, 10);
  expect(progress.found).toBe(rows.length);
  return rows.map((row) => row.comment.commentId);
}

describe('the search over all stored comments', () => {
  it('finds every word without case, and nothing that the site no longer has', async () => {
    expect(await find({ text: 'LEMON' })).toEqual(['a', 'b']);
    expect(await find({ text: 'tea lemon' })).toEqual(['a']);
  });

  it('asks for person, place, note, likes, time, the note’s author and questions', async () => {
    expect(await find({ author: 'ann' })).toEqual(['a', 'c', 'e']);
    expect(await find({ place: '上海' })).toEqual(['a']);
    expect(await find({ note: '饮料' })).toEqual(['c', 'e']);
    expect(await find({ noteId: 'n1' })).toEqual(['a', 'b']);
    expect(await find({ minLikes: 5 })).toEqual(['a', 'c']);
    expect(await find({ from: 20, to: 30 })).toEqual(['a', 'c']);
    expect(await find({ byNoteAuthor: true })).toEqual(['b']);
    expect(await find({ question: true })).toEqual(['c']);
    expect(await find({ author: 'ann', note: '早餐' })).toEqual(['a']);
    expect(await find({ author: 'ann' }, 'note', ['n2'])).toEqual(['a']);
  });

  it('sorts, with what is not known last', async () => {
    expect(await find({ author: 'ann' }, 'oldest')).toEqual(['c', 'a', 'e']);
    expect(await find({}, 'newest')).toEqual(['a', 'c', 'b', 'e']);
    expect(await find({}, 'likes')).toEqual(['c', 'a', 'b', 'e']);
  });

  it('shows what it has found before it has looked at everything, and stops when told', async () => {
    const { source, release } = createSource([COMMENTS.slice(0, 2), COMMENTS.slice(2)]);
    const search = createCommentSearch(source, () => 0);
    release(0);
    const first = await search.start({ ...PLAIN, author: 'a' }, 'newest', []);
    expect(first).toMatchObject({ isDone: false, scanned: 2, total: 5, found: 1 });
    expect((await search.rows(0, 5)).map((row) => row.note?.title)).toEqual(['早餐']);

    const waiting = search.next();
    const stopped = await search.stop();
    expect(stopped).toMatchObject({ isDone: true, isStopped: true, scanned: 2, found: 1 });
    expect(await waiting).toMatchObject({ isDone: true });
    release(1);
    expect(await search.sort('likes')).toMatchObject({ scanned: 2, found: 1 });
  });

  it('fails with what reading fails with', async () => {
    const { source } = createSource();
    const search = createCommentSearch({
      ...source,
      countComments: () => Promise.reject(new Error('disk')),
    });
    await expect(search.start(PLAIN, 'note', [])).rejects.toThrow('disk');
  });
});
