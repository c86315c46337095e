import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { splitThreads } from './split-threads';
import type { StoredSchema, StoreName } from './schema';

type Upgraded = IDBPDatabase<StoredSchema>;
type UpgradeTransaction = IDBPTransaction<StoredSchema, StoreName[], 'versionchange'>;

/** Takes the database from the version before to its own. Runs inside the browser's upgrade, so it awaits only it. */
export interface Migration {
  readonly to: number;
  readonly run: (database: Upgraded, transaction: UpgradeTransaction) => Promise<void>;
}

/**
 * In order, one step for each version. A step that has been released is never edited: what it made is on users'
 * disks. The next version adds a step here and its number in `schema.ts`.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    run: (database) => {
      database.createObjectStore('notes', { keyPath: 'noteId' }).createIndex('lastSeenAt', 'lastSeenAt');
      database.createObjectStore('comments', { keyPath: ['noteId', 'commentId'] });
      database.createObjectStore('commentLists', { keyPath: 'noteId' });
      // Keyed from outside by `toAuthorKey`: an id is two parts of one nested object.
      database.createObjectStore('authors').createIndex('lastSeenAt', 'lastSeenAt');
      database.createObjectStore('snapshots', { keyPath: ['noteId', 'at'] });
      database.createObjectStore('viewerNotes', { keyPath: ['viewerId', 'noteId'] });
      database.createObjectStore('listings', { keyPath: ['kind', 'key'] });
      database.createObjectStore('notifications', { keyPath: 'id' });
      return Promise.resolve();
    },
  },
  {
    to: 2,
    run: (database) => {
      const ledger = database.createObjectStore('ledger', { keyPath: 'entryId' });
      ledger.createIndex('runId', 'runId');
      ledger.createIndex('at', 'at');
      // Most entries serve no job, and stand in no line of this index.
      ledger.createIndex('jobId', 'jobId');
      // Its keys alone say what is oldest and how much there is: no answer is read for that.
      database.createObjectStore('responses', { keyPath: 'key' }).createIndex('age', ['at', 'bytes']);
      database.createObjectStore('topics', { keyPath: 'topicId' }).createIndex('lastSeenAt', 'lastSeenAt');
      return Promise.resolve();
    },
  },
  {
    to: 3,
    run: (database) => {
      const jobs = database.createObjectStore('jobs', { keyPath: 'jobId' });
      jobs.createIndex('state', 'state');
      jobs.createIndex('createdAt', 'createdAt');
      // What is next of a job is the first line of its open ones.
      const items = database.createObjectStore('jobItems', { keyPath: ['jobId', 'itemId'] });
      items.createIndex('next', ['jobId', 'state', 'order']);
      database.createObjectStore('jobLog', { keyPath: ['jobId', 'seq'] });
      database.createObjectStore('exportMarks', { keyPath: ['noteId', 'format'] });
      return Promise.resolve();
    },
  },
  {
    to: 4,
    run: (_database, transaction) => {
      // Only items about people name one in their work; all others stand in no line of this index.
      const items = transaction.objectStore('jobItems');
      items.createIndex('person', ['jobId', 'state', 'work.userId']);
      return Promise.resolve();
    },
  },
  {
    to: 5,
    run: (database) => {
      const actions = database.createObjectStore('actions', { keyPath: 'actionId' });
      actions.createIndex('at', 'at');
      // What an account has begun today says when it may go on.
      actions.createIndex('account', ['viewerId', 'at']);
      actions.createIndex('noteId', 'noteId');
      return Promise.resolve();
    },
  },
  {
    to: 6,
    run: async (database, transaction) => {
      const threads = database.createObjectStore('commentThreads', { keyPath: ['noteId', 'rootCommentId'] });
      // Most threads are read to their end, and stand in no line of this index.
      threads.createIndex('open', ['noteId', 'open']);
      // One record held all threads of a note, and was written anew with every page.
      let cursor = await transaction.objectStore('commentLists').openCursor();
      while (cursor) {
        const { list, threads: held } = splitThreads(cursor.value);
        await cursor.update(list);
        for (const thread of held) await threads.put(thread);
        cursor = await cursor.continue();
      }
    },
  },
  {
    to: 7,
    run: (database) => {
      database.createObjectStore('replyPlans', { keyPath: ['noteId', 'commentId'] });
      return Promise.resolve();
    },
  },
  {
    to: 8,
    run: (database) => {
      database.createObjectStore('templates', { keyPath: 'templateId' });
      return Promise.resolve();
    },
  },
];

/**
 * Runs every step above `from` up to `to`, in order. When one fails (or is missing, a mistake of ours), the upgrade is
 * aborted, which leaves the old database as it was and lets its opening fail; what failed is answered.
 */
export async function migrate(
  database: Upgraded,
  transaction: UpgradeTransaction,
  versions: { readonly from: number; readonly to: number },
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<{ readonly failure?: unknown }> {
  // Nobody else waits for it: an abort shows in the opening that fails.
  transaction.done.catch(() => undefined);
  try {
    for (let version = versions.from + 1; version <= versions.to; version += 1) {
      const step = migrations.find((migration) => migration.to === version);
      if (!step) throw new Error(`no migration to version ${version}`);
      await step.run(database, transaction);
    }
    return {};
  } catch (failure) {
    transaction.abort();
    return { failure };
  }
}
