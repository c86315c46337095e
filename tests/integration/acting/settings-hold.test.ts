/** What the settings of acting say holds for what is ordered and for what waits already. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { ActingSettings } from '../../../src/model/actions/acting-settings';
import { DEFAULT_ACTING_SETTINGS } from '../../../src/model/actions/acting-settings';
import type { ActionEntry } from '../../../src/model/actions/action-entry';
import type { Job } from '../../../src/model/jobs/job';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { NOTE_ID } from '../../support/background/invented-note';
import { waitFor } from '../../support/wait-for';

let test: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  test = await startBackgroundUnderTest({ consent: true });
  await test.reportPage();
});

afterEach(() => test.services.jobs.end());

const set = (changes: Partial<ActingSettings>) =>
  test.call('settings.change', {
    patch: { acting: { ...DEFAULT_ACTING_SETTINGS, quietHours: null, jitterMs: 0, ...changes } },
  });

async function order(commentIds: readonly string[], mode = 'send') {
  const targets = commentIds.map((commentId) => ({
    ...{ action: 'reply', noteId: NOTE_ID, viewerId: 'v1', commentId, content: `to ${commentId}` },
  }));
  const answer = await test.call('job.start', { kind: 'act', input: { mode, targets }, agreed: true });
  return (answer as { value: Job }).value.jobId;
}

const begun = () =>
  test.asked.filter(({ name }) => name === 'action.start').map(({ input }) => input as { mode: string });

const waitForBegun = (count: number) =>
  waitFor(async () => begun().length >= count, { what: `${count} attempts in the page` });

const waitForState = (jobId: string, state: Job['state']) =>
  waitFor(
    async () =>
      ((await test.readAll())['jobs'] as Job[]).some((job) => job.jobId === jobId && job.state === state),
    { what: `the job to be ${state}` },
  );

async function putEarlier(changes: Partial<ActionEntry> = {}) {
  await test.connection.write((transaction) =>
    transaction.objectStore('actions').put({
      ...{ actionId: 'earlier', action: 'like', noteId: 'n', viewerId: 'v1', mode: 'send', jobId: 'j0' },
      ...{ at: NOW - 5_000, endedAt: NOW - 5_000, outcome: { is: 'done', proof: 'answer' } },
      ...changes,
    } as ActionEntry),
  );
}

it('deletes nothing by an order that is not confirmed', async () => {
  const targets = [{ action: 'delete-own-comment', noteId: NOTE_ID, viewerId: 'v1', commentId: 'c1' }];
  const start = (mode: string, more: object = {}) =>
    test.call('job.start', { kind: 'act', input: { mode, targets }, agreed: true, ...more });
  expect(await start('send')).toMatchObject({ error: { code: 'deletion-unconfirmed' } });
  expect(await start('send', { confirmed: true })).toMatchObject({ ok: true });
  expect(await start('rehearse')).toMatchObject({ ok: true });
});

describe('settings of acting', () => {
  it('leave the last press of a queue of replies to the user, and write down that they did', async () => {
    await set({});
    await order(['a', 'b']);
    await waitForBegun(1);
    expect(begun()[0]?.mode).toBe('assist');
    expect(((await test.readAll())['actions'] as ActionEntry[])[0]?.mode).toBe('assist');
  });

  it('send a queue by themselves where that was switched on, and a single reply as it was ordered', async () => {
    await set({ sendsQueues: true });
    await order(['a', 'b']);
    await waitForBegun(1);
    expect(begun()[0]?.mode).toBe('send');
  });

  it('send a single reply as it was ordered', async () => {
    await set({});
    await order(['a']);
    await waitForBegun(1);
    expect(begun()[0]?.mode).toBe('send');
  });

  it('make a rehearsal of everything', async () => {
    await set({ rehearse: true, sendsQueues: true });
    await order(['a']);
    await waitForBegun(1);
    expect(begun()[0]?.mode).toBe('rehearse');
    expect(((await test.readAll())['actions'] as ActionEntry[])[0]?.mode).toBe('rehearse');
  });

  it('let what waits for the gap go on at once when the gap was made shorter', async () => {
    await set({});
    await putEarlier();
    const jobId = await order(['a']);
    await waitForState(jobId, 'waiting');
    expect(begun()).toEqual([]);
    await set({ minGapMs: 2_000 });
    await waitForBegun(1);
  });

  it('let what waits for another day go on at once when the cap was raised', async () => {
    await set({ minGapMs: 1_000, dailyCaps: { ...DEFAULT_ACTING_SETTINGS.dailyCaps, reply: 1 } });
    await putEarlier({ action: 'reply' });
    const jobId = await order(['a']);
    await waitForState(jobId, 'waiting');
    await set({ minGapMs: 1_000 });
    await waitForBegun(1);
  });

  it('let what waits for the end of quiet hours go on when there are none any more', async () => {
    const from = new Date(NOW).getHours();
    await set({ quietHours: { from, to: (from + 1) % 24 } });
    const jobId = await order(['a']);
    await waitForState(jobId, 'waiting');
    await set({});
    await waitForBegun(1);
  });

  it('do not touch what waits when something else was changed', async () => {
    await set({});
    await putEarlier();
    const jobId = await order(['a']);
    await waitForState(jobId, 'waiting');
    await test.call('settings.change', { patch: { theme: 'dark' } });
    await waitForState(jobId, 'waiting');
    expect(begun()).toEqual([]);
  });
});
