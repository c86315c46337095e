import type { Credential } from '../model/providers/credential';
import type { ProviderFamily } from '../model/providers/provider.catalog';
import { changeVault, createVaultReader, readVault } from './vault/vault';
import type { FoundVault } from './vault/vault';

/** Keys of providers; they lie in the vault, one a family. */
export interface FoundCredentials {
  /** Families with a key, readable or not. */
  readonly families: readonly ProviderFamily[];
  readonly isSealed: boolean;
  /** `undefined` while they are locked. */
  readonly credentials: readonly Credential[] | undefined;
}

/** The keys, as far as they can be read now. */
export const readCredentials = async (): Promise<FoundCredentials> => toFound(await readVault());

/** The same, for the background; see `createVaultReader`. */
export function createCredentialsReader(): () => Promise<FoundCredentials> {
  const read = createVaultReader();
  return async () => toFound(await read());
}

/** Changes the keys. `vault-locked` while they are. */
export function changeCredentials(
  make: (before: readonly Credential[]) => readonly Credential[],
): Promise<void> {
  return changeVault((before) => ({ ...before, credentials: [...make(before.credentials)] }));
}

const toFound = ({ families, isSealed, content }: FoundVault): FoundCredentials => ({
  families,
  isSealed,
  credentials: content?.credentials,
});
