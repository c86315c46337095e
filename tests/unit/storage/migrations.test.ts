import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from '../../../src/storage/database';
import { MIGRATIONS, migrate } from '../../../src/storage/migrations';
import type { Migration } from '../../../src/storage/migrations';
import { DATABASE_VERSION, STORE_NAMES } from '../../../src/storage/schema';

const NAME = 'migrations-test';

/** What version 1 has on users' disks: written here, not read from the code. */
const VERSION_1 = [
  { name: 'authors', keyPath: null, indexes: ['lastSeenAt'] },
  { name: 'commentLists', keyPath: 'noteId', indexes: [] },
  { name: 'comments', keyPath: ['noteId', 'commentId'], indexes: [] },
  { name: 'listings', keyPath: ['kind', 'key'], indexes: [] },
  { name: 'notes', keyPath: 'noteId', indexes: ['lastSeenAt'] },
  { name: 'notifications', keyPath: 'id', indexes: [] },
  { name: 'snapshots', keyPath: ['noteId', 'at'], indexes: [] },
  { name: 'viewerNotes', keyPath: ['viewerId', 'noteId'], indexes: [] },
];

/** And version 2, which adds these. */
const VERSION_2 = [
  ...VERSION_1,
  { name: 'ledger', keyPath: 'entryId', indexes: ['at', 'jobId', 'runId'] },
  { name: 'responses', keyPath: 'key', indexes: ['age'] },
  { name: 'topics', keyPath: 'topicId', indexes: ['lastSeenAt'] },
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** And version 3, which adds these. */
const VERSION_3 = [
  ...VERSION_2,
  { name: 'exportMarks', keyPath: ['noteId', 'format'], indexes: [] },
  { name: 'jobItems', keyPath: ['jobId', 'itemId'], indexes: ['next'] },
  { name: 'jobLog', keyPath: ['jobId', 'seq'], indexes: [] },
  { name: 'jobs', keyPath: 'jobId', indexes: ['createdAt', 'state'] },
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** And version 4, in which the parts of jobs are found by the person they are about. */
const VERSION_4 = VERSION_3.map((store) =>
  store.name === 'jobItems' ? { ...store, indexes: ['next', 'person'] } : store,
);

/** And version 5, which adds this. */
const VERSION_5 = [
  ...VERSION_4,
  { name: 'actions', keyPath: 'actionId', indexes: ['account', 'at', 'noteId'] },
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** And version 6, in which the threads of a list have records of their own. */
const VERSION_6 = [
  ...VERSION_5,
  { name: 'commentThreads', keyPath: ['noteId', 'rootCommentId'], indexes: ['open'] },
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** And version 7, which adds this. */
const VERSION_7 = [...VERSION_6, { name: 'replyPlans', keyPath: ['noteId', 'commentId'], indexes: [] }].sort(
  (a, b) => (a.name < b.name ? -1 : 1),
);

/** And version 8, which adds this. */
const VERSION_8 = [...VERSION_7, { name: 'templates', keyPath: 'templateId', indexes: [] }].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

function describeStores(database: IDBPDatabase): unknown[] {
  const transaction = database.transaction([...database.objectStoreNames]);
  return [...database.objectStoreNames].map((name) => {
    const store = transaction.objectStore(name);
    return { name, keyPath: store.keyPath, indexes: [...store.indexNames] };
  });
}

/** Makes a database as version 1 left it, without our code. */
async function makeVersion1(): Promise<void> {
  const database = await openDB(NAME, 1, {
    upgrade: (made) => {
      for (const { name, keyPath, indexes } of VERSION_1) {
        const store = made.createObjectStore(name, keyPath === null ? {} : { keyPath });
        for (const index of indexes) store.createIndex(index, index);
      }
    },
  });
  await database.put('notes', {
    noteId: 'n1',
    counts: {},
    tokens: [],
    observed: {},
    firstSeenAt: 1,
    lastSeenAt: 2,
  });
  await database.put('comments', { noteId: 'n1', commentId: 'c1', content: 'kept' });
  database.close();
}

beforeEach(() => deleteDB(NAME));

describe('migrations', () => {
  it('have one step for every version, in order', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: DATABASE_VERSION }, (_, i) => i + 1));
  });

  it('make version 1 from nothing, as it is on disks', async () => {
    const database = await openDB(NAME, 1, {
      upgrade: (made, from, _to, transaction) => {
        void migrate(made as never, transaction as never, { from, to: 1 });
      },
    });
    expect(describeStores(database)).toEqual(VERSION_1);
    database.close();
  });

  it('open a stored database of version 1 with everything in it', async () => {
    await makeVersion1();
    const connection = createConnection(NAME);
    const database = await connection.open();

    expect(await database.get('comments', ['n1', 'c1'])).toMatchObject({ content: 'kept' });
    expect(await database.getAllFromIndex('notes', 'lastSeenAt')).toHaveLength(1);
    expect([...database.objectStoreNames].sort()).toEqual([...STORE_NAMES].sort());
    await connection.close();
  });

  it('make the newest version of it, with its new stores empty and in their form', async () => {
    await makeVersion1();
    const connection = createConnection(NAME);
    const database = await connection.open();

    expect(describeStores(database as unknown as IDBPDatabase)).toEqual(VERSION_8);
    expect(database.transaction('responses').store.index('age').keyPath).toEqual(['at', 'bytes']);
    expect(database.transaction('jobItems').store.index('next').keyPath).toEqual(['jobId', 'state', 'order']);
    const stores = [
      ...(['ledger', 'topics', 'jobs', 'jobItems', 'jobLog', 'exportMarks'] as const),
      ...(['actions', 'replyPlans', 'templates'] as const),
    ];
    expect(await Promise.all(stores.map((store) => database.count(store)))).toEqual(stores.map(() => 0));
    await connection.close();
  });

  it('make version 2 of it, as it is on disks', async () => {
    await makeVersion1();
    const database = await openDB(NAME, 2, {
      upgrade: (made, from, to, transaction) => {
        void migrate(made as never, transaction as never, { from, to: to ?? 2 });
      },
    });
    expect(describeStores(database)).toEqual(VERSION_2);
    database.close();
  });

  it('find the people of jobs that version 3 has stored', async () => {
    await makeVersion1();
    const older = await openDB(NAME, 3, {
      upgrade: (made, from, to, transaction) => {
        void migrate(made as never, transaction as never, { from, to: to ?? 3 });
      },
    });
    expect(describeStores(older)).toEqual(VERSION_3);
    const item = { jobId: 'j1', order: 0, attempt: 0, rows: 0, state: 'done' };
    await older.put('jobItems', { ...item, itemId: 'row/0', work: { type: 'person', row: 0, userId: 'u1' } });
    await older.put('jobItems', { ...item, itemId: 'row/1', work: { type: 'person', row: 1, text: 'x' } });
    await older.put('jobItems', { ...item, itemId: 'n1/note', work: { type: 'listed-note', noteId: 'n1' } });
    await older.put('jobItems', { ...item, itemId: 'n2/note', state: 'skipped', work: null });
    older.close();
    const connection = createConnection(NAME);
    const database = await connection.open();
    expect(await database.getAllKeysFromIndex('jobItems', 'person')).toEqual([['j1', 'row/0']]);
    expect(await database.getAllKeysFromIndex('jobItems', 'person', ['j1', 'done', 'u1'])).toHaveLength(1);
    expect(await database.count('jobItems')).toBe(4);
    await connection.close();
  });

  it('give the threads that lists of version 5 hold records of their own', async () => {
    await makeVersion1();
    const older = await openDB(NAME, 5, {
      upgrade: (made, from, to, transaction) => {
        void migrate(made as never, transaction as never, { from, to: to ?? 5 });
      },
    });
    expect(describeStores(older)).toEqual(VERSION_5);
    const threads = {
      r1: { hasMore: false },
      r2: { hasMore: true },
      r3: { hasMore: false, isBrokenOff: true },
    };
    await older.put('commentLists', { noteId: 'n1', hasMore: false, threads, updatedAt: 3 });
    await older.put('commentLists', { noteId: 'n2', cursor: 'x', threads: {}, updatedAt: 4 });
    older.close();
    const connection = createConnection(NAME);
    const database = await connection.open();
    expect(await database.getAll('commentLists')).toEqual([
      { noteId: 'n1', hasMore: false, updatedAt: 3 },
      { noteId: 'n2', cursor: 'x', updatedAt: 4 },
    ]);
    expect(await database.getAllKeys('commentThreads')).toEqual(['r1', 'r2', 'r3'].map((id) => ['n1', id]));
    expect((await database.get('commentThreads', ['n1', 'r3']))?.isBrokenOff).toBe(true);
    // Those of which more may follow are found without reading the others.
    expect(await database.getAllKeysFromIndex('commentThreads', 'open')).toEqual([
      ['n1', 'r2'],
      ['n1', 'r3'],
    ]);
    await connection.close();
  });

  it('take a stored version 1 on to the one after this without losing a row', async () => {
    await makeVersion1();
    const next: Migration = {
      to: DATABASE_VERSION + 1,
      run: async (database, transaction) => {
        (database as unknown as IDBDatabase).createObjectStore('later', { keyPath: 'id' });
        for await (const cursor of transaction.objectStore('comments')) {
          await cursor.update({ ...cursor.value, content: `${cursor.value.content ?? ''}, moved` });
        }
      },
    };
    const database = await openDB(NAME, DATABASE_VERSION + 1, {
      upgrade: (made, from, to, transaction) => {
        void migrate(made as never, transaction as never, { from, to: to ?? 0 }, [...MIGRATIONS, next]);
      },
    });

    expect(await database.getAll('comments')).toEqual([
      { noteId: 'n1', commentId: 'c1', content: 'kept, moved' },
    ]);
    expect([...database.objectStoreNames]).toContain('later');
    database.close();
  });

  it('leave the old database as it was when a step fails', async () => {
    await makeVersion1();
    const broken: Migration = {
      to: DATABASE_VERSION + 1,
      run: () => Promise.reject(new Error('broken step')),
    };
    let failed: Promise<{ failure?: unknown }> | undefined;
    const upgrading = openDB(NAME, DATABASE_VERSION + 1, {
      upgrade: (made, from, to, transaction) => {
        failed = migrate(made as never, transaction as never, { from, to: to ?? 0 }, [...MIGRATIONS, broken]);
      },
    });
    await expect(upgrading).rejects.toThrow();
    expect(await failed).toEqual({ failure: new Error('broken step') });

    const database = await openDB(NAME);
    expect(database.version).toBe(1);
    expect(await database.getAll('comments')).toHaveLength(1);
    database.close();
  });
});
