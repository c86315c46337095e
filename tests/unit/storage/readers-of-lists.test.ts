import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../../src/model/note';
import type { StoredListing, StoredNotification } from '../../../src/model/records';
import { createConnection } from '../../../src/storage/database';
import type { StoredDatabase } from '../../../src/storage/database';
import { findListing } from '../../../src/storage/readers/lists/find-listing';
import { findNotesByAuthor } from '../../../src/storage/readers/lists/find-notes-by-author';
import { listNotifications } from '../../../src/storage/readers/lists/list-notifications';

let database: StoredDatabase;

beforeEach(async () => {
  database = await createConnection(`lists-test-${crypto.randomUUID()}`).open();
});

const note = (noteId: string, lastSeenAt: number, author?: string): Note => ({
  noteId,
  counts: {},
  tokens: [],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt,
  ...(author === undefined ? {} : { author: { id: { kind: 'site', value: author } } }),
});
const listing = (
  kind: StoredListing['kind'],
  key: string,
  lastSeenAt: number,
  noteIds: readonly string[],
): StoredListing => ({ kind, key, noteIds: [...noteIds], firstSeenAt: 1, lastSeenAt });
const idsOf = (notes: readonly Note[]) => notes.map(({ noteId }) => noteId);

describe('findListing', () => {
  beforeEach(async () => {
    for (const id of ['a', 'b', 'c', 'd']) await database.put('notes', note(id, 1));
    await database.put('listings', listing('searches', 'tea', 9, ['d', 'gone', 'b', 'a']));
    await database.put('listings', listing('feeds', 'travel', 5, ['a']));
    await database.put('listings', listing('feeds', 'food', 7, ['c']));
    await database.put('listings', listing('feeds', 'home', 6, ['b']));
  });

  it('counts the notes that are still kept and gives the first of them', async () => {
    const found = await findListing(database, { kind: 'searches', key: 'tea', limit: 2 });
    expect(found?.count).toBe(3);
    expect(idsOf(found?.newest ?? [])).toEqual(['d', 'b']);
  });

  it('takes the list of the kind that was seen last where none is named', async () => {
    const found = await findListing(database, { kind: 'feeds', limit: 2 });
    expect(idsOf(found?.newest ?? [])).toEqual(['c']);
  });

  it('knows nothing of a list that was never kept', async () => {
    expect(await findListing(database, { kind: 'searches', key: 'coffee', limit: 2 })).toBeUndefined();
    expect(await findListing(database, { kind: 'authors', limit: 2 })).toBeUndefined();
  });
});

describe('findNotesByAuthor', () => {
  it('gives the notes of this one person, the last seen first, from among very many', async () => {
    const transaction = database.transaction('notes', 'readwrite');
    for (let index = 0; index < 1_200; index += 1) {
      const author = index % 400 === 7 ? 'she' : index % 2 === 0 ? 'he' : undefined;
      await transaction.store.put(note(`n${String(index).padStart(4, '0')}`, 5_000 - index, author));
    }
    await transaction.done;
    const found = await findNotesByAuthor(database, { kind: 'site', value: 'she' }, 2);
    expect(found.count).toBe(3);
    expect(idsOf(found.newest)).toEqual(['n0007', 'n0407']);
    expect(await findNotesByAuthor(database, { kind: 'masked', value: 'she' }, 2)).toEqual({
      count: 0,
      newest: [],
    });
  });
});

describe('listNotifications', () => {
  it('gives the newest first, by when they were first seen where the site gave no time', async () => {
    const message = (id: string, firstSeenAt: number, at?: number): StoredNotification => ({
      id,
      type: 'liked/item',
      firstSeenAt,
      lastSeenAt: 99,
      ...(at === undefined ? {} : { at }),
    });
    for (const one of [message('x', 50, 10), message('y', 30), message('z', 50, 40), message('w', 50, 5)])
      await database.put('notifications', one);
    expect((await listNotifications(database, 3)).map(({ id }) => id)).toEqual(['z', 'y', 'x']);
  });
});
