/** Tabs under saved logins, when what keeps them apart is lost: nothing is ever done in them under another login. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { openAccountTab, sweepAccountTabs } from '../../../src/background/accounts/account-tabs';
import { createActionReportHandlers } from '../../../src/background/acting/create-action-report-handlers';
import { findNoteTab } from '../../../src/background/acting/open-note';
import type { AccountList } from '../../../src/model/accounts/account-list';
import type { ActingState } from '../../../src/model/actions/acting-state';
import { actingStates } from '../../../src/storage/session';
import { readSavedLogins } from '../../../src/storage/vault/saved-logins';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { siteSender } from '../../support/background/background-under-test';
import { NOTE_ID, noteUrl } from '../../support/background/invented-note';
import { cookie, createLoginWorld, FIRST_ID, OTHER_ID } from '../../support/background/login-world';
import type { LoginWorld } from '../../support/background/login-world';

const OWN_TAB = 7;

let world: LoginWorld;
let life: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  world = createLoginWorld();
  life = await world.startLife();
  await world.reportViewer(life, OWN_TAB, FIRST_ID);
  await life.call('account.switch', { agreed: true });
  await life.call('account.save', { name: 'First' });
  await life.call('account.add', { name: 'Other' });
  await world.logInAsOther(life);
  expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
});

const findOther = async () => {
  const other = (await readSavedLogins())?.accounts.find(({ userId }) => userId === OTHER_ID);
  if (!other) throw new Error('The other login is not saved.');
  return other;
};

/** Opens the note under the other login; answers the tab's id. */
async function openUnderOther(): Promise<number> {
  await openAccountTab(life.services, await findOther(), { noteId: NOTE_ID, url: noteUrl() });
  const tabId = [...world.logins.rules.keys()][0] ?? -1;
  world.open.set(tabId, { tabId, windowId: tabId, url: noteUrl(), active: true, pinned: false });
  life.tabs.set(tabId, { tabId, windowId: tabId, url: noteUrl(), active: true, pinned: false });
  return tabId;
}

/** A page that shows the note says who is logged in. */
const reportNote = (tabId: number, viewerId: string) =>
  life.report(
    'page.report',
    {
      ...{ url: noteUrl(), title: 'x', visible: true, captcha: false, loggedIn: true, viewerId },
      at: Date.now(),
    },
    siteSender({ tab: { id: tabId, windowId: tabId } }),
  );

/** The extension is replaced: rules and what lives in memory are gone, tabs are not. */
async function update(): Promise<void> {
  life.kill();
  await fakeBrowser.storage.session.clear();
  world.logins.rules.clear();
  life = await world.startLife();
}

const findOwn = async () =>
  ((await life.call('account.list', {})) as { value: AccountList }).value.own?.userId;

describe('a tab under a saved login', () => {
  it('is closed when its rule was lost with an update, and never taken for the user’s own', async () => {
    const tabId = await openUnderOther();
    await update();
    // It may speak before anything was looked at.
    await world.reportViewer(life, OWN_TAB, FIRST_ID);
    await reportNote(tabId, OTHER_ID);
    expect(await findOwn()).toBe(FIRST_ID);
    const wanted = { noteId: NOTE_ID, xsecToken: 'AB', isOwn: false };
    expect(await findNoteTab(life.services, wanted)).not.toBe(tabId);
    await sweepAccountTabs(life.services);
    expect(world.open.has(tabId)).toBe(false);
    expect(await findOwn()).toBe(FIRST_ID);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('account-tab:');
  });

  it('stays where only the worker was ended', async () => {
    const tabId = await openUnderOther();
    life.kill();
    life = await world.startLife();
    await sweepAccountTabs(life.services);
    expect(world.open.has(tabId)).toBe(true);
    expect([...world.logins.rules.keys()]).toEqual([tabId]);
  });

  it('is closed when the browser’s leave was taken away', async () => {
    const tabId = await openUnderOther();
    world.logins.isGiven = false;
    await sweepAccountTabs(life.services);
    expect(world.open.has(tabId)).toBe(false);
  });

  it('is loaded anew where the browser has restored it as another tab', async () => {
    const tabId = await openUnderOther();
    const tab = world.open.get(tabId);
    world.open.clear();
    if (tab) world.open.set(4, { ...tab, tabId: 4, windowId: 1 });
    world.open.set(5, {
      tabId: 5,
      windowId: 1,
      url: 'https://www.xiaohongshu.com/explore',
      active: false,
      pinned: false,
    });
    await update();
    life.tabs.delete(OWN_TAB);
    await sweepAccountTabs(life.services);
    expect(world.renewed).toEqual([4]);
    expect([...world.open.keys()]).toEqual([4, 5]);
  });

  it('that was closed has no other one loaded anew', async () => {
    await sweepAccountTabs(life.services);
    const tabId = await openUnderOther();
    world.open.delete(tabId);
    life.tabs.delete(tabId);
    await sweepAccountTabs(life.services);
    expect(world.renewed).toEqual([]);
    expect(world.logins.rules.size).toBe(0);
  });

  it('leaves a tab alone that has its number after the browser was started anew', async () => {
    const tabId = await openUnderOther();
    world.open.set(tabId, { tabId, windowId: 1, url: undefined, active: true, pinned: false });
    await update();
    await sweepAccountTabs(life.services);
    expect(world.open.has(tabId)).toBe(true);
  });
});

describe('right before the gesture', () => {
  const ready = async (state: Partial<ActingState>) => {
    await actingStates.put('a1', {
      ...{ actionId: 'a1', noteId: NOTE_ID, phase: 'preparing', mayBeSent: false, updatedAt: Date.now() },
      ...state,
    });
    const answer = await createActionReportHandlers(life.services)['action.report'](
      { actionId: 'a1', phase: 'ready', at: Date.now() },
      { tabId: state.tabId, windowId: 1, url: noteUrl() } as never,
    );
    const { outcome, mayBeSent } = (await actingStates.find('a1')) ?? {};
    return { ...answer, outcome, mayBeSent };
  };
  const REFUSED = { known: false, mayBeSent: false, outcome: { is: 'refused', code: 'login-changed' } };

  it('goes on under the saved login whose rule is there, and under the browser’s own', async () => {
    const tabId = await openUnderOther();
    expect(await ready({ tabId, viewerId: OTHER_ID, isUnderSaved: true })).toMatchObject({ known: true });
    expect(await ready({ tabId: OWN_TAB, viewerId: FIRST_ID })).toMatchObject({ known: true });
  });

  it('refuses where the rule is gone, or is another account’s', async () => {
    const tabId = await openUnderOther();
    expect(await ready({ tabId, viewerId: FIRST_ID, isUnderSaved: true })).toMatchObject(REFUSED);
    expect(await ready({ tabId, viewerId: FIRST_ID })).toMatchObject(REFUSED);
    world.logins.rules.clear();
    expect(await ready({ tabId, viewerId: OTHER_ID, isUnderSaved: true })).toMatchObject(REFUSED);
  });

  it('refuses where the login in the browser is known to be somebody else’s', async () => {
    const at = world.logins.jar.findIndex(({ name }) => name === 'web_session');
    world.logins.jar.splice(at, 1, cookie('web_session', 'SECRET-SESSION-OTHER'));
    expect(await ready({ tabId: OWN_TAB, viewerId: FIRST_ID })).toMatchObject(REFUSED);
    // One that is known of nobody may be a renewed one.
    world.logins.jar.splice(at, 1, cookie('web_session', 'RENEWED'));
    expect(await ready({ tabId: OWN_TAB, viewerId: FIRST_ID })).toMatchObject({ known: true });
  });

  it('refuses in the user’s own tabs while an account is being added', async () => {
    await life.call('account.add', { name: 'Third' });
    expect(await ready({ tabId: OWN_TAB, viewerId: FIRST_ID })).toMatchObject(REFUSED);
  });
});
