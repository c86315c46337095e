import type { EvaluateInExtension } from '../../support/extension-storage';

/** Rows of a database of the first version, by store; people with the key that is not in their record. */
export const VERSION_1_ROWS = {
  notes: [
    {
      noteId: '64a1b2c3d4e5f60718293a4b',
      title: '第一版存的笔记',
      text: '很久以前的正文',
      counts: { comments: { raw: '2', value: 2, approximate: false } },
      tokens: [{ xsecToken: 'old-token=', from: 'url', seenAt: 1_750_000_000_000 }],
      observed: { title: { source: 'page', via: 'ssr', at: 1_750_000_000_000 } },
      firstSeenAt: 1_750_000_000_000,
      lastSeenAt: 1_750_000_000_000,
    },
  ],
  comments: ['c1', 'c2'].map((commentId) => ({
    noteId: '64a1b2c3d4e5f60718293a4b',
    commentId,
    content: `第一版存的评论 ${commentId}`,
    observed: { source: 'page', via: 'comment-page', at: 1_750_000_000_000 },
    firstSeenAt: 1_750_000_000_000,
  })),
  commentLists: [
    {
      noteId: '64a1b2c3d4e5f60718293a4b',
      hasMore: false,
      threads: { c1: { hasMore: true } },
      updatedAt: 1_750_000_000_000,
    },
  ],
  authors: [
    {
      id: { kind: 'site', value: '5f0000000000000000000001' },
      nickname: '第一版的作者',
      counts: {},
      observed: {},
      firstSeenAt: 1_750_000_000_000,
      lastSeenAt: 1_750_000_000_000,
    },
  ],
  snapshots: [{ noteId: '64a1b2c3d4e5f60718293a4b', at: 1_750_000_000_000, source: 'page', counts: {} }],
  viewerNotes: [
    {
      viewerId: '5f0000000000000000000002',
      noteId: '64a1b2c3d4e5f60718293a4b',
      liked: true,
      seenAt: 1_750_000_000_000,
    },
  ],
  listings: [
    {
      kind: 'feeds',
      key: 'homefeed_recommend',
      noteIds: ['64a1b2c3d4e5f60718293a4b'],
      firstSeenAt: 1_750_000_000_000,
      lastSeenAt: 1_750_000_000_000,
    },
  ],
  notifications: [
    { id: 'm1', type: 'follow/you', firstSeenAt: 1_750_000_000_000, lastSeenAt: 1_750_000_000_000 },
  ],
} as const;

/** Puts a database as the first version left it in the place of the extension's own, without our code. */
export async function writeVersion1(evaluate: EvaluateInExtension): Promise<void> {
  await evaluate(`(${writeInExtension.toString()})(${JSON.stringify(VERSION_1_ROWS)})`);
}

/** Sent to the extension's origin as text, so it refers to nothing outside itself. */
async function writeInExtension(rows: Record<string, readonly object[]>): Promise<void> {
  const name = 'hongshu-companion';
  const settle = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as Error);
    });
  await settle(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const made = opening.result;
    made.createObjectStore('notes', { keyPath: 'noteId' }).createIndex('lastSeenAt', 'lastSeenAt');
    made.createObjectStore('comments', { keyPath: ['noteId', 'commentId'] });
    made.createObjectStore('commentLists', { keyPath: 'noteId' });
    made.createObjectStore('authors').createIndex('lastSeenAt', 'lastSeenAt');
    made.createObjectStore('snapshots', { keyPath: ['noteId', 'at'] });
    made.createObjectStore('viewerNotes', { keyPath: ['viewerId', 'noteId'] });
    made.createObjectStore('listings', { keyPath: ['kind', 'key'] });
    made.createObjectStore('notifications', { keyPath: 'id' });
  };
  const database = await settle(opening);
  const transaction = database.transaction(Object.keys(rows), 'readwrite');
  for (const [store, records] of Object.entries(rows))
    for (const record of records) {
      const key = store === 'authors' ? 'site:5f0000000000000000000001' : undefined;
      transaction.objectStore(store).put(record, key);
    }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error as Error);
  });
  database.close();
}
