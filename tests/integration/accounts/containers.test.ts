/** Several accounts in Firefox: each in a container of its own, and no cookie touched. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { findNoteTab } from '../../../src/background/acting/open-note';
import { findRooms } from '../../../src/background/accounts/rooms/find-rooms';
import { leaveAddingTab } from '../../../src/background/accounts/rooms/leave-adding-tab';
import type { AccountList } from '../../../src/model/accounts/account-list';
import { changeSavedLogins, readSavedLogins } from '../../../src/storage/vault/saved-logins';
import { actingWindows } from '../../../src/storage/session';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { createContainerWorld } from '../../support/background/container-world';
import type { ContainerWorld } from '../../support/background/container-world';

const OWN_TAB = 7;
const OWN_ID = '5e00000000000000000000f1';
const TEA_ID = '5e00000000000000000000f2';
const CUP_ID = '5e00000000000000000000f3';
const USERS = ['firefox-container-1', 'firefox-container-2'];

beforeEach(() => fakeBrowser.reset());

async function startOn(world: ContainerWorld): Promise<BackgroundUnderTest> {
  const life = await world.startLife();
  await world.reportViewer(life, OWN_TAB, OWN_ID);
  expect(await life.call('account.switch', { agreed: true })).toMatchObject({ ok: true });
  return life;
}

const listed = async (life: BackgroundUnderTest): Promise<AccountList> =>
  ((await life.call('account.list', {})) as { value: AccountList }).value;

const lastTab = (world: ContainerWorld): number => [...world.open.keys()].at(-1) ?? 0;

async function add(world: ContainerWorld, life: BackgroundUnderTest, name: string, userId: string) {
  expect(await life.call('account.add', { name })).toMatchObject({ ok: true });
  await world.reportViewer(life, lastTab(world), userId);
  return life.call('account.finish', {});
}

const containerOf = async (userId: string): Promise<string> =>
  (await readSavedLogins())?.accounts.find((one) => one.userId === userId)?.container ?? '';

describe('adding an account in Firefox', () => {
  it('opens a window in a container that is made for it, and keeps who has logged in there', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    expect(await life.call('account.add', { name: 'Tea' })).toMatchObject({ ok: true });
    const [tab] = [...world.open.values()];
    expect(tab).toMatchObject({
      container: 'firefox-container-3',
      url: 'https://www.xiaohongshu.com/explore',
    });
    expect(world.containers.get('firefox-container-3')).toBe('Tea');
    expect(await life.call('account.finish', {})).toMatchObject({ error: { code: 'login-wanted' } });
    await world.reportViewer(life, lastTab(world), TEA_ID);
    expect(await listed(life)).toMatchObject({
      adding: { name: 'Tea', userId: TEA_ID },
      own: { userId: OWN_ID },
    });
    expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
    expect(world.open.size).toBe(0);
    expect((await listed(life)).accounts).toMatchObject([{ userId: TEA_ID, name: 'Tea', status: 'active' }]);
    expect(await readSavedLogins()).toMatchObject({
      accounts: [{ container: 'firefox-container-3', cookies: [], deviceId: '' }],
    });
    expect((await readSavedLogins())?.adding).toBeUndefined();
  });

  it('refuses a user who has a container already, and a name that is taken', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await add(world, life, 'Tea', TEA_ID);
    expect(await life.call('account.add', { name: 'Tea' })).toMatchObject({
      error: { code: 'account-name-taken' },
    });
    expect(await add(world, life, 'Cup', TEA_ID)).toMatchObject({ error: { code: 'account-twice' } });
    await world.reportViewer(life, lastTab(world), CUP_ID);
    expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
    expect((await listed(life)).accounts.map(({ name }) => name)).toEqual(['Tea', 'Cup']);
  });

  it('leaves nothing when it is cancelled, or its window closed', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await life.call('account.add', { name: 'Cup' });
    expect(await life.call('account.cancel', {})).toMatchObject({ ok: true });
    expect([[...world.containers.keys()], world.open.size]).toEqual([USERS, 0]);
    await life.call('account.add', { name: 'Cup' });
    const tabId = lastTab(world);
    world.open.delete(tabId);
    life.tabs.delete(tabId);
    await leaveAddingTab(life.services, tabId);
    expect([...world.containers.keys()]).toEqual(USERS);
    expect(await listed(life)).not.toHaveProperty('adding');
  });
});

describe('an account in a container', () => {
  const NOTE = { noteId: 'n1', xsecToken: 'T', isOwn: false } as const;

  it('acts in a tab of its container, and no page of another one is taken for it', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await add(world, life, 'Tea', TEA_ID);
    const under = await findRooms(life.services).demandAccount(life.services, TEA_ID);
    expect(await findNoteTab(life.services, { ...NOTE, under })).toBeUndefined();
    const opened = lastTab(world);
    expect(world.open.get(opened)).toMatchObject({ container: await containerOf(TEA_ID) });
    expect(await actingWindows.list()).toMatchObject([{ tabId: opened, viewerId: TEA_ID, isSent: true }]);
    // Asked again while it loads, it opens no second one.
    expect(await findNoteTab(life.services, { ...NOTE, under })).toBeUndefined();
    expect(world.open.size).toBe(1);
    const page = { tabId: opened, windowId: opened, url: 'x', viewer: {}, missing: [], updatedAt: 1 };
    const { standsUnder } = findRooms(life.services);
    const stands = (container: string | undefined, asked: typeof under | undefined) =>
      standsUnder(life.services, { ...page, container }, asked);
    expect(await stands(under.container, under)).toBe(true);
    expect(await stands('firefox-container-1', under)).toBe(false);
    expect(await stands(undefined, under)).toBe(false);
    expect(await stands(under.container, undefined)).toBe(false);
    expect(await stands(undefined, undefined)).toBe(true);
    const { isLoginThere } = findRooms(life.services);
    const goesOut = (isUnderSaved: boolean, container: string | undefined) =>
      isLoginThere(life.services, { viewerId: TEA_ID, isUnderSaved }, { ...page, container });
    expect(await goesOut(true, under.container)).toBe(true);
    expect(await goesOut(true, undefined)).toBe(false);
    expect(await goesOut(true, 'firefox-container-1')).toBe(false);
    expect(await goesOut(false, undefined)).toBe(true);
    expect(await goesOut(false, under.container)).toBe(false);
    // What a page in a container says of its user is not said of the browser's own.
    await world.reportViewer(life, opened, TEA_ID);
    expect(await life.call('viewer.find', {})).toEqual({ ok: true, value: { userId: OWN_ID } });
    await life.call('account.change', { account: 'Tea', status: 'suspended' });
    expect([world.open.size, await actingWindows.list()]).toEqual([0, []]);
  });

  it('bears another name, and so does its container', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await add(world, life, 'Tea', TEA_ID);
    await add(world, life, 'Cup', CUP_ID);
    const rename = (name: string) => life.call('account.rename', { account: 'Tea', name });
    expect(await rename('Cup')).toMatchObject({ error: { code: 'account-name-taken' } });
    expect(await rename('Pot')).toMatchObject({ ok: true });
    expect(world.containers.get(await containerOf(TEA_ID))).toBe('Pot');
    expect((await listed(life)).accounts.map(({ name }) => name)).toEqual(['Pot', 'Cup']);
  });

  it('is said to be gone when its container is, and gets another one from the same user alone', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await add(world, life, 'Tea', TEA_ID);
    world.containers.delete(await containerOf(TEA_ID));
    expect((await listed(life)).accounts).toMatchObject([{ userId: TEA_ID, isGone: true }]);
    await expect(findRooms(life.services).demandAccount(life.services, TEA_ID)).rejects.toMatchObject({
      code: 'account-container-gone',
    });
    await life.call('account.change', { account: 'Tea', status: 'suspended' });
    expect(await life.call('account.add', { name: 'Tea', renews: TEA_ID })).toMatchObject({ ok: true });
    await world.reportViewer(life, lastTab(world), CUP_ID);
    expect(await life.call('account.finish', {})).toMatchObject({ error: { code: 'account-unexpected' } });
    await world.reportViewer(life, lastTab(world), TEA_ID);
    expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
    // It was set aside before, and is so still.
    expect((await listed(life)).accounts).toMatchObject([{ status: 'suspended' }]);
    expect(world.containers.get(await containerOf(TEA_ID))).toBe('Tea');
    expect((await listed(life)).accounts[0]).not.toHaveProperty('isGone');
  });

  it('goes with its container; those of the user stay, also the one of the same name', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await add(world, life, 'Tea', TEA_ID);
    await add(world, life, 'Cup', CUP_ID);
    const under = await findRooms(life.services).demandAccount(life.services, TEA_ID);
    await findNoteTab(life.services, { ...NOTE, under });
    expect(await life.call('cookies.delete', { account: 'Tea' })).toMatchObject({ ok: true });
    expect([...world.containers.keys()]).toEqual([...USERS, await containerOf(CUP_ID)]);
    expect(world.open.size).toBe(0);
    expect(await life.call('account.switch', { agreed: false })).toMatchObject({ ok: true });
    expect([...world.containers.keys()]).toEqual(USERS);
    expect(world.logins.isGiven).toBe(false);
  });

  it('goes with everything else, also while it is locked', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await add(world, life, 'Tea', TEA_ID);
    await life.call('vault.seal', { passphrase: 'correct horse battery' });
    expect(await life.call('vault.lock', {})).toMatchObject({ ok: true });
    expect(await listed(life)).toMatchObject({ state: 'locked', accounts: [] });
    expect(await life.call('everything.delete', {})).toMatchObject({ ok: true });
    expect([...world.containers.keys()]).toEqual(USERS);
  });

  it('whose record was lost leaves no container to the next start', async () => {
    const world = createContainerWorld();
    const life = await startOn(world);
    await add(world, life, 'Tea', TEA_ID);
    await add(world, life, 'Cup', CUP_ID);
    await changeSavedLogins(({ accounts }) => ({ accounts: accounts.slice(1) }));
    life.kill();
    const next = await world.startLife();
    await findRooms(next.services).resumeAdding(next.services);
    expect([...world.containers.keys()]).toEqual([...USERS, await containerOf(CUP_ID)]);
  });
});

describe.each(['before', 'after'] as const)('the event page dies right %s', (when) => {
  it('every single change of the browser: no container is left without an account', async () => {
    let points = 0;
    for (let point = 1; ; point += 1) {
      fakeBrowser.reset();
      const world = createContainerWorld();
      const life = await startOn(world);
      let changes = 0;
      let isDead = false;
      world.beforeChange = () => {
        changes += 1;
        isDead ||= when === 'before' ? changes >= point : changes > point;
        if (isDead) throw new Error('the event page is dead');
      };
      const begun = await life.call('account.add', { name: 'Tea' });
      if ((begun as { ok?: boolean }).ok === true) {
        await world.reportViewer(life, lastTab(world), TEA_ID);
        await life.call('account.finish', {});
      }
      world.beforeChange = () => undefined;
      life.kill();
      const next = await world.startLife();
      await findRooms(next.services).resumeAdding(next.services);
      const { accounts, adding } = await listed(next);
      const kept = await Promise.all(accounts.map(({ userId }) => containerOf(userId)));
      expect([point, adding, [...world.containers.keys()]]).toEqual([point, undefined, [...USERS, ...kept]]);
      expect([point, world.open.size]).toEqual([point, 0]);
      if (!isDead) {
        expect(accounts).toHaveLength(1);
        break;
      }
      points = point;
    }
    // A container made, a window opened, the window closed.
    expect(points).toBe(when === 'before' ? 3 : 2);
  });
});
