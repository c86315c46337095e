import { createQueue } from '../../lib/create-queue';
import { sealedTextSchema, storedVaultSchema } from '../../model/accounts/vault';
import type { SealedVault, StoredVault, VaultContent } from '../../model/accounts/vault';
import { AppError } from '../../model/errors';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import { readArea, rememberRead, removeFromArea, writeArea } from '../../platform/storage-area';
import { createSalt, decrypt, deriveKey, encrypt, SEAL_ITERATIONS } from '../seal';

/**
 * Keys of providers and saved logins, in `storage.local`, which is closed to content scripts: one record, open or sealed
 * with a passphrase as a whole. What opens the seal lies in `storage.session` only while it is unlocked, and goes with the
 * browser. One change after the other; sealing writes over the open record, so no copy of it stays.
 * Written by: the options, through the background; everything.delete. Read by: the gateway, acting. Bounded by: one key a
 * family, one login an account.
 */
const VAULT = 'credentials';
/** What the passphrase makes, while it is unlocked. */
const UNLOCKED = 'vault-key';
const queue = createQueue();

export interface FoundVault {
  /** Families with a key, readable or not. */
  readonly families: readonly ProviderFamily[];
  readonly isSealed: boolean;
  /** The browser's own login lies aside in it, readable or not. */
  readonly holdsOwnLogin: boolean;
  /** `undefined` while it is locked. */
  readonly content: VaultContent | undefined;
}

/** What is in it, as far as it can be read now. */
export async function readVault(): Promise<FoundVault> {
  const stored = await readStored();
  if (!stored.isSealed) return { ...describe(stored), isSealed: false, content: toContent(stored) };
  const key = await readUnlocked();
  const content = key === undefined ? undefined : await open(stored, key);
  const { families, holdsOwnLogin = false } = stored;
  return { families, holdsOwnLogin, isSealed: true, content };
}

/** The same, for the background: what it has not changed, sealed or locked itself since is not read again. */
export const createVaultReader = (): (() => Promise<FoundVault>) =>
  rememberRead(readVault, [VAULT, UNLOCKED]);

/** Changes what is in it. `vault-locked` while it is. */
export function changeVault(make: (before: VaultContent) => VaultContent): Promise<void> {
  return queue(async () => {
    const stored = await readStored();
    const { content } = await readVault();
    if (!content) throw new AppError('vault-locked');
    const after = make(content);
    const key = await readUnlocked();
    await writeStored(
      stored.isSealed && key !== undefined
        ? await close(after, { key, salt: stored.salt, iterations: stored.iterations })
        : { ...after, isSealed: false },
    );
  });
}

/** Seals it; what is sealed gets a new passphrase. It stays usable until the browser ends or it is locked. */
export function sealVault(passphrase: string): Promise<void> {
  return queue(async () => {
    const { content } = await readVault();
    if (!content) throw new AppError('vault-locked');
    const salt = createSalt();
    const key = await deriveKey(passphrase, salt, SEAL_ITERATIONS);
    // First the seal: should the worker die in between, nothing lies open, and the passphrase is known.
    await writeStored(await close(content, { key, salt, iterations: SEAL_ITERATIONS }));
    await writeArea('session', UNLOCKED, key);
  });
}

/** `passphrase-wrong` when it is. What is not sealed needs no unlocking. */
export function unlockVault(passphrase: string): Promise<void> {
  return queue(async () => {
    const stored = await readStored();
    if (!stored.isSealed) return;
    await writeArea('session', UNLOCKED, (await openWith(stored, passphrase)).key);
  });
}

export function lockVault(): Promise<void> {
  return queue(() => removeFromArea('session', UNLOCKED));
}

/** Takes the seal off for good. `passphrase-wrong` when it is. */
export function unsealVault(passphrase: string): Promise<void> {
  return queue(async () => {
    const stored = await readStored();
    if (!stored.isSealed) return;
    const { content } = await openWith(stored, passphrase);
    await writeStored({ ...content, isSealed: false });
    await removeFromArea('session', UNLOCKED);
  });
}

/** Removes everything in it, sealed or not, and what unlocks it. What was being changed is over then. */
export function dropVault(): Promise<void> {
  return queue(async () => {
    await removeFromArea('local', VAULT);
    await removeFromArea('session', UNLOCKED);
  });
}

async function readStored(): Promise<StoredVault> {
  const parsed = storedVaultSchema.safeParse(await readArea('local', VAULT));
  return parsed.success ? parsed.data : { isSealed: false, credentials: [] };
}

const writeStored = (stored: StoredVault) => writeArea('local', VAULT, stored);

async function readUnlocked(): Promise<string | undefined> {
  const key = await readArea('session', UNLOCKED);
  return typeof key === 'string' ? key : undefined;
}

const listFamilies = ({ credentials }: VaultContent): ProviderFamily[] =>
  credentials.map(({ family }) => family);

/** What is said of it while it is locked. */
const describe = (content: VaultContent) => ({
  families: listFamilies(content),
  // Where accounts have containers, the browser's own login stays where it is.
  holdsOwnLogin: content.logins?.adding !== undefined && content.logins.adding.container === undefined,
});

const toContent = ({ credentials, logins }: VaultContent): VaultContent =>
  logins === undefined ? { credentials } : { credentials, logins };

async function open(stored: SealedVault, key: string): Promise<VaultContent | undefined> {
  const text = await decrypt(key, stored);
  if (text === undefined) return undefined;
  const found = sealedTextSchema.parse(JSON.parse(text));
  return Array.isArray(found) ? { credentials: found } : found;
}

async function openWith(
  stored: SealedVault,
  passphrase: string,
): Promise<{ key: string; content: VaultContent }> {
  const key = await deriveKey(passphrase, stored.salt, stored.iterations);
  const content = await open(stored, key);
  if (!content) throw new AppError('passphrase-wrong');
  return { key, content };
}

async function close(
  content: VaultContent,
  by: { readonly key: string; readonly salt: string; readonly iterations: number },
): Promise<SealedVault> {
  const { key, salt, iterations } = by;
  return {
    isSealed: true,
    ...describe(content),
    salt,
    iterations,
    ...(await encrypt(key, JSON.stringify(content))),
  };
}
