import { signal, type ReadonlySignal } from '@preact/signals';
import type { FamilyState } from '../../../model/providers/provider-state';
import type { Ports } from '../../shell/ports';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

export interface VaultState {
  readonly isSealed: boolean;
  readonly isLocked: boolean;
  /** The browser's own login lies aside in there. */
  readonly holdsOwnLogin: boolean;
}

export interface ProvidersStore {
  readonly families: ReadonlySignal<Async<readonly FamilyState[]>>;
  readonly vault: ReadonlySignal<Async<VaultState>>;
  refresh(): Promise<void>;
  /** What a call answered of one family, shown at once. */
  put(state: FamilyState): void;
}

/** What pages may know of the families and of the seal on their keys, read again whenever something of it changed. */
export function createProvidersStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  until: AbortSignal,
): ProvidersStore {
  const families = signal<Async<readonly FamilyState[]>>(LOADING);
  const vault = signal<Async<VaultState>>(LOADING);
  const refresh = createRefresher(async (isStale) => {
    const [list, seal] = await Promise.allSettled([
      ports.client('provider.list', {}),
      ports.client('vault.find', {}),
    ]);
    if (isStale()) return;
    families.value = list.status === 'rejected' ? toFailed(list.reason) : toList(list.value);
    vault.value = seal.status === 'rejected' ? toFailed(seal.reason) : { state: 'ready', value: seal.value };
  });
  for (const event of ['providers.changed', 'ledger.changed', 'settings.changed'] as const) {
    ports.onEvent(event, () => void refresh(), until);
  }
  void refresh();
  return {
    families,
    vault,
    refresh,
    put(state) {
      if (families.value.state !== 'ready') return;
      families.value = toList(families.value.value.map((one) => (one.family === state.family ? state : one)));
    },
  };
}

const toList = (list: readonly FamilyState[]): Async<readonly FamilyState[]> =>
  list.length === 0 ? EMPTY : { state: 'ready', value: list };
