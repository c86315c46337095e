import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { answerComments, commentSeries, countNeededCalls } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import { createGatewayUnderTest } from '../../support/providers/gateway-under-test';

const WORLD: CommentWorld = {
  replies: Array.from({ length: 40 }, (_, index) => [0, 7, 1, 0, 4][index % 5] ?? 0),
  page: 5,
  embedded: 1,
};
const COMMENTS = 40 + 8 * (7 + 1 + 4);

describe('two jobs that collect the comments of one note at the same time', () => {
  it('are both complete, whoever of them brought a row last, and share what is paid for', async () => {
    const gateway = createGatewayUnderTest(
      [commentSeries('tikhub-app-v2')],
      (url) => answerComments(WORLD, url),
      {
        enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } },
        dailyBudget: {},
        jobBudget: {},
      },
    );
    const test = createEngineUnderTest(gateway.gateway, gateway.clock);
    const one = await test.engine.start({
      kind: 'collect-comments',
      input: { noteId: 'n1' },
      noteId: 'n1',
      agreed: true,
    });
    const from = { kind: 'listed' as const, notes: [{ noteId: 'n1' }] };
    const other = await test.engine.start({
      kind: 'collect-notes',
      input: { from, most: 1, details: false, comments: true },
      agreed: true,
    });
    await test.runOut();
    expect(test.aside).toEqual([]);

    const database = await test.connection.open();
    expect(await database.count('comments')).toBe(COMMENTS);
    expect((await test.findJob(one.jobId))?.state).toBe('done');
    expect((await test.findJob(other.jobId))?.state).toBe('done');
    expect((await database.get('commentLists', 'n1'))?.collected).toMatchObject({
      state: 'complete',
      topLevel: 40,
      replies: COMMENTS - 40,
    });
    expect(gateway.line.asked).toHaveLength(countNeededCalls(WORLD));
  });
});
