import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Comment } from '../../../src/model/comment';
import { createConnection } from '../../../src/storage/database';
import type { StoredDatabase } from '../../../src/storage/database';
import { countComments } from '../../../src/storage/readers/count-comments';
import { listNewestComments } from '../../../src/storage/readers/list-newest-comments';
import { listNotes } from '../../../src/storage/readers/notes/list-notes';
import { readComments } from '../../../src/storage/readers/read-comments';

let database: StoredDatabase;

beforeEach(async () => {
  database = await createConnection(`readers-test-${crypto.randomUUID()}`).open();
});

const comment = (noteId: string, commentId: string, changes: Partial<Comment> = {}): Comment => ({
  noteId,
  commentId,
  observed: { source: 'page', via: 'state', at: 1 },
  firstSeenAt: 1,
  ...changes,
});

async function put(comments: readonly Comment[]): Promise<void> {
  const transaction = database.transaction('comments', 'readwrite');
  for (const row of comments) await transaction.store.put(row);
  await transaction.done;
}

describe('readComments', () => {
  it('gives every comment of the note once, in batches, and none of its neighbours', async () => {
    const ids = Array.from({ length: 7 }, (_, i) => `c${i}`);
    await put(['n1', 'n2', 'n20', 'n3'].flatMap((noteId) => ids.map((id) => comment(noteId, id))));
    const batches: string[][] = [];
    for await (const batch of readComments(database, 'n2', { batch: 3 })) {
      batches.push(batch.map((row) => `${row.noteId}/${row.commentId}`));
    }

    expect(batches.map((batch) => batch.length)).toEqual([3, 3, 1]);
    expect(batches.flat()).toEqual(ids.map((id) => `n2/${id}`));
    expect(await countComments(database, 'n2')).toBe(7);
  });

  it('gives nothing for a note without comments', async () => {
    const batches = [];
    for await (const batch of readComments(database, 'n2')) batches.push(batch);
    expect(batches).toEqual([]);
  });
});

describe('listNewestComments', () => {
  it('gives the latest first and leaves out what is gone', async () => {
    await put([
      comment('n1', 'a1', { createdAt: 10 }),
      comment('n1', 'a2', { createdAt: 30 }),
      comment('n1', 'a3', { createdAt: 20 }),
      comment('n1', 'a4', { createdAt: 40, goneAt: 50 }),
      comment('n2', 'a5', { createdAt: 99 }),
    ]);
    const newest = await listNewestComments(database, 'n1', 2);
    expect(newest.map((row) => row.commentId)).toEqual(['a2', 'a3']);
  });
});

describe('listNotes', () => {
  it('passes over notes that were seen on cards only, where opened ones are asked for', async () => {
    const seen = { counts: {}, tokens: [], observed: {}, firstSeenAt: 1 };
    await database.put('notes', { ...seen, noteId: 'card', title: 'On a card', lastSeenAt: 9 });
    await database.put('notes', { ...seen, noteId: 'opened', title: 'Opened', text: '', lastSeenAt: 5 });
    const ids = async (openedOnly: boolean) =>
      (await listNotes(database, { limit: 5, openedOnly })).map((note) => note.noteId);
    expect(await ids(true)).toEqual(['opened']);
    expect(await ids(false)).toEqual(['card', 'opened']);
  });

  it('gives the last seen first, as many as asked', async () => {
    for (const [noteId, lastSeenAt] of [
      ['x', 5],
      ['y', 9],
      ['z', 7],
    ] as const) {
      await database.put('notes', {
        noteId,
        counts: {},
        tokens: [],
        observed: {},
        firstSeenAt: 1,
        lastSeenAt,
      });
    }
    expect((await listNotes(database, { limit: 2 })).map((note) => note.noteId)).toEqual(['y', 'z']);
    expect((await listNotes(database, { limit: 9, before: 9 })).map((note) => note.noteId)).toEqual([
      'z',
      'x',
    ]);
  });
});
