/** A stop sign holds for what is under way in other tabs, and over the end of the browser; a gap for every order. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createActionReportHandlers } from '../../../src/background/acting/create-action-report-handlers';
import { permitAction } from '../../../src/background/acting/permit-action';
import { findSignForAll, forgetSignForAll, obeySign } from '../../../src/background/pages/raise-sign';
import type { ActionOutcome } from '../../../src/model/actions/page-action';
import type { ActingState } from '../../../src/model/actions/acting-state';
import { actingStates } from '../../../src/storage/session';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';

const CAPTCHA = { sign: 'captcha', class: 'all' } as const;
const NOON = new Date(2026, 10, 26, 12).getTime();
const STATE: ActingState = {
  ...{ actionId: 'a1', noteId: 'n1', tabId: 7, phase: 'preparing', mayBeSent: false },
  updatedAt: NOON,
};
const ENTRY = { actionId: 'a1', action: 'reply', noteId: 'n1', mode: 'send', jobId: 'j1' } as const;
const TARGET = { action: 'reply', noteId: 'n2', commentId: 'c2', viewerId: 'v1' } as const;

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const CALLER = { tabId: 7, windowId: 1, url: 'https://www.xiaohongshu.com/explore/n1' } as never;
const report = (phase: 'ready' | 'looking' | 'over', outcome?: ActionOutcome) =>
  createActionReportHandlers(background.services)['action.report'](
    { actionId: 'a1', phase, outcome, at: NOON },
    CALLER,
  );
const raise = () => obeySign(background.services, 99, CAPTCHA);
const permit = (now = NOON) =>
  permitAction(background.services, TARGET, { mode: 'send', isQueued: false }, now);

describe('a stop sign that was given to another tab', () => {
  it('refuses the gesture of an attempt that has begun', async () => {
    await actingStates.put('a1', STATE);
    expect(await report('looking')).toEqual({ known: true });
    await raise();
    expect(await report('ready')).toEqual({ known: false });
    expect((await actingStates.find('a1'))?.mayBeSent).toBe(false);
    await forgetSignForAll();
    expect(await report('ready')).toEqual({ known: true });
  });

  it('holds when the browser is started anew, until the user says that it is dealt with', async () => {
    await raise();
    await fakeBrowser.storage.session.clear();
    expect(await findSignForAll()).toMatchObject(CAPTCHA);
    await expect(permit()).rejects.toMatchObject({ code: 'captcha' });
    await forgetSignForAll();
    expect((await permit()).at).toBe(NOON);
  });

  it('goes with everything else that is deleted', async () => {
    await raise();
    await background.call('everything.delete', {});
    expect(await findSignForAll()).toBeUndefined();
  });
});

it('what a page says of an attempt whose queue was cancelled is kept', async () => {
  await actingStates.put('a1', { ...STATE, phase: 'sent', mayBeSent: true, isStopped: true });
  await background.connection.write((transaction) =>
    transaction.objectStore('actions').put({ ...ENTRY, viewerId: 'v1', at: NOON }),
  );
  const outcome = { is: 'done', proof: 'answer', commentId: 'new' } as const;
  await report('over', outcome);
  const kept = await background.connection.read((database) => database.get('actions', 'a1'));
  expect(kept).toMatchObject({ outcome });
});

describe('the gap between two orders', () => {
  const begin = (phase: ActingState['phase'], viewerId = 'v1') =>
    Promise.all([
      actingStates.put('a1', { ...STATE, phase }),
      background.connection.write(async (transaction) => {
        await transaction.objectStore('actions').put({ ...ENTRY, viewerId, at: NOON - 180_000 });
      }),
    ]);

  it.each([
    ['looking', 'v1', true],
    ['sent', 'v1', true],
    ['looking', 'v2', true],
    ['waiting', 'v1', false],
    ['lost', 'v1', false],
  ] as const)('counts from the end of what is on its way: %s of %s', async (phase, viewerId, waits) => {
    await begin(phase, viewerId);
    expect((await permit()).at > NOON).toBe(waits);
  });

  it('is not waited for where nothing was heard for long', async () => {
    await begin('looking');
    expect((await permit(NOON + 300_000)).at).toBe(NOON + 300_000);
  });
});
