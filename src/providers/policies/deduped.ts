import { ProviderError } from '../../model/providers/provider-error';
import type { Answer, Call } from './call';
import { toCanonicalKey } from './canonical-key';

interface Shared {
  readonly answer: Promise<Answer>;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * Two that ask the same at the same time wait for one call. It is stopped when the last of them no longer waits; one
 * that gives up gets `cancelled` at once. What it cost is told to who asked first.
 */
export function deduped(next: Call): Call {
  const underway = new Map<string, Shared>();
  return (question) => {
    // Who has agreed to an unknown price is not refused with one who has not, nor given what is too old.
    const { agreed, only, maxAgeMs } = question.terms;
    const key = JSON.stringify([agreed, only, maxAgeMs, toCanonicalKey(question)]);
    const shared = underway.get(key) ?? start(key);
    shared.waiting += 1;
    return waitFor(shared, question.terms.signal);

    function start(sharedKey: string): Shared {
      const stop = new AbortController();
      const answer = next({ ...question, terms: { ...question.terms, signal: stop.signal } });
      const made: Shared = { answer, stop, waiting: 0 };
      underway.set(sharedKey, made);
      const end = () => {
        if (underway.get(sharedKey) === made) underway.delete(sharedKey);
      };
      answer.then(end, end);
      stop.signal.addEventListener('abort', end, { once: true });
      return made;
    }
  };
}

async function waitFor(shared: Shared, signal: AbortSignal | undefined): Promise<Answer> {
  let giveUp: (() => void) | undefined;
  const given = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(new ProviderError('cancelled'));
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([shared.answer, given]);
  } finally {
    if (giveUp) signal?.removeEventListener('abort', giveUp);
    shared.waiting -= 1;
    if (shared.waiting === 0) shared.stop.abort();
  }
}
