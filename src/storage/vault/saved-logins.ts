import { NO_LOGINS } from '../../model/accounts/saved-account';
import type { SavedLogins } from '../../model/accounts/saved-account';
import { changeVault, readVault } from './vault';

/** Saved logins, and the one that is being added; `undefined` while they are locked. They lie in the vault. */
export async function readSavedLogins(): Promise<SavedLogins | undefined> {
  const { content } = await readVault();
  return content && (content.logins ?? NO_LOGINS);
}

/** Changes them, in one write. `vault-locked` while they are. */
export function changeSavedLogins(make: (before: SavedLogins) => SavedLogins): Promise<void> {
  return changeVault(({ credentials, logins = NO_LOGINS }) => {
    const after = make(logins);
    const isEmpty = after.accounts.length === 0 && after.adding === undefined;
    return isEmpty ? { credentials } : { credentials, logins: after };
  });
}
