import { AppError } from '../../model/errors';
import type { SavedAccount, SavedLogins } from '../../model/accounts/saved-account';
import { readSavedLogins } from '../../storage/vault/saved-logins';
import type { Services } from '../services';

type Own = Pick<Services, 'settings' | 'logins'>;

/** Whether several accounts are switched on, and the browser lets us. */
export async function mayUseAccounts({ settings, logins }: Own): Promise<boolean> {
  return (await settings()).accounts !== null && (await logins.isAllowed());
}

/** `accounts-off` unless they are. */
export async function demandAccounts(services: Own): Promise<void> {
  if (!(await mayUseAccounts(services))) throw new AppError('accounts-off');
}

/** The saved logins. `accounts-off`, `vault-locked`. */
export async function demandLogins(services: Own): Promise<SavedLogins> {
  await demandAccounts(services);
  const logins = await readSavedLogins();
  if (!logins) throw new AppError('vault-locked');
  return logins;
}

/** The saved login under which somebody is to act. `account-unknown`, `account-suspended`, and as `demandLogins`. */
export async function demandActive(services: Own, viewerId: string): Promise<SavedAccount> {
  const { accounts } = await demandLogins(services);
  const account = accounts.find(({ userId }) => userId === viewerId);
  if (!account) throw new AppError('account-unknown', { details: { account: viewerId } });
  if (account.status !== 'active') throw new AppError('account-suspended');
  return account;
}

/** The saved login of that name or id; names go first. */
export function findSaved({ accounts }: SavedLogins, nameOrId: string): SavedAccount | undefined {
  return accounts.find(({ name }) => name === nameOrId) ?? accounts.find(({ userId }) => userId === nameOrId);
}
