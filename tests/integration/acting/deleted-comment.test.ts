/** A comment of the user's own that was deleted on the site is gone here, too; one whose deletion failed is not. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { ActionOutcome } from '../../../src/model/actions/page-action';
import type { Comment } from '../../../src/model/comment';
import { createFakeActingPage } from '../../support/jobs/fake-acting-page';
import { CASE_SERIES } from '../../support/jobs/kind-cases';
import { startMortalBackground } from '../../support/jobs/mortal-background';
import { createTestClock } from '../../support/providers/test-clock';

beforeEach(() => fakeBrowser.reset());

async function deleteOne(outcome: ActionOutcome): Promise<(Comment | undefined)[]> {
  const page = createFakeActingPage('n1', () => outcome);
  const outside = {
    ...{ series: CASE_SERIES, clock: createTestClock(), sent: [], page },
    answer: () => ({ payload: {} }),
  };
  const life = startMortalBackground(outside, `deleted-${crypto.randomUUID()}`);
  const database = await life.connection.open();
  for (const commentId of ['c1', 'c2']) {
    const row = { noteId: 'n1', commentId, content: 'own', firstSeenAt: 1, storedAt: 1, observed: { at: 1 } };
    await database.put('comments', row as unknown as Comment);
  }
  const target = { action: 'delete-own-comment', noteId: 'n1', commentId: 'c1', viewerId: 'v1' } as const;
  await life.test.engine.start({ kind: 'act', input: { mode: 'send', targets: [target] }, agreed: true });
  await life.test.runOut();
  expect(page.made).toHaveLength(1);
  return Promise.all(['c1', 'c2'].map((commentId) => database.get('comments', ['n1', commentId])));
}

it('is marked as gone, and no other', async () => {
  const [own, other] = await deleteOne({ is: 'done', proof: 'answer' });
  expect(own?.goneAt).toEqual(expect.any(Number));
  expect(own?.content).toBe('own');
  expect(other?.goneAt).toBeUndefined();
});

it('stays where the site refused', async () => {
  const [own] = await deleteOne({ is: 'refused', code: 'action-forbidden', siteCode: -10_000 });
  expect(own?.goneAt).toBeUndefined();
});
