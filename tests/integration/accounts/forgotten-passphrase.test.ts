/** A passphrase that nobody knows any more: nothing is blocked by it, and what would be lost is said before. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { isLoginThere } from '../../../src/background/acting/is-login-there';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { noteUrl } from '../../support/background/invented-note';
import { createLoginWorld, FIRST_ID } from '../../support/background/login-world';
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
  await life.call('vault.seal', { passphrase: 'correct horse battery' });
});

/** The browser is started anew: nobody has unlocked anything. */
async function restart(): Promise<void> {
  life.kill();
  await fakeBrowser.storage.session.clear();
  life = await world.startLife();
}

const stored = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));

describe('with a passphrase that was forgotten', () => {
  it('what is locked is given up, and accounts are switched off', async () => {
    await restart();
    expect(await life.call('vault.find', {})).toMatchObject({
      value: { isSealed: true, isLocked: true, holdsOwnLogin: false },
    });
    expect(await life.call('account.switch', { agreed: false })).toMatchObject({
      error: { code: 'vault-locked' },
    });
    expect(await life.call('vault.discard', {})).toMatchObject({ ok: true });
    expect(await life.call('vault.find', {})).toMatchObject({ value: { isSealed: false, isLocked: false } });
    expect(await stored()).not.toContain('"sealed"');
    expect(await life.call('account.list', {})).toMatchObject({ value: { state: 'ready', accounts: [] } });
    expect(await life.call('account.switch', { agreed: false })).toMatchObject({ ok: true });
    expect(world.logins.isGiven).toBe(false);
  });

  it('everything is deleted', async () => {
    await restart();
    expect(await life.call('everything.delete', {})).toMatchObject({ ok: true });
    expect(await stored()).not.toContain('"sealed"');
  });

  it('a login that lies aside is named before, nothing is done in its place, and it comes back by unlocking', async () => {
    const before = world.jar();
    await life.call('account.add', { name: 'Other' });
    await restart();
    expect(await life.call('vault.find', {})).toMatchObject({
      value: { isLocked: true, holdsOwnLogin: true },
    });
    const own = { viewerId: FIRST_ID };
    const page = { tabId: OWN_TAB, url: noteUrl() };
    expect(await isLoginThere(life.services, own, page)).toBe(false);
    await life.call('vault.unlock', { passphrase: 'correct horse battery' });
    expect(world.jar()).toEqual(before);
    expect(await life.call('vault.find', {})).toMatchObject({ value: { holdsOwnLogin: false } });
    expect(await isLoginThere(life.services, own, page)).toBe(true);
  });

  it('who is not locked out gives up the same, and gets the login back that lies aside', async () => {
    const before = world.jar();
    await life.call('account.add', { name: 'Other' });
    expect(await life.call('vault.discard', {})).toMatchObject({ ok: true });
    expect(world.jar()).toEqual(before);
  });
});
