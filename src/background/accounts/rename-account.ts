import { AppError } from '../../model/errors';
import { changeSavedLogins } from '../../storage/vault/saved-logins';
import type { Services } from '../services';
import { demandLogins, findSaved } from './demand-accounts';
import { findRooms } from './rooms/find-rooms';

/** Gives a saved account another name. `account-unknown`, `account-name-taken`. */
export async function renameAccount(services: Services, nameOrId: string, name: string): Promise<void> {
  const found = findSaved(await demandLogins(services), nameOrId);
  if (!found) throw new AppError('account-unknown', { details: { account: nameOrId } });
  await changeSavedLogins((before) => {
    const others = before.accounts.filter(({ userId }) => userId !== found.userId);
    const names = [...others.flatMap((one) => [one.name, one.userId]), before.adding?.name];
    if (names.includes(name)) throw new AppError('account-name-taken', { details: { account: name } });
    return {
      ...before,
      accounts: before.accounts.map((one) => (one.userId === found.userId ? { ...one, name } : one)),
    };
  });
  await findRooms(services).rename(services, found, name);
  await services.emit('accounts.changed', {});
}
