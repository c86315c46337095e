/** Somebody else logs in in one tab while another one, which shows who it was before, is about to act. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createActionReportHandlers } from '../../../src/background/acting/create-action-report-handlers';
import { createContainerRooms } from '../../../src/background/accounts/rooms/container-rooms';
import { actingStates } from '../../../src/storage/session';
import { NOW, siteSender, startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { createContainerWorld } from '../../support/background/container-world';

const [FIRST, OTHER] = ['68000000000000000000000f', '68000000000000000000000e'];
const [ACTING_TAB, OTHER_TAB, THIRD_TAB] = [7, 8, 9];
const SITE = 'https://www.xiaohongshu.com/explore';

let background: BackgroundUnderTest;
let at = NOW - 60_000;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
  at = NOW - 60_000;
  await load(ACTING_TAB, FIRST);
  const state = { noteId: 'n1', phase: 'preparing', mayBeSent: false, viewerId: FIRST } as const;
  await actingStates.put('a1', { ...state, actionId: 'a1', tabId: ACTING_TAB, updatedAt: NOW });
});

/** What a document tells of itself, some time after the last one; its first report brings the inline state. */
async function tell(tabId: number, viewerId: string, more: object = {}): Promise<void> {
  at += 1_000;
  background.tabs.set(tabId, { tabId, windowId: 1, url: SITE, active: true, pinned: false });
  const report = { url: SITE, title: 'x', visible: true, captcha: false, loggedIn: true, viewerId, at };
  const url = (more as { url?: string }).url ?? SITE;
  const { cookieStoreId } = more as { cookieStoreId?: string };
  const tab = { id: tabId, windowId: 1, ...(cookieStoreId === undefined ? {} : { cookieStoreId }) };
  const sender = siteSender({ tab, url });
  expect(await background.report('page.report', { ...report, ...more }, sender)).toMatchObject({ ok: true });
}
const load = (tabId: number, viewerId: string, more: object = {}) =>
  tell(tabId, viewerId, { initialState: '{}', ...more });

const mayAct = async () => {
  const report = { actionId: 'a1', phase: 'ready', outcome: undefined, at: NOW } as const;
  const caller = { tabId: ACTING_TAB, windowId: 1, url: SITE };
  return (await createActionReportHandlers(background.services)['action.report'](report, caller)).known;
};

describe('a page that shows who was logged in when it was loaded', () => {
  it('makes no gesture when somebody else has logged in in another tab since', async () => {
    await load(OTHER_TAB, OTHER);
    // It speaks again, of the same: no document was loaded for that.
    await tell(ACTING_TAB, FIRST);
    expect(await mayAct()).toBe(false);
    expect((await actingStates.find('a1'))?.outcome).toEqual({ is: 'refused', code: 'login-changed' });
  });

  it('makes it when it was loaded after that, or when the first one has logged in again', async () => {
    await load(OTHER_TAB, OTHER);
    await load(THIRD_TAB, FIRST);
    expect(await mayAct()).toBe(true);
  });

  it('makes it beside an old tab that still shows somebody else', async () => {
    await load(OTHER_TAB, OTHER);
    await load(ACTING_TAB, FIRST);
    await tell(OTHER_TAB, OTHER);
    expect(await mayAct()).toBe(true);
  });

  it('makes it when the tab in which somebody else had logged in is gone', async () => {
    await load(OTHER_TAB, OTHER);
    background.tabs.delete(OTHER_TAB);
    expect(await mayAct()).toBe(true);
  });

  it('makes none in Firefox either, where each container has logins of its own', async () => {
    const { containers } = createContainerWorld().logins;
    if (!containers) throw new Error('There are no containers.');
    const { isLoginThere } = createContainerRooms(containers);
    const mayGoOut = () => {
      const page = { tabId: ACTING_TAB, windowId: 1, url: SITE };
      return isLoginThere(background.services, { viewerId: FIRST }, page);
    };
    await load(OTHER_TAB, OTHER, { cookieStoreId: 'firefox-container-1' });
    expect(await mayGoOut()).toBe(true);
    await load(THIRD_TAB, OTHER);
    expect(await mayGoOut()).toBe(false);
  });

  it('makes it beside a tab of the other site, whose logins are its own', async () => {
    await load(OTHER_TAB, OTHER, { url: 'https://www.rednote.com/explore' });
    expect(await mayAct()).toBe(true);
  });
});
