import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Estimate } from '../../../model/providers/run';
import type { Async } from '../../stores/async';

export interface PricedPress {
  readonly press: () => void;
  /** Pressed, and the price is not there yet. */
  readonly isWaiting: boolean;
}

/**
 * A press that spends. Once the price is there it asks at once, as agreed to. Before that it waits for the price and then
 * asks a single time, as not agreed to, since nothing was to be seen: a known price goes through, an unknown one comes back
 * as a question to the user. Another question drops what waits. `key` tells questions apart; absent: there is none.
 */
export function usePricedPress(
  estimate: ReadonlySignal<Async<Estimate> | undefined>,
  key: string | undefined,
  onAsk: (agreed: boolean) => void,
): PricedPress {
  const waiting = useSignal<string | undefined>(undefined);
  const now = estimate.value;
  const isPriced = now !== undefined && now.state !== 'loading';
  useEffect(() => {
    if (waiting.value === undefined) return;
    if (waiting.value !== key) {
      waiting.value = undefined;
      return;
    }
    if (!isPriced) return;
    waiting.value = undefined;
    onAsk(false);
  }, [key, isPriced, waiting.value]);
  return {
    isWaiting: waiting.value !== undefined && waiting.value === key,
    press: () => {
      if (key === undefined) return;
      if (now?.state === 'ready') onAsk(true);
      else if (isPriced) onAsk(false);
      else waiting.value = key;
    },
  };
}
