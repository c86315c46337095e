import { createQueue } from '../lib/create-queue';
import { AppError } from '../model/errors';
import { credentialsSchema, storedCredentialsSchema } from '../model/providers/credential';
import type { Credential, SealedCredentials, StoredCredentials } from '../model/providers/credential';
import type { ProviderFamily } from '../model/providers/provider.catalog';
import { readArea, rememberRead, removeFromArea, writeArea } from '../platform/storage-area';
import { createSalt, decrypt, deriveKey, encrypt, SEAL_ITERATIONS } from './seal';

/**
 * Keys of providers, in `storage.local`, which is closed to content scripts: one record, open or sealed with a
 * passphrase as a whole. What opens the seal lies in `storage.session` only while it is unlocked, and goes with the
 * browser. One change after the other; sealing writes over the open record, so no copy of it stays.
 * Written by: the options, through the background; everything.delete. Read by: the gateway. Bounded by: one key a family.
 */
const KEYS = 'credentials';
/** What the passphrase makes, while it is unlocked. */
const UNLOCKED = 'vault-key';
const queue = createQueue();

export interface FoundCredentials {
  /** Families with a key, readable or not. */
  readonly families: readonly ProviderFamily[];
  readonly isSealed: boolean;
  /** `undefined` while they are locked. */
  readonly credentials: readonly Credential[] | undefined;
}

/** The keys, as far as they can be read now. */
export async function readCredentials(): Promise<FoundCredentials> {
  const stored = await readStored();
  if (!stored.isSealed) {
    const { credentials } = stored;
    return { families: credentials.map(({ family }) => family), isSealed: false, credentials };
  }
  const key = await readUnlocked();
  const credentials = key === undefined ? undefined : await open(stored, key);
  return { families: stored.families, isSealed: true, credentials };
}

/** The same, for the background: what it has not changed, sealed or locked itself since is not read again. */
export const createCredentialsReader = (): (() => Promise<FoundCredentials>) =>
  rememberRead(readCredentials, [KEYS, UNLOCKED]);

/** Changes the keys. `vault-locked` while they are. */
export function changeCredentials(
  make: (before: readonly Credential[]) => readonly Credential[],
): Promise<void> {
  return queue(async () => {
    const stored = await readStored();
    const { credentials } = await readCredentials();
    if (!credentials) throw new AppError('vault-locked');
    const after = [...make(credentials)];
    const key = await readUnlocked();
    await writeStored(
      stored.isSealed && key !== undefined
        ? await close(after, { key, salt: stored.salt, iterations: stored.iterations })
        : { isSealed: false, credentials: after },
    );
  });
}

/** Seals the keys; sealed ones get a new passphrase. They stay usable until the browser ends or they are locked. */
export function sealCredentials(passphrase: string): Promise<void> {
  return queue(async () => {
    const { credentials } = await readCredentials();
    if (!credentials) throw new AppError('vault-locked');
    const salt = createSalt();
    const key = await deriveKey(passphrase, salt, SEAL_ITERATIONS);
    // First the seal: should the worker die in between, nothing lies open, and the passphrase is known.
    await writeStored(await close(credentials, { key, salt, iterations: SEAL_ITERATIONS }));
    await writeArea('session', UNLOCKED, key);
  });
}

/** `passphrase-wrong` when it is. Keys that are not sealed need no unlocking. */
export function unlockCredentials(passphrase: string): Promise<void> {
  return queue(async () => {
    const stored = await readStored();
    if (!stored.isSealed) return;
    await writeArea('session', UNLOCKED, (await openWith(stored, passphrase)).key);
  });
}

export function lockCredentials(): Promise<void> {
  return queue(() => removeFromArea('session', UNLOCKED));
}

/** Takes the seal off for good. `passphrase-wrong` when it is. */
export function unsealCredentials(passphrase: string): Promise<void> {
  return queue(async () => {
    const stored = await readStored();
    if (!stored.isSealed) return;
    const { credentials } = await openWith(stored, passphrase);
    await writeStored({ isSealed: false, credentials });
    await removeFromArea('session', UNLOCKED);
  });
}

/** Removes all keys, sealed or not, and what unlocks them. What was being changed is over then. */
export function dropCredentials(): Promise<void> {
  return queue(async () => {
    await removeFromArea('local', KEYS);
    await removeFromArea('session', UNLOCKED);
  });
}

async function readStored(): Promise<StoredCredentials> {
  const parsed = storedCredentialsSchema.safeParse(await readArea('local', KEYS));
  return parsed.success ? parsed.data : { isSealed: false, credentials: [] };
}

const writeStored = (stored: StoredCredentials) => writeArea('local', KEYS, stored);

async function readUnlocked(): Promise<string | undefined> {
  const key = await readArea('session', UNLOCKED);
  return typeof key === 'string' ? key : undefined;
}

async function open(stored: SealedCredentials, key: string): Promise<Credential[] | undefined> {
  const text = await decrypt(key, stored);
  return text === undefined ? undefined : credentialsSchema.parse(JSON.parse(text));
}

async function openWith(
  stored: SealedCredentials,
  passphrase: string,
): Promise<{ key: string; credentials: Credential[] }> {
  const key = await deriveKey(passphrase, stored.salt, stored.iterations);
  const credentials = await open(stored, key);
  if (!credentials) throw new AppError('passphrase-wrong');
  return { key, credentials };
}

async function close(
  credentials: readonly Credential[],
  by: { readonly key: string; readonly salt: string; readonly iterations: number },
): Promise<SealedCredentials> {
  const { key, salt, iterations } = by;
  const families = credentials.map(({ family }) => family);
  return { isSealed: true, families, salt, iterations, ...(await encrypt(key, JSON.stringify(credentials))) };
}
