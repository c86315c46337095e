/** A page that is about to make its gesture asks whether it may, and hears of what happened elsewhere meanwhile. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createActionReportHandlers } from '../../../src/background/acting/create-action-report-handlers';
import { reachActing } from '../../../src/background/acting/reach-acting';
import { storeSeen } from '../../../src/background/gate';
import type { ActionAttempt } from '../../../src/jobs/kind-reach';
import type { ActingState } from '../../../src/model/actions/acting-state';
import { AppError } from '../../../src/model/errors';
import { actingStates } from '../../../src/storage/session';
import { NOW, TAB, startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { NOTE_ID, VIEWER_ID } from '../../support/background/invented-note';

const SITE = 'https://www.xiaohongshu.com/explore';

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const put = (changes: Partial<ActingState> = {}) =>
  actingStates.put('a1', {
    ...{ actionId: 'a1', noteId: NOTE_ID, viewerId: VIEWER_ID, tabId: TAB.id, phase: 'preparing' },
    ...{ mayBeSent: false, updatedAt: NOW, ...changes },
  });

async function mayAct(): Promise<boolean> {
  const report = { actionId: 'a1', phase: 'ready', outcome: undefined, at: NOW } as const;
  const { 'action.report': tell } = createActionReportHandlers(background.services);
  return (await tell(report, { tabId: TAB.id, windowId: 1, url: SITE })).known;
}

describe('a gesture', () => {
  it('is made where nothing happened', async () => {
    await put();
    expect(await mayAct()).toBe(true);
    expect(await actingStates.find('a1')).toMatchObject({ phase: 'ready', mayBeSent: true });
  });

  it.each<[string, Partial<ActingState>]>([
    ['its job was paused or cancelled', { isStopped: true }],
    ['its attempt was given up: its page did not answer', { phase: 'lost' }],
  ])('is not made when %s', async (_what, changes) => {
    await put(changes);
    expect(await mayAct()).toBe(false);
    expect(await actingStates.find('a1')).toMatchObject({ ...changes, mayBeSent: false });
  });

  it('is not made while the extension is paused, and is no refusal: it takes its turn again', async () => {
    await put();
    expect(await background.call('settings.change', { patch: { paused: true } })).toMatchObject({ ok: true });
    expect(await mayAct()).toBe(false);
    const state = await actingStates.find('a1');
    expect(state).toMatchObject({ isStopped: true, mayBeSent: false });
    expect(state?.outcome).toBeUndefined();
  });
});

describe('an attempt', () => {
  const attempt: ActionAttempt = {
    ...{
      actionId: 'a1',
      noteId: NOTE_ID,
      viewerId: VIEWER_ID,
      isQueued: false,
      since: NOW,
      keepsOpen: false,
    },
    action: 'like',
    mode: 'send',
  };
  const take = (signal: AbortSignal) =>
    reachActing(background.services, () => () => undefined).take(attempt, signal);

  it('that is stopped while its page is looked for is told to none', async () => {
    await background.reportPage();
    await put({ phase: 'ordered', tabId: undefined });
    const stop = new AbortController();
    stop.abort(new AppError('cancelled'));
    await expect(take(stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(background.asked.filter(({ name }) => name === 'action.start')).toEqual([]);
  });
});

describe('what came of an attempt', () => {
  it('is kept on a disk that takes no rows any more', async () => {
    const full = () => Promise.reject(new AppError('storage-full'));
    const services = {
      settings: background.services.settings,
      connection: { ...background.connection, demandRoom: full },
    };
    const write = async () => 'written';
    await expect(storeSeen(services, write)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await storeSeen(services, write, { isSmall: true })).toBe('written');
  });
});
