import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { SavedAccount } from '../../../src/model/accounts/saved-account';
import type { Credential } from '../../../src/model/providers/credential';
import { changeCredentials, readCredentials } from '../../../src/storage/credentials';
import { deriveKey, encrypt, SEAL_ITERATIONS } from '../../../src/storage/seal';
import { changeSavedLogins, readSavedLogins } from '../../../src/storage/vault/saved-logins';
import { dropVault, lockVault, sealVault, unlockVault, unsealVault } from '../../../src/storage/vault/vault';

const SECRET = 'SECRET-KEY-0123456789';
const CREDENTIAL: Credential = { family: 'tikhub', key: SECRET, region: 'world', savedAt: 1 };
const LOGIN: SavedAccount = {
  ...{ userId: 'u1', name: 'Tea', host: 'www.xiaohongshu.com', status: 'active', deviceId: 'd', savedAt: 1 },
  cookies: [
    {
      ...{ name: 'web_session', value: 'SECRET-SESSION', domain: 'xiaohongshu.com', hostOnly: false },
      ...{ path: '/', secure: true, httpOnly: true, sameSite: 'unspecified' },
    },
  ],
};
const PASSPHRASE = 'correct horse battery';

const onDisk = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));
const inSession = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));

beforeEach(() => fakeBrowser.reset());

describe('keys', () => {
  it('are kept one a family, the changes in turn', async () => {
    const other: Credential = { ...CREDENTIAL, family: 'parsebot', key: 'PARSE-KEY' };
    await Promise.all([
      changeCredentials((before) => [...before, CREDENTIAL]),
      changeCredentials((before) => [...before, other]),
    ]);
    expect(await readCredentials()).toEqual({
      families: ['tikhub', 'parsebot'],
      isSealed: false,
      credentials: [CREDENTIAL, other],
    });
  });

  it('leave no plain copy anywhere once they are sealed, and are usable until locked', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);

    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);
    for (const area of [await onDisk(), await inSession()]) {
      expect(area).not.toContain(SECRET);
      expect(area).not.toContain(PASSPHRASE);
    }
    await lockVault();
    expect(await readCredentials()).toEqual({ families: ['tikhub'], isSealed: true, credentials: undefined });
    expect(await inSession()).toBe('{}');
  });

  it('open with the passphrase and no other', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);
    await lockVault();

    await expect(unlockVault('another passphrase')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect((await readCredentials()).credentials).toBeUndefined();
    await unlockVault(PASSPHRASE);
    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);
  });

  it('can be changed while sealed and unlocked, under a new start each time, and not while locked', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);
    const before = await onDisk();
    await changeCredentials((all) => all.map((one) => ({ ...one, region: 'china' as const })));
    expect((await readCredentials()).credentials).toMatchObject([{ region: 'china' }]);
    const after = await onDisk();
    expect(after).not.toContain(SECRET);
    const ivOf = (text: string) => /"iv":"([^"]+)"/.exec(text)?.[1];
    expect(ivOf(after)).not.toBe(ivOf(before));

    await lockVault();
    await expect(changeCredentials(() => [])).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(sealVault('a new passphrase')).rejects.toMatchObject({ code: 'vault-locked' });
    expect(await onDisk()).toBe(after);
  });

  it('get a new passphrase by being sealed again', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);
    await sealVault('the new passphrase');
    await lockVault();
    await expect(unlockVault(PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await unlockVault('the new passphrase');
    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);
  });

  it('lie open again once the seal is taken off with the passphrase', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);
    await expect(unsealVault('another passphrase')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await unsealVault(PASSPHRASE);
    expect(await readCredentials()).toMatchObject({ isSealed: false, credentials: [CREDENTIAL] });
    expect(await inSession()).toBe('{}');
  });

  it('that were tampered with do not open', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);
    const { credentials } = (await fakeBrowser.storage.local.get('credentials')) as {
      credentials: { sealed: string };
    };
    const first = credentials.sealed.startsWith('A') ? 'B' : 'A';
    await fakeBrowser.storage.local.set({
      credentials: { ...credentials, sealed: first + credentials.sealed.slice(1) },
    });
    await expect(unlockVault(PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-wrong' });
  });

  it('go for good', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);
    await dropVault();
    expect([await onDisk(), await inSession()]).toEqual(['{}', '{}']);
  });

  it('share their seal with saved logins, and a seal of before those opens as it did', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealVault(PASSPHRASE);
    // A seal that holds the list of keys alone, as it was written before logins could be saved.
    const { credentials: sealed } = (await fakeBrowser.storage.local.get('credentials')) as {
      credentials: { salt: string; iterations: number };
    };
    const key = await deriveKey(PASSPHRASE, sealed.salt, sealed.iterations);
    const old = await encrypt(key, JSON.stringify([CREDENTIAL]));
    await fakeBrowser.storage.local.set({ credentials: { ...sealed, ...old } });
    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);

    await changeSavedLogins(() => ({ accounts: [LOGIN] }));
    expect(await onDisk()).not.toContain('SECRET');
    expect(await readSavedLogins()).toEqual({ accounts: [LOGIN] });
    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);
    await lockVault();
    expect(await readSavedLogins()).toBeUndefined();
    await expect(changeSavedLogins(() => ({ accounts: [] }))).rejects.toMatchObject({ code: 'vault-locked' });
  });

  it('are sealed with as many rounds as is advised', () => {
    expect(SEAL_ITERATIONS).toBeGreaterThanOrEqual(600_000);
  });
});
