import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Output } from '../../messaging/contract';
import type { UiToBackground } from '../../messaging/ui-to-background/schemas';
import { useUi } from '../shell/ui-context';
import { LOADING, toFailed, type Async } from '../stores/async';
import { createRefresher } from '../stores/create-refresher';

export type StoredAmount = Output<UiToBackground, 'storage.measure'>;

/** What is stored and how large it is; measured again when something was removed. */
export function useStoredAmount(): {
  amount: ReadonlySignal<Async<StoredAmount>>;
  measure: () => Promise<void>;
} {
  const { ports, signal } = useUi();
  const amount = useSignal<Async<StoredAmount>>(LOADING);
  const measure = useMemo(
    () =>
      createRefresher(async (isStale) => {
        let next: Async<StoredAmount>;
        try {
          next = { state: 'ready', value: await ports.client('storage.measure', {}) };
        } catch (thrown) {
          next = toFailed(thrown);
        }
        if (!isStale()) amount.value = next;
      }),
    [],
  );
  useEffect(() => {
    ports.onEvent('stored.removed', () => void measure(), signal);
    void measure();
  }, []);
  return { amount, measure };
}
