import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../../shell/ui-context';
import { LOADING, toFailed, type Async } from '../../stores/async';

/** Rest after the last change of the question: nobody is asked, but every key stroke would wake the background. */
const REST_MS = 250;

/**
 * An estimate, kept up with the question, the keys, the settings and what was spent. `undefined`: there is no question
 * yet. While a further one is estimated, the estimate before it is gone. Two questions that read alike are one.
 */
export function useKeptEstimate<Question, Estimate>(
  question: Question | undefined,
  ask: (question: Question) => Promise<Estimate>,
  restMs = REST_MS,
): ReadonlySignal<Async<Estimate> | undefined> {
  const { ports } = useUi();
  const estimate = useSignal<Async<Estimate> | undefined>(undefined);
  const key = question === undefined ? undefined : JSON.stringify(question);
  useEffect(() => {
    if (question === undefined) {
      estimate.value = undefined;
      return;
    }
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askNow = async () => {
      let next: Async<Estimate>;
      try {
        next = { state: 'ready', value: await ask(question) };
      } catch (thrown) {
        next = toFailed(thrown);
      }
      if (!left.signal.aborted) estimate.value = next;
    };
    const askSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void askNow(), restMs);
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
