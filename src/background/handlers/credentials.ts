import { omitUndefined } from '../../lib/omit-undefined';
import type { Handlers, Input } from '../../messaging/contract';
import type { providerCalls } from '../../messaging/ui-to-background/provider-calls';
import { AppError } from '../../model/errors';
import { credentialSchema, type Credential } from '../../model/providers/credential';
import { changeCredentials } from '../../storage/credentials';
import { readSavedLogins } from '../../storage/vault/saved-logins';
import {
  dropVault,
  lockVault,
  readVault,
  sealVault,
  unlockVault,
  unsealVault,
} from '../../storage/vault/vault';
import { endAccounts } from '../accounts/end-accounts';
import { findRooms } from '../accounts/rooms/find-rooms';
import { resumeStopped } from '../jobs/resume-stopped';
import { forgetAccount, forgiveFamily, forgiveSeries } from '../providers/change-memory';
import { describeFamilies, describeOneFamily } from '../providers/describe-families';
import { testCredential } from '../providers/test-credential';
import type { Services } from '../services';

type CredentialHandlers = Pick<
  Handlers<typeof providerCalls>,
  | 'provider.list'
  | 'provider.retry'
  | 'credential.save'
  | 'credential.change'
  | 'credential.test'
  | 'credential.remove'
>;
type VaultHandlers = Pick<
  Handlers<typeof providerCalls>,
  'vault.find' | 'vault.seal' | 'vault.unlock' | 'vault.lock' | 'vault.unseal' | 'vault.discard'
>;

/** Keys of providers and what is known of them. A key comes in here and never goes out again. */
export function createCredentialHandlers(services: Services): CredentialHandlers {
  const { memory, hasAccess, clock } = services.providers;
  return {
    'provider.list': () => describeFamilies(services),
    'provider.retry': async ({ family, provider }) => {
      await memory.change((before) =>
        provider === undefined ? forgiveFamily(before, family) : forgiveSeries(before, provider),
      );
      return describeOneFamily(services, family);
    },
    'credential.save': async (input) => {
      const { family } = input;
      if (!(await hasAccess(family))) throw new AppError('provider-access-withheld', { details: { family } });
      const credential = omitUndefined({ ...input, savedAt: clock.now() });
      await changeCredentials((before) => [...before.filter((one) => one.family !== family), credential]);
      await memory.change((before) => forgetAccount(before, family));
      await services.emit('providers.changed', {});
      return describeOneFamily(services, family);
    },
    'credential.change': async ({ family, patch }) => {
      await changeCredentials((before) =>
        before.map((one) => (one.family === family ? applyPatch(one, patch) : one)),
      );
      await services.emit('providers.changed', {});
      return describeOneFamily(services, family);
    },
    'credential.test': async ({ family, agreed }) => {
      const passed = await testCredential(services, family, agreed);
      return { state: await describeOneFamily(services, family), passed };
    },
    'credential.remove': async ({ family }) => {
      await changeCredentials((before) => before.filter((one) => one.family !== family));
      await memory.change((before) => forgetAccount(before, family));
      await services.emit('providers.changed', {});
      return describeOneFamily(services, family);
    },
  };
}

/** What is `null` in the patch is gone afterwards; what is absent stays. */
function applyPatch(
  before: Credential,
  patch: Input<typeof providerCalls, 'credential.change'>['patch'],
): Credential {
  const entries = Object.entries({ ...before, ...omitUndefined(patch) });
  return credentialSchema.parse(Object.fromEntries(entries.filter(([, value]) => value !== null)));
}

/** The passphrase that seals the keys. */
export function createVaultHandlers(services: Services): VaultHandlers {
  const tell = async (change: Promise<void>) => {
    await change;
    await services.emit('providers.changed', {});
    await services.emit('accounts.changed', {});
    return {};
  };
  const tellOpen = async (change: Promise<void>) => {
    await tell(change);
    await findRooms(services).resumeAdding(services);
    await resumeStopped(services, 'vault-locked');
    return {};
  };
  return {
    'vault.find': async () => {
      const { isSealed, holdsOwnLogin, content } = await readVault();
      return { isSealed, holdsOwnLogin, isLocked: content === undefined };
    },
    'vault.seal': ({ passphrase }) => tell(sealVault(passphrase)),
    'vault.unlock': ({ passphrase }) => tellOpen(unlockVault(passphrase)),
    'vault.lock': async () => {
      // The browser's own login lies aside in the vault then: it could not be put back.
      if ((await readSavedLogins())?.adding) throw new AppError('adding-unfinished');
      return tell(lockVault());
    },
    'vault.unseal': ({ passphrase }) => tellOpen(unsealVault(passphrase)),
    'vault.discard': async () => {
      // What can still be put back is; what is locked is given up.
      await endAccounts(services);
      return tell(dropVault());
    },
  };
}
