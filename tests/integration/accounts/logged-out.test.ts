/** A saved login that the site does not know any more: it is said so, and replaced by logging in again as the same account. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { openAccountTab } from '../../../src/background/accounts/account-tabs';
import type { AccountList } from '../../../src/model/accounts/account-list';
import { readSavedLogins } from '../../../src/storage/vault/saved-logins';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { siteSender } from '../../support/background/background-under-test';
import { NOTE_ID, noteUrl } from '../../support/background/invented-note';
import { createLoginWorld, FIRST_ID, OTHER_ID } from '../../support/background/login-world';
import type { LoginWorld } from '../../support/background/login-world';

const OWN_TAB = 7;
const THIRD_ID = '5e00000000000000000000f3';

let world: LoginWorld;
let life: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  world = createLoginWorld();
  life = await world.startLife();
  await world.reportViewer(life, OWN_TAB, FIRST_ID);
  await life.call('account.switch', { agreed: true });
  await life.call('account.add', { name: 'Other' });
  await world.logInAsOther(life);
  await life.call('account.finish', {});
  await world.reportViewer(life, OWN_TAB, FIRST_ID);
});

const findOther = async () =>
  ((await life.call('account.list', {})) as { value: AccountList }).value.accounts.find(
    ({ userId }) => userId === OTHER_ID,
  );

/** A page that was opened under the other login says who is logged in; `undefined`: nobody. */
async function reportUnderOther(viewerId: string | undefined): Promise<void> {
  const other = (await readSavedLogins())?.accounts.find(({ userId }) => userId === OTHER_ID);
  if (!other) throw new Error('The other login is not saved.');
  await openAccountTab(life.services, other, { noteId: NOTE_ID, url: noteUrl() });
  const tabId = [...world.logins.rules.keys()].at(-1) ?? -1;
  const viewer = viewerId === undefined ? { loggedIn: false } : { loggedIn: true, viewerId };
  const report = { url: noteUrl(), title: 'x', visible: true, captcha: false, ...viewer, at: Date.now() };
  await life.report('page.report', report, siteSender({ tab: { id: tabId, windowId: tabId } }));
}

const awaitLoggedOut = (isLoggedOut: boolean) =>
  vi.waitUntil(async () => ((await findOther())?.isLoggedOut ?? false) === isLoggedOut);

describe('a saved login', () => {
  it('is said to be logged out when a page under it is, and not any more when one is logged in', async () => {
    expect(await findOther()).not.toHaveProperty('isLoggedOut');
    await reportUnderOther(undefined);
    await awaitLoggedOut(true);
    await reportUnderOther(OTHER_ID);
    await awaitLoggedOut(false);
  });

  it('is left as it is by what the user’s own tabs show', async () => {
    const report = { url: noteUrl(), title: 'x', visible: true, captcha: false, loggedIn: false };
    await life.report('page.report', { ...report, at: Date.now() }, siteSender());
    await reportUnderOther(OTHER_ID);
    expect(await findOther()).not.toHaveProperty('isLoggedOut');
  });

  it('is replaced by logging in again, by the same account only, and the first login comes back', async () => {
    const before = world.jar();
    await reportUnderOther(undefined);
    await awaitLoggedOut(true);
    await life.call('account.change', { account: OTHER_ID, status: 'active' });
    expect(await life.call('account.add', { name: 'Other' })).toMatchObject({
      error: { code: 'account-name-taken' },
    });
    expect(await life.call('account.add', { name: 'Other', renews: OTHER_ID })).toMatchObject({ ok: true });
    await world.logInAsOther(life);
    await world.reportViewer(life, [...world.open.keys()][0] ?? 0, THIRD_ID);
    expect(await life.call('account.finish', {})).toMatchObject({ error: { code: 'account-unexpected' } });
    expect(await findOther()).toMatchObject({ isLoggedOut: true });
    await world.logInAsOther(life);
    expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
    expect(await findOther()).toMatchObject({ name: 'Other' });
    expect(await findOther()).not.toHaveProperty('isLoggedOut');
    expect((await readSavedLogins())?.accounts).toHaveLength(1);
    expect(world.jar()).toEqual(before);
  });

  it('stays set aside when its user logs in again', async () => {
    await reportUnderOther(undefined);
    await awaitLoggedOut(true);
    await life.call('account.change', { account: OTHER_ID, status: 'suspended' });
    await life.call('account.add', { name: 'Other', renews: OTHER_ID });
    await world.logInAsOther(life);
    expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
    expect(await findOther()).toMatchObject({ status: 'suspended' });
    await world.reportViewer(life, OWN_TAB, OTHER_ID);
    await life.call('account.add', { name: 'Other', renews: OTHER_ID });
    expect(await findOther()).toMatchObject({ status: 'suspended' });
  });

  it('is replaced at once where that account is the one in the browser', async () => {
    await reportUnderOther(undefined);
    await awaitLoggedOut(true);
    await world.reportViewer(life, OWN_TAB, OTHER_ID);
    expect(await life.call('account.add', { name: 'Other', renews: OTHER_ID })).toMatchObject({ ok: true });
    expect(await findOther()).not.toHaveProperty('isLoggedOut');
    const { value } = (await life.call('account.list', {})) as { value: AccountList };
    expect(value.adding).toBeUndefined();
  });
});
