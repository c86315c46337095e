import { fakeBrowser } from 'wxt/testing';
import type { DatabaseConnection } from '../../src/storage/database';
import { ATTEMPT, AUTHOR, comment, exact, note, TOPIC } from './stored-rows';

/** A record in every store, and the secret wherever it must never come out of: kept answers, credentials, the vault's key. */
export async function fillEveryStore(connection: DatabaseConnection, secret: string): Promise<void> {
  await connection.write(async (transaction) => {
    const put = (store: Parameters<typeof transaction.objectStore>[0], row: object, key?: string) =>
      transaction.objectStore(store).put(row as never, key as never);
    await put('notes', note('n1', { title: '\u9732\u8425' }));
    for (let each = 0; each < 1_500; each += 1) await put('comments', comment('n1', `c${each}`));
    await put('commentLists', { noteId: 'n1', hasMore: false, updatedAt: 3 });
    await put('commentThreads', { noteId: 'n1', rootCommentId: 'c0', hasMore: false });
    await put('snapshots', { noteId: 'n1', at: 1, source: 'page', counts: { likes: exact(1) } });
    await put('viewerNotes', { viewerId: 'me', noteId: 'n1', liked: true, seenAt: 1 });
    await put('listings', { kind: 'feeds', key: 'home', noteIds: ['n1'], firstSeenAt: 1, lastSeenAt: 2 });
    await put('notifications', { id: 'm1', type: 'follow/you', firstSeenAt: 1, lastSeenAt: 2 });
    await put('authors', AUTHOR, 'site:ann');
    await put('topics', TOPIC);
    await put('exportMarks', { noteId: 'n1', format: 'csv', exportedAt: 4, rows: 3 });
    await put('replyPlans', { noteId: 'n1', commentId: 'c0', draft: 'soon', isPrepared: true, updatedAt: 5 });
    await put('actions', {
      ...ATTEMPT,
      content: '有货',
      outcome: { is: 'done', proof: 'answer' },
      endedAt: 2,
    });
    await put('templates', { templateId: 't1', name: '价格', text: '10 元', createdAt: 1, changedAt: 2 });
    const answer = { key: 'q', at: 1, bytes: 3, value: 'x', cacheUrl: `https://vendor.example/${secret}` };
    await put('responses', answer);
  });
  await fakeBrowser.storage.local.set({ credentials: { tikhub: { key: secret } } });
  await fakeBrowser.storage.session.set({ 'vault-key': secret });
}
