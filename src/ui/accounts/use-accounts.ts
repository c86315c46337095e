import { useEffect, useState } from 'preact/hooks';
import { useUi } from '../shell/ui-context';
import { createAccountsStore } from './create-accounts-store';
import type { AccountsStore } from './create-accounts-store';

/** The saved logins, as long as the component that asks is there. */
export function useAccounts(): AccountsStore {
  const { ports } = useUi();
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createAccountsStore(ports, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  return store;
}
