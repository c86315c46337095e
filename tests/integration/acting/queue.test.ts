/** A queue of replies at the pace of the settings, against a page that fails now and then, under a clock that is turned. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { ActionEntry } from '../../../src/model/actions/action-entry';
import { DEFAULT_ACTING_SETTINGS } from '../../../src/model/actions/acting-settings';
import type { ActionOutcome } from '../../../src/model/actions/page-action';
import { AppError } from '../../../src/model/errors';
import { actingStates } from '../../../src/storage/session';
import { createRandom } from '../../replica/world/random';
import { createFakeActingPage } from '../../support/jobs/fake-acting-page';
import type { Mishaps } from '../../support/jobs/fake-acting-page';
import { CASE_SERIES } from '../../support/jobs/kind-cases';
import { startMortalBackground } from '../../support/jobs/mortal-background';
import { createTestClock } from '../../support/providers/test-clock';

const SIZE = 200;
const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));

beforeEach(() => fakeBrowser.reset());

const toReply = (_: unknown, index: number) => ({
  action: 'reply' as const,
  noteId: 'n1',
  commentId: `c${index}`,
  content: `answer ${index}`,
  viewerId: 'v1',
  xsecToken: 't1',
});

function startQueue(
  answer: (commentId: string) => ActionOutcome,
  size = SIZE,
  clock = createTestClock(),
  mishaps: Mishaps = {},
) {
  const page = createFakeActingPage('n1', ({ commentId }) => answer(commentId ?? ''), mishaps);
  const outside = {
    ...{ series: CASE_SERIES, clock, sent: [], page },
    answer: () => ({ payload: {} }),
  };
  const life = startMortalBackground(outside, `queue-${crypto.randomUUID()}`);
  const input = { mode: 'send' as const, targets: Array.from({ length: size }, toReply) };
  const start = () => life.test.engine.start({ kind: 'act', input, agreed: true });
  const entries = async () => (await life.connection.open()).getAllFromIndex('actions', 'at');
  return { life, page, start, entries };
}

/** Local day → how many were begun on it. */
function countByDay(entries: readonly ActionEntry[]): number[] {
  const days = new Map<string, number>();
  for (const { at } of entries) {
    const day = new Date(at).toDateString();
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days.values()];
}

describe(`a queue of ${SIZE} replies, seed ${SEED}`, () => {
  it('comes to so many outcomes, each of its own comment, none twice, at the pace of the settings', async () => {
    const random = createRandom(SEED);
    const failures: readonly ActionOutcome[] = [
      { is: 'refused', code: 'comment-not-found' },
      { is: 'refused', code: 'comments-closed', siteCode: 10001 },
      { is: 'refused', code: 'action-refused', siteCode: 400 },
      { is: 'uncertain' },
    ];
    const answers = new Map<string, ActionOutcome>();
    const { life, page, start, entries } = startQueue((commentId) => {
      // Never three in a row, for which a queue stops.
      const mayFail = Number(commentId.slice(1)) % 3 > 0;
      const failure =
        mayFail && random.between(1, 3) === 1 ? failures[random.between(0, failures.length - 1)] : undefined;
      const outcome: ActionOutcome = failure ?? { is: 'done', proof: 'answer' };
      answers.set(commentId, outcome);
      return outcome;
    });
    const { jobId } = await start();
    await life.test.runOut();
    expect(life.test.aside).toEqual([]);
    const toIndex = ({ commentId = '' }: ActionEntry) => Number(commentId.slice(1));
    const made = (await entries()).sort((a, b) => a.at - b.at || toIndex(a) - toIndex(b));
    expect(made.map(toIndex)).toEqual(Array.from({ length: SIZE }, (_, index) => index));
    expect(made.map(({ outcome }) => outcome)).toEqual([...answers.values()]);
    expect(page.made).toEqual(Array.from({ length: SIZE }, (_, index) => `reply c${index} answer ${index}`));
    const { minGapMs, jitterMs, dailyCaps } = DEFAULT_ACTING_SETTINGS;
    const gaps: number[] = [];
    made.reduce((before, entry) => {
      gaps.push(entry.at - (before.endedAt ?? 0));
      return entry;
    });
    const sent = made.filter(({ outcome }) => outcome?.is !== 'refused' || outcome.siteCode !== undefined);
    const heard = new Set(sent.map(({ commentId }) => commentId));
    gaps.forEach((gap, index) => {
      if (heard.has(`c${index}`)) expect(gap).toBeGreaterThanOrEqual(minGapMs);
    });
    // Alarms come up to 30 s late; beyond that nothing is waited for but the night.
    const short = gaps.filter((gap) => gap < 3_600_000);
    for (const gap of short) expect(gap).toBeLessThanOrEqual(minGapMs + jitterMs + 30_000);
    for (const count of countByDay(sent)) expect(count).toBeLessThanOrEqual(dailyCaps.reply ?? 0);
    expect(Math.max(...countByDay(sent))).toBe(dailyCaps.reply);
    for (const { at } of made) expect(new Date(at).getHours()).toBeGreaterThanOrEqual(7);
    const job = await life.test.findJob(jobId);
    expect(job?.state).toBe(made.some(({ outcome }) => outcome?.is !== 'done') ? 'partial' : 'done');
  });

  it('asks for its turn again for what no page has heard of when it was due', async () => {
    const clock = createTestClock();
    const heard: number[] = [];
    const broken = new Map([
      ['c1', 2],
      ['c3', 3],
    ]);
    const { life, start } = startQueue(() => ({ is: 'done', proof: 'answer' }), 6, clock, {
      onStart: ({ commentId = '' }) => {
        const left = broken.get(commentId) ?? 0;
        broken.set(commentId, left - 1);
        if (left > 0) throw new AppError('page-not-reached', { retryable: true });
      },
      onGesture: () => void heard.push(clock.now()),
    });
    await start();
    await life.test.runOut();
    expect(heard).toHaveLength(6);
    const { minGapMs } = DEFAULT_ACTING_SETTINGS;
    const gaps = heard.slice(1).map((at, index) => at - (heard[index] ?? 0));
    expect(gaps.filter((gap) => gap < minGapMs)).toEqual([]);
  });

  it('stops whole at a stop sign, and sends nothing more until the user says go on', async () => {
    const { life, page, start } = startQueue((commentId) =>
      commentId === 'c3' && page.made.length === 4
        ? { is: 'refused', code: 'captcha', sign: 'captcha' }
        : { is: 'done', proof: 'answer' },
    );
    const { jobId } = await start();
    await life.test.runOut();
    expect(page.made).toHaveLength(4);
    expect(await life.test.findJob(jobId)).toMatchObject({ state: 'paused', error: { code: 'captcha' } });
    await life.test.runOut();
    expect(page.made).toHaveLength(4);
  });

  it.each([{ code: 'action-refused', siteCode: 400 } as const, 'uncertain' as const])(
    'asks after three in a row that failed for a reason nobody knows, and again after three more: %j',
    async (how) => {
      const failure: ActionOutcome = how === 'uncertain' ? { is: 'uncertain' } : { is: 'refused', ...how };
      const { life, page, start } = startQueue(
        (commentId) =>
          commentId === 'c1' ? { is: 'refused', code: 'comments-closed', siteCode: 10001 } : failure,
        9,
      );
      const { jobId } = await start();
      const stop = { state: 'paused', error: { code: 'failed-in-a-row' } };
      await life.test.runOut();
      expect(page.made).toHaveLength(5);
      expect(await life.test.findJob(jobId)).toMatchObject(stop);
      await life.test.engine.resume(jobId);
      await life.test.runOut();
      expect(page.made).toHaveLength(8);
      expect(await life.test.findJob(jobId)).toMatchObject(stop);
      // Nothing is left to ask for.
      await life.test.engine.resume(jobId);
      await life.test.runOut();
      expect(page.made).toHaveLength(9);
      expect(await life.test.findJob(jobId)).toMatchObject({ state: 'failed' });
    },
  );

  it('goes on where the last of three that failed was the last of all', async () => {
    const { life, start } = startQueue(() => ({ is: 'refused', code: 'action-refused', siteCode: 400 }), 3);
    const { jobId } = await start();
    await life.test.runOut();
    expect(await life.test.findJob(jobId)).toMatchObject({ state: 'failed' });
  });

  it.each([
    ['n1', 20 * 60_000],
    ['n2', 0],
  ])('leaves the page of %s to what waits for its user there', async (noteId, leastMs) => {
    const { life, start, entries } = startQueue(() => ({ is: 'done', proof: 'answer' }), 1);
    const begunAt = life.test.now();
    const waiting = { actionId: 'other', tabId: 7, phase: 'waiting', mayBeSent: true } as const;
    await actingStates.put('other', { ...waiting, noteId, updatedAt: begunAt });
    await start();
    await life.test.runOut();
    const [made] = await entries();
    expect(made?.outcome).toEqual({ is: 'done', proof: 'answer' });
    const waited = (made?.at ?? 0) - begunAt;
    expect(waited).toBeGreaterThanOrEqual(leastMs);
    expect(waited).toBeLessThanOrEqual(leastMs + 60_000);
  });

  it('takes its turn again when the pause is over that cut it short', async () => {
    const { life, page, start, entries } = startQueue(() => ({ is: 'done', proof: 'answer' }), 2);
    page.hold();
    const { jobId } = await start();
    const running = life.test.runOut();
    await vi.waitUntil(() => page.held);
    await life.test.engine.pause(jobId);
    page.release();
    await running;
    expect(page.made).toEqual([]);
    await life.test.engine.resume(jobId);
    await life.test.runOut();
    expect(await life.test.findJob(jobId)).toMatchObject({ state: 'done' });
    expect(page.made).toEqual(['reply c0 answer 0', 'reply c1 answer 1']);
    expect((await entries()).map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining([{ is: 'refused', code: 'paused' }]),
    );
  });

  it('looks again for what was sent without an answer, and makes it no second time', async () => {
    const { life, page, start, entries } = startQueue(
      (commentId) => (commentId === 'c1' ? { is: 'uncertain' } : { is: 'done', proof: 'answer' }),
      4,
    );
    const { jobId } = await start();
    await life.test.runOut();
    expect(await life.test.findJob(jobId)).toMatchObject({ state: 'partial' });
    await life.test.engine.retry(jobId);
    // The window in which it is looked for is awaited.
    const time = setInterval(() => life.test.passTime(), 5);
    await life.test.runOut().finally(() => clearInterval(time));
    expect(await life.test.findJob(jobId)).toMatchObject({ state: 'done' });
    expect(page.made.filter((name) => name.startsWith('reply c1 '))).toHaveLength(1);
    expect((await entries()).find(({ commentId }) => commentId === 'c1')?.outcome).toEqual({
      is: 'done',
      proof: 'page',
    });
  });
});
