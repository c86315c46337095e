/** Acting under saved logins: whose cookies a tab carries, who is refused, and what several accounts come to. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import {
  closeAccountTabs,
  demandAccount,
  openAccountTab,
  sweepAccountTabs,
} from '../../../src/background/accounts/account-tabs';
import { reachActing } from '../../../src/background/acting/reach-acting';
import { listActors } from '../../../src/background/accounts/list-actors';
import type { SavedAccount } from '../../../src/model/accounts/saved-account';
import { DEFAULT_ACTING_SETTINGS } from '../../../src/model/actions/acting-settings';
import type { ActionEntry } from '../../../src/model/actions/action-entry';
import { changeSettings } from '../../../src/storage/settings';
import { actingWindows } from '../../../src/storage/session';
import { changeSavedLogins } from '../../../src/storage/vault/saved-logins';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';
import { cookie, createLoginWorld, DEVICE, FIRST_ID, OTHER_ID } from '../../support/background/login-world';

const THIRD_ID = '5e00000000000000000000f3';
const account = (userId: string, name: string, changes: Partial<SavedAccount> = {}): SavedAccount => ({
  ...{ userId, name, host: 'www.xiaohongshu.com', status: 'active', deviceId: DEVICE, savedAt: 1 },
  cookies: [cookie('web_session', `SECRET-${name}`)],
  ...changes,
});
const NOTE = { noteId: 'n1', url: 'https://www.xiaohongshu.com/explore/n1' };

beforeEach(() => fakeBrowser.reset());

async function start() {
  const world = createLoginWorld();
  const life = await world.startLife();
  await world.reportViewer(life, 7, FIRST_ID);
  await life.call('account.switch', { agreed: true });
  const accounts = [
    account(OTHER_ID, 'Tea'),
    account(THIRD_ID, 'Cup', { status: 'suspended' }),
    account(FIRST_ID, 'Own'),
  ];
  await changeSavedLogins(() => ({ accounts }));
  return { world, life };
}

describe('drafts that are ready', () => {
  it('are said by the account that was chosen for each', async () => {
    const { life } = await start();
    const draft = { noteId: 'n1', draft: 'yes', isPrepared: true };
    await life.call('reply.draft', { ...draft, commentId: 'c1', account: OTHER_ID });
    await life.call('reply.draft', { ...draft, commentId: 'c2' });
    const comments = ['c1', 'c2'].map((commentId) => ({ noteId: 'n1', commentId }));
    expect(await life.call('reply.send-prepared', { comments })).toMatchObject({
      value: {
        input: {
          mode: 'assist',
          targets: [
            { commentId: 'c1', viewerId: OTHER_ID, account: 'Tea' },
            { commentId: 'c2', viewerId: FIRST_ID },
          ],
        },
      },
    });
  });
});

describe('a tab under a saved login', () => {
  it('carries the browser’s own cookies with those of the login alone replaced, before it goes anywhere', async () => {
    const { world, life } = await start();
    await openAccountTab(life.services, await demandAccount(life.services, OTHER_ID), NOTE);
    const [[tabId, rules] = []] = [...world.logins.rules];
    expect(rules).toEqual([
      {
        host: 'xiaohongshu.com',
        withHostsBelow: true,
        header: `a1=${DEVICE}; webId=the-web-id; web_session=SECRET-Tea`,
      },
      {
        host: 'www.xiaohongshu.com',
        withHostsBelow: false,
        header: `a1=${DEVICE}; webId=the-web-id; acw_tc=a-host-cookie; web_session=SECRET-Tea`,
      },
    ]);
    expect(world.logins.visited).toEqual([{ tabId, url: NOTE.url }]);
    expect(world.logins.jar.find(({ name }) => name === 'web_session')?.value).toBe('SECRET-SESSION-FIRST');
  });

  it('is refused under another device, set aside, unknown, or switched off', async () => {
    const { world, life } = await start();
    await expect(demandAccount(life.services, THIRD_ID)).rejects.toMatchObject({ code: 'account-suspended' });
    await expect(demandAccount(life.services, 'x')).rejects.toMatchObject({ code: 'account-unknown' });
    world.logins.isGiven = false;
    await expect(demandAccount(life.services, OTHER_ID)).rejects.toMatchObject({ code: 'accounts-off' });
    world.logins.isGiven = true;
    const at = world.logins.jar.findIndex(({ name }) => name === 'a1');
    world.logins.jar.splice(at, 1, cookie('a1', '19-another-device'));
    await expect(demandAccount(life.services, OTHER_ID)).rejects.toMatchObject({
      code: 'account-other-device',
    });
  });

  it('loses its rule when it is closed, also by a worker that was not there when it was', async () => {
    const { world, life } = await start();
    await openAccountTab(life.services, await demandAccount(life.services, OTHER_ID), NOTE);
    const [tabId = 0] = [...world.logins.rules.keys()];
    life.tabs.set(tabId, { tabId, windowId: tabId, url: NOTE.url, active: true, pinned: false });
    await sweepAccountTabs(life.services);
    expect([...world.logins.rules.keys()]).toEqual([tabId]);
    life.tabs.delete(tabId);
    await sweepAccountTabs(life.services);
    expect([world.logins.rules.size, await actingWindows.list()]).toEqual([0, []]);
  });

  it('of which nothing is known any more is closed before its rule goes', async () => {
    const { world, life } = await start();
    await openAccountTab(life.services, await demandAccount(life.services, OTHER_ID), NOTE);
    const [tabId = 0] = [...world.logins.rules.keys()];
    life.tabs.set(tabId, { tabId, windowId: tabId, url: NOTE.url, active: true, pinned: false });
    await actingWindows.remove(tabId);
    await sweepAccountTabs(life.services);
    expect(life.tabs.has(tabId)).toBe(false);
    expect(world.logins.rules.size).toBe(0);
  });

  it('is closed with its account, whose login is nowhere any more', async () => {
    const { world, life } = await start();
    await openAccountTab(life.services, await demandAccount(life.services, OTHER_ID), NOTE);
    expect(await life.call('cookies.delete', { account: 'Tea' })).toEqual({
      ok: true,
      value: { success: true },
    });
    expect(world.logins.rules.size).toBe(0);
    const everything = [
      await fakeBrowser.storage.local.get(null),
      await fakeBrowser.storage.session.get(null),
      await life.readAll(),
    ];
    expect(JSON.stringify(everything)).not.toContain('SECRET-Tea');
  });
});

describe('who is to act', () => {
  it('is named by name or id, each once; all are those that are not set aside', async () => {
    const { life } = await start();
    const tea = { viewerId: OTHER_ID, account: 'Tea' };
    const own = { viewerId: FIRST_ID, account: 'Own' };
    expect(await listActors(life.services, {})).toEqual([{ viewerId: FIRST_ID }]);
    expect(await listActors(life.services, { account: 'Tea' })).toEqual([tea]);
    expect(await listActors(life.services, { accounts: ['Tea', OTHER_ID] })).toEqual([tea]);
    const confirmed = ['Tea', FIRST_ID];
    expect(await listActors(life.services, { accounts: 'all', confirmed })).toEqual([tea, own]);
  });

  it('is refused where one of several was not confirmed, is set aside, or nobody knows them', async () => {
    const { life } = await start();
    const refusal = (named: Parameters<typeof listActors>[1]) =>
      listActors(life.services, named).catch((thrown: { code: string; details: object }) => [
        thrown.code,
        thrown.details,
      ]);
    expect(await refusal({ accounts: 'all', confirmed: ['Tea'] })).toEqual([
      'accounts-unconfirmed',
      { account: 'Own' },
    ]);
    expect(await refusal({ account: 'Cup' })).toEqual(['account-suspended', { account: 'Cup' }]);
    expect(await refusal({ account: 'Nobody' })).toEqual(['account-unknown', { account: 'Nobody' }]);
  });

  it('can be nobody but the one who is logged in while it is off', async () => {
    const { world, life } = await start();
    world.logins.isGiven = false;
    expect(await listActors(life.services, { account: FIRST_ID })).toEqual([{ viewerId: FIRST_ID }]);
    await expect(listActors(life.services, { account: 'Tea' })).rejects.toMatchObject({
      code: 'account-unknown',
    });
    await expect(listActors(life.services, { accounts: 'all' })).rejects.toMatchObject({
      code: 'accounts-off',
    });
  });

  it('is not taken from a tab under a saved login', async () => {
    const { world, life } = await start();
    await openAccountTab(life.services, await demandAccount(life.services, OTHER_ID), NOTE);
    const [tabId = 0] = [...world.logins.rules.keys()];
    await world.reportViewer(life, tabId, OTHER_ID);
    expect(await life.call('viewer.find', {})).toEqual({ ok: true, value: { userId: FIRST_ID } });
  });
});

describe('the pace', () => {
  // Minutes away from midnight, wherever this runs.
  const AT = NOW + 1_234_567;
  const entry = (changes: Partial<ActionEntry>): ActionEntry => ({
    ...{ actionId: 'a1', jobId: 'j1', action: 'like', noteId: 'n1', viewerId: FIRST_ID, mode: 'send' },
    ...{ at: AT - 10_000, endedAt: AT - 5_000, outcome: { is: 'done', proof: 'answer' } },
    ...changes,
  });
  const permitFor = async (life: Awaited<ReturnType<typeof start>>['life'], target: object) => {
    const { permit } = reachActing(life.services, () => () => undefined);
    return permit(
      { action: 'like', noteId: 'n2', viewerId: OTHER_ID, ...target },
      { mode: 'send', isQueued: false },
      AT,
    );
  };

  it('keeps the gap of one account to the others of this browser, and counts a day for each by itself', async () => {
    const { life } = await start();
    const gaps = { ...DEFAULT_ACTING_SETTINGS, minGapMs: 45_000, jitterMs: 0, quietHours: null };
    const dailyCaps = { ...gaps.dailyCaps, like: 1 };
    await changeSettings({ acting: { ...gaps, dailyCaps } });
    const database = await life.connection.open();
    await database.put('actions', entry({}));
    expect(await permitFor(life, { account: 'Tea' })).toMatchObject({ at: AT + 40_000, why: 'gap' });
    // The browser's own login keeps it, too.
    expect(await permitFor(life, {})).toMatchObject({ at: AT + 40_000, why: 'gap' });
    await database.put('actions', entry({ actionId: 'a2', viewerId: OTHER_ID }));
    expect(await permitFor(life, { account: 'Tea' })).toMatchObject({ why: 'daily-cap' });
  });
});

describe('switching it off', () => {
  it('deletes every saved login and gives the browser’s leave back', async () => {
    const { world, life } = await start();
    await openAccountTab(life.services, await demandAccount(life.services, OTHER_ID), NOTE);
    expect(await life.call('account.switch', { agreed: false })).toMatchObject({ ok: true });
    expect([world.logins.isGiven, world.logins.rules.size]).toEqual([false, 0]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('SECRET');
    expect(world.logins.jar.find(({ name }) => name === 'web_session')?.value).toBe('SECRET-SESSION-FIRST');
  });

  it('is also done by deleting everything, which first gives the browser its own login back', async () => {
    const { world, life } = await start();
    const before = world.jar();
    await life.call('account.add', { name: 'Next' });
    expect(world.jar()).not.toEqual(before);
    expect(await life.call('everything.delete', {})).toMatchObject({ ok: true });
    expect(world.jar()).toEqual(before);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('SECRET');
  });

  it('is how it is installed: nothing can be saved', async () => {
    const life = await startBackgroundUnderTest();
    expect(await life.call('account.save', { name: 'x' })).toMatchObject({ error: { code: 'accounts-off' } });
    await closeAccountTabs(life.services);
  });
});
