import { signal, type ReadonlySignal } from '@preact/signals';
import type { AccountList } from '../../model/accounts/account-list';
import type { Ports } from '../shell/ports';
import { LOADING, toFailed, type Async } from '../stores/async';
import { createRefresher } from '../stores/create-refresher';

export interface AccountsStore {
  readonly list: ReadonlySignal<Async<AccountList>>;
  refresh(): Promise<void>;
}

/** What pages may know of saved logins, read again whenever something of it changed. */
export function createAccountsStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  until: AbortSignal,
): AccountsStore {
  const list = signal<Async<AccountList>>(LOADING);
  const refresh = createRefresher(async (isStale) => {
    try {
      const value = await ports.client('account.list', {});
      if (!isStale()) list.value = { state: 'ready', value };
    } catch (thrown) {
      if (!isStale()) list.value = toFailed(thrown);
    }
  });
  for (const event of ['accounts.changed', 'settings.changed', 'page.changed'] as const) {
    ports.onEvent(event, () => void refresh(), until);
  }
  void refresh();
  return { list, refresh };
}
