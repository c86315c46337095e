import type { SavedAccount } from '../../model/accounts/saved-account';
import { AppError } from '../../model/errors';
import type { Services } from '../services';
import { demandLogins, findSaved, mayUseAccounts } from './demand-accounts';
import { findOwnLogin } from './find-own-login';

/** Who is to act: the site's id, and the name under which a login was saved. */
export interface Actor {
  readonly viewerId: string;
  readonly account?: string;
}

/** Whom a command names. */
export interface NamedAccounts {
  readonly account?: string | undefined;
  readonly accounts?: readonly string[] | 'all' | undefined;
  /** Of several accounts: those the user has confirmed, one by one. */
  readonly confirmed?: readonly string[] | undefined;
}

/**
 * The accounts that a command names, in its order, each once; nobody named: the one that is logged in. `login-wanted`,
 * `account-unknown`, `account-suspended`, `vault-locked`, and `accounts-unconfirmed` where one of several was not confirmed.
 */
export async function listActors(
  services: Pick<Services, 'settings' | 'logins' | 'tracker'>,
  { account, accounts, confirmed = [] }: NamedAccounts,
): Promise<readonly Actor[]> {
  const names = accounts ?? (account === undefined ? [] : [account]);
  const own = await findOwnLogin(services);
  if (names.length === 0) {
    if (!own) throw new AppError('login-wanted');
    return [{ viewerId: own.userId }];
  }
  const actors = names === 'all' ? await listAll(services) : await listNamed(services, names, own?.userId);
  const once = [...new Map(actors.map((actor) => [actor.viewerId, actor])).values()];
  if (once.length > 1) for (const actor of once) demandConfirmed(actor, confirmed);
  return once;
}

async function listAll(services: Pick<Services, 'settings' | 'logins'>): Promise<Actor[]> {
  const { accounts } = await demandLogins(services);
  const active = accounts.filter(({ status }) => status === 'active');
  if (active.length === 0) throw new AppError('account-unknown', { details: { account: 'all' } });
  return active.map(toActor);
}

async function listNamed(
  services: Pick<Services, 'settings' | 'logins'>,
  names: readonly string[],
  ownId: string | undefined,
): Promise<Actor[]> {
  const isOff = !(await mayUseAccounts(services));
  const actors: Actor[] = [];
  for (const name of names) {
    const saved = isOff ? undefined : findSaved(await demandLogins(services), name);
    if (saved?.status === 'suspended')
      throw new AppError('account-suspended', { details: { account: name } });
    if (!saved && name !== ownId) throw new AppError('account-unknown', { details: { account: name } });
    actors.push(saved ? toActor(saved) : { viewerId: name });
  }
  return actors;
}

const toActor = ({ userId, name }: SavedAccount): Actor => ({ viewerId: userId, account: name });

function demandConfirmed({ viewerId, account }: Actor, confirmed: readonly string[]): void {
  const isConfirmed = confirmed.some((name) => name === viewerId || name === account);
  if (!isConfirmed) throw new AppError('accounts-unconfirmed', { details: { account: account ?? viewerId } });
}
