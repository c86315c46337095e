import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Credential } from '../../../src/model/providers/credential';
import {
  changeCredentials,
  dropCredentials,
  lockCredentials,
  readCredentials,
  sealCredentials,
  unlockCredentials,
  unsealCredentials,
} from '../../../src/storage/credentials';
import { SEAL_ITERATIONS } from '../../../src/storage/seal';

const SECRET = 'SECRET-KEY-0123456789';
const CREDENTIAL: Credential = { family: 'tikhub', key: SECRET, region: 'world', savedAt: 1 };
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
    await sealCredentials(PASSPHRASE);

    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);
    for (const area of [await onDisk(), await inSession()]) {
      expect(area).not.toContain(SECRET);
      expect(area).not.toContain(PASSPHRASE);
    }
    await lockCredentials();
    expect(await readCredentials()).toEqual({ families: ['tikhub'], isSealed: true, credentials: undefined });
    expect(await inSession()).toBe('{}');
  });

  it('open with the passphrase and no other', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealCredentials(PASSPHRASE);
    await lockCredentials();

    await expect(unlockCredentials('another passphrase')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect((await readCredentials()).credentials).toBeUndefined();
    await unlockCredentials(PASSPHRASE);
    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);
  });

  it('can be changed while sealed and unlocked, under a new start each time, and not while locked', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealCredentials(PASSPHRASE);
    const before = await onDisk();
    await changeCredentials((all) => all.map((one) => ({ ...one, region: 'china' as const })));
    expect((await readCredentials()).credentials).toMatchObject([{ region: 'china' }]);
    const after = await onDisk();
    expect(after).not.toContain(SECRET);
    const ivOf = (text: string) => /"iv":"([^"]+)"/.exec(text)?.[1];
    expect(ivOf(after)).not.toBe(ivOf(before));

    await lockCredentials();
    await expect(changeCredentials(() => [])).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(sealCredentials('a new passphrase')).rejects.toMatchObject({ code: 'vault-locked' });
    expect(await onDisk()).toBe(after);
  });

  it('get a new passphrase by being sealed again', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealCredentials(PASSPHRASE);
    await sealCredentials('the new passphrase');
    await lockCredentials();
    await expect(unlockCredentials(PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await unlockCredentials('the new passphrase');
    expect((await readCredentials()).credentials).toEqual([CREDENTIAL]);
  });

  it('lie open again once the seal is taken off with the passphrase', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealCredentials(PASSPHRASE);
    await expect(unsealCredentials('another passphrase')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await unsealCredentials(PASSPHRASE);
    expect(await readCredentials()).toMatchObject({ isSealed: false, credentials: [CREDENTIAL] });
    expect(await inSession()).toBe('{}');
  });

  it('that were tampered with do not open', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealCredentials(PASSPHRASE);
    const { credentials } = (await fakeBrowser.storage.local.get('credentials')) as {
      credentials: { sealed: string };
    };
    const first = credentials.sealed.startsWith('A') ? 'B' : 'A';
    await fakeBrowser.storage.local.set({
      credentials: { ...credentials, sealed: first + credentials.sealed.slice(1) },
    });
    await expect(unlockCredentials(PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-wrong' });
  });

  it('go for good', async () => {
    await changeCredentials(() => [CREDENTIAL]);
    await sealCredentials(PASSPHRASE);
    await dropCredentials();
    expect([await onDisk(), await inSession()]).toEqual(['{}', '{}']);
  });

  it('are sealed with as many rounds as is advised', () => {
    expect(SEAL_ITERATIONS).toBeGreaterThanOrEqual(600_000);
  });
});
