import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Author } from '../../../src/model/author';
import type { Note } from '../../../src/model/note';
import type { StoredListing, StoredNotification } from '../../../src/model/records';
import { createConnection } from '../../../src/storage/database';
import type { StoredDatabase } from '../../../src/storage/database';
import { findListing } from '../../../src/storage/readers/lists/find-listing';
import { countNotesByAuthor } from '../../../src/storage/readers/lists/count-notes-by-author';
import { findNotesByAuthor } from '../../../src/storage/readers/lists/find-notes-by-author';
import { listAuthors } from '../../../src/storage/readers/lists/list-authors';
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

describe('people who are kept', () => {
  const author = (value: string, lastSeenAt: number, over: Partial<Author> = {}): Author => ({
    id: { kind: 'site', value },
    counts: {},
    observed: {},
    firstSeenAt: 1,
    lastSeenAt,
    ...over,
  });
  const keep = (one: Author) => database.put('authors', one, `${one.id.kind}:${one.id.value}`);
  const valuesOf = (authors: readonly Author[]) => authors.map(({ id }) => id.value);

  beforeEach(async () => {
    await keep(author('one', 3, { nickname: 'Tea Time', place: '浙江' }));
    await keep(author('two', 9, { redId: 'TEA77' }));
    await keep(author('three', 6, { desc: 'rides a bicycle', verified: 'A tea brand' }));
    await keep(author('four', 5, { place: '云南' }));
  });

  it('come the last seen first, as many as are wanted', async () => {
    expect(valuesOf(await listAuthors(database, { limit: 3 }))).toEqual(['two', 'three', 'four']);
  });

  it('are found by any of their words, among all of them', async () => {
    expect(valuesOf(await listAuthors(database, { limit: 9, words: ' tea ' }))).toEqual([
      'two',
      'three',
      'one',
    ]);
    expect(valuesOf(await listAuthors(database, { limit: 1, words: '浙江' }))).toEqual(['one']);
    expect(await listAuthors(database, { limit: 9, words: 'nobody' })).toEqual([]);
  });

  it('have their notes counted, over more than a batch, masked ids apart', async () => {
    const transaction = database.transaction('notes', 'readwrite');
    for (let place = 0; place < 1_100; place += 1)
      await transaction.store.put(note(`n${place}`, 1, place % 10 === 0 ? 'one' : 'two'));
    await transaction.store.put(note('nobody’s', 1));
    await transaction.store.put({
      ...note('masked', 1),
      author: { id: { kind: 'masked', value: 'one' } },
    });
    await transaction.done;
    expect(await countNotesByAuthor(database)).toEqual(
      new Map([
        ['site:one', 110],
        ['site:two', 990],
        ['masked:one', 1],
      ]),
    );
  });
});
