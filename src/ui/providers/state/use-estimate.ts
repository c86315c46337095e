import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OperationName } from '../../../model/providers/operation';
import type { Estimate } from '../../../model/providers/run';
import { useUi } from '../../shell/ui-context';
import { LOADING, toFailed, type Async } from '../../stores/async';

/** What is to be asked; `calls` of that kind, one unless said. */
export interface Question {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly calls?: number;
}

/** Rest after the last change of the question: nobody is asked, but every key stroke would wake the background. */
const REST_MS = 250;

/**
 * What a question will cost, kept up with the question, the keys, the settings and what was spent. `undefined`: there
 * is no question yet. While a further one is estimated, the estimate before it is gone.
 */
export function useEstimate(question: Question | undefined): ReadonlySignal<Async<Estimate> | undefined> {
  const { ports } = useUi();
  const estimate = useSignal<Async<Estimate> | undefined>(undefined);
  const key = question === undefined ? undefined : JSON.stringify(question);
  useEffect(() => {
    if (key === undefined) {
      estimate.value = undefined;
      return;
    }
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      let next: Async<Estimate>;
      try {
        next = { state: 'ready', value: await ports.client('operation.estimate', JSON.parse(key) as never) };
      } catch (thrown) {
        next = toFailed(thrown);
      }
      if (!left.signal.aborted) estimate.value = next;
    };
    const askSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), REST_MS);
    };
    estimate.value = LOADING;
    askSoon();
    for (const event of ['providers.changed', 'ledger.changed', 'settings.changed'] as const) {
      ports.onEvent(event, askSoon, left.signal);
    }
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [key]);
  return estimate;
}
