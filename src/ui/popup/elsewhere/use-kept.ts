import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useUi } from '../../shell/ui-context';
import { LOADING, toAsync, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

/** Reads something that is kept, and reads it again whenever notes come or go. `undefined`: there is nothing. */
export function useKept<Value>(read: () => Promise<Value | undefined>): {
  readonly of: Async<Value>;
  readonly retry: () => void;
} {
  const { ports, signal } = useUi();
  const kept = useSignal<Async<Value>>(LOADING);
  const refresh = useMemo(
    () =>
      createRefresher(async (isStale) => {
        let next: Async<Value>;
        try {
          next = toAsync(await read());
        } catch (thrown) {
          next = toFailed(thrown);
        }
        if (!isStale()) kept.value = next;
      }),
    [],
  );
  useEffect(() => {
    const gone = new AbortController();
    signal.addEventListener('abort', () => gone.abort(), { once: true });
    ports.onEvent('note.changed', () => void refresh(), gone.signal);
    ports.onEvent('stored.removed', () => void refresh(), gone.signal);
    void refresh();
    return () => gone.abort();
  }, []);
  return { of: kept.value, retry: () => void refresh() };
}
