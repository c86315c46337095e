/** Single replies, each a job of its own: they go out in the order in which they were sent, and say why they wait. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { toReplyAttempt } from '../../../src/model/replies/reply-attempt';
import { actingStates } from '../../../src/storage/session';
import { createFakeActingPage } from '../../support/jobs/fake-acting-page';
import { CASE_SERIES } from '../../support/jobs/kind-cases';
import { startMortalBackground } from '../../support/jobs/mortal-background';
import { createTestClock } from '../../support/providers/test-clock';

const SINGLE = 6;

beforeEach(() => fakeBrowser.reset());

function startStand() {
  const page = createFakeActingPage('n1', () => ({ is: 'done', proof: 'answer' }));
  const clock = createTestClock();
  const outside = { ...{ series: CASE_SERIES, clock, sent: [], page }, answer: () => ({ payload: {} }) };
  const life = startMortalBackground(outside, `order-${crypto.randomUUID()}`);
  const toReply = (commentId: string) => ({
    ...{ action: 'reply' as const, noteId: 'n1', commentId, content: 'answer', viewerId: 'v1' },
    xsecToken: 't1',
  });
  const send = async (...commentIds: readonly string[]) => {
    const input = { mode: 'send' as const, targets: commentIds.map(toReply) };
    const job = await life.test.engine.start({ kind: 'act', input, agreed: true });
    clock.set(clock.now() + 1);
    return job;
  };
  return { life, page, send };
}

it('goes out in the order of the user, however many wait', async () => {
  const { life, page, send } = startStand();
  const order = Array.from({ length: SINGLE }, (_, index) => `c${index}`);
  for (const commentId of order) await send(commentId);
  await life.test.runOut();
  expect(page.made).toEqual(order.map((commentId) => `reply ${commentId} answer`));
});

it('does not wait for one that is paused, nor one of a queue for it', async () => {
  const { life, page, send } = startStand();
  await send('q0', 'q1', 'q2', 'q3');
  const paused = await send('paused');
  await life.test.engine.pause(paused.jobId);
  await send('single');
  await life.test.runOut();
  const names = ['q0', 'q1', 'q2', 'q3', 'single'];
  expect(page.made.toSorted()).toEqual(names.map((commentId) => `reply ${commentId} answer`));
});

it('says that it waits for the user where another text does in its page', async () => {
  const { life, send } = startStand();
  const waiting = { actionId: 'other', tabId: 7, phase: 'waiting', mayBeSent: true } as const;
  await actingStates.put('other', { ...waiting, noteId: 'n1', updatedAt: life.test.now() });
  const first = await send('c0');
  const second = await send('c1');
  await life.test.engine.wake();
  const database = await life.connection.open();
  for (const { jobId } of [first, second]) {
    const job = await life.test.findJob(jobId);
    const item = await database.get('jobItems', [jobId, '00000']);
    expect(job).toMatchObject({ state: 'waiting', error: { code: 'press-awaited' } });
    expect(job && item && toReplyAttempt(job, item, undefined)).toMatchObject({
      state: { is: 'queued', error: { code: 'press-awaited' } },
    });
  }
  await actingStates.remove('other');
  await life.test.runOut();
  expect(await life.test.findJob(second.jobId)).toMatchObject({ state: 'done' });
});
