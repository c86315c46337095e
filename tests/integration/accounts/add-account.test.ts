/** Adding an account, broken off around every change of the browser: the first login always comes back. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { resumeAdding } from '../../../src/background/accounts/add-account';
import { leaveAddingTab } from '../../../src/background/accounts/rooms/leave-adding-tab';
import type { AccountList } from '../../../src/model/accounts/account-list';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { cookie, createLoginWorld, DEVICE, FIRST_ID, OTHER_ID } from '../../support/background/login-world';
import type { LoginWorld } from '../../support/background/login-world';

const OWN_TAB = 7;

beforeEach(() => fakeBrowser.reset());

async function listed(life: BackgroundUnderTest): Promise<AccountList> {
  return ((await life.call('account.list', {})) as { value: AccountList }).value;
}

async function startOn(world: LoginWorld): Promise<BackgroundUnderTest> {
  const life = await world.startLife();
  await world.reportViewer(life, OWN_TAB, FIRST_ID);
  expect(await life.call('account.switch', { agreed: true })).toMatchObject({ ok: true });
  return life;
}

const stored = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));

describe('adding an account', () => {
  it('takes the login out, saves the one that comes, and puts the first one back', async () => {
    const world = createLoginWorld();
    const before = world.jar();
    const life = await startOn(world);
    expect(await life.call('account.add', { name: 'Other' })).toMatchObject({ ok: true });
    expect(world.logins.jar.map(({ name }) => name)).toEqual(['a1', 'webId', 'acw_tc']);
    expect(await life.call('account.finish', {})).toMatchObject({ error: { code: 'login-wanted' } });
    await world.logInAsOther(life);
    expect(await listed(life)).toMatchObject({
      adding: { name: 'Other', userId: OTHER_ID },
      own: { userId: FIRST_ID },
    });
    expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
    expect(world.jar()).toEqual(before);
    expect(world.open.size).toBe(0);
    const list = await listed(life);
    expect(list.adding).toBeUndefined();
    expect(list.accounts).toMatchObject([
      { userId: OTHER_ID, name: 'Other', status: 'active', isForeign: false },
    ]);
    expect(JSON.stringify(list)).not.toContain('SECRET');
    expect(await stored()).not.toContain('SECRET-SESSION-FIRST');
  });

  it('saves neither the first login again nor one of another device', async () => {
    const world = createLoginWorld();
    const before = world.jar();
    const life = await startOn(world);
    await life.call('account.add', { name: 'Other' });
    await world.logInAsOther(life);
    await world.reportViewer(life, [...world.open.keys()][0] ?? 0, FIRST_ID);
    expect(await life.call('account.finish', {})).toMatchObject({ error: { code: 'account-known' } });
    await world.logInAsOther(life);
    const device = world.logins.jar.findIndex(({ value }) => value === DEVICE);
    world.logins.jar.splice(device, 1, cookie('a1', '19-another-device'));
    expect(await life.call('account.finish', {})).toMatchObject({ error: { code: 'account-other-device' } });
    expect(await life.call('account.cancel', {})).toMatchObject({ ok: true });
    expect(world.jar()).toEqual(before);
    expect((await listed(life)).accounts).toEqual([]);
  });

  it('is over when its window is closed', async () => {
    const world = createLoginWorld();
    const before = world.jar();
    const life = await startOn(world);
    await life.call('account.add', { name: 'Other' });
    const [tabId = 0] = [...world.open.keys()];
    world.open.delete(tabId);
    life.tabs.delete(tabId);
    await leaveAddingTab(life.services, tabId);
    expect(world.jar()).toEqual(before);
    expect(await stored()).not.toContain('SECRET');
  });

  it('goes on when the worker sleeps while somebody logs in', async () => {
    const world = createLoginWorld();
    const before = world.jar();
    const first = await startOn(world);
    await first.call('account.add', { name: 'Other' });
    first.kill();
    const life = await world.startLife();
    await resumeAdding(life.services);
    expect(await listed(life)).toMatchObject({ adding: { name: 'Other' } });
    await world.logInAsOther(life);
    expect(await life.call('account.finish', {})).toMatchObject({ ok: true });
    expect(world.jar()).toEqual(before);
  });

  it('waits for the passphrase where the browser was started anew meanwhile', async () => {
    const world = createLoginWorld();
    const before = world.jar();
    const first = await startOn(world);
    await first.call('vault.seal', { passphrase: 'correct horse battery' });
    await first.call('account.add', { name: 'Other' });
    expect(await first.call('vault.lock', {})).toMatchObject({ error: { code: 'adding-unfinished' } });
    expect(await stored()).not.toContain('SECRET');
    first.kill();
    await fakeBrowser.storage.session.clear();
    const life = await world.startLife();
    await resumeAdding(life.services);
    expect(world.jar()).not.toEqual(before);
    expect(await life.call('vault.unlock', { passphrase: 'correct horse battery' })).toMatchObject({
      ok: true,
    });
    expect(world.jar()).toEqual(before);
  });
});

describe.each(['before', 'after'] as const)('the worker dies right %s', (when) => {
  it('every single change of the browser, and the first login comes back', async () => {
    let points = 0;
    for (let point = 1; ; point += 1) {
      fakeBrowser.reset();
      const world = createLoginWorld();
      const before = world.jar();
      const life = await startOn(world);
      let changes = 0;
      let isDead = false;
      world.logins.beforeChange = () => {
        changes += 1;
        isDead ||= when === 'before' ? changes >= point : changes > point;
        if (isDead) throw new Error('the worker is dead');
      };
      const begun = await life.call('account.add', { name: 'Other' });
      if ((begun as { ok?: boolean }).ok === true) {
        await world.logInAsOther(life);
        await life.call('account.finish', {});
      }
      world.logins.beforeChange = () => undefined;
      life.kill();
      const next = await world.startLife();
      await resumeAdding(next.services);
      expect([point, world.jar()]).toEqual([point, before]);
      expect([point, world.open.size]).toEqual([point, 0]);
      expect(await listed(next)).not.toHaveProperty('adding');
      expect(await stored()).not.toContain('SECRET-SESSION-FIRST');
      if (!isDead) break;
      points = point;
    }
    // Two cookies out, a window opened and closed, two cookies back.
    expect(points).toBeGreaterThanOrEqual(5);
  });
});
