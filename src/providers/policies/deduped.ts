import { AppError } from '../../model/errors';
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
 * that gives up gets `cancelled` at once. What it cost is told to who asked first. Whether an unknown price was agreed to
 * tells no two questions apart, else both would be paid for; only who has agreed is not refused with one who has not.
 */
export function deduped(next: Call): Call {
  const underway = new Map<string, Shared>();
  return (question) => {
    const { agreed, only, maxAgeMs } = question.terms;
    const rest = JSON.stringify([only, maxAgeMs, toCanonicalKey(question)]);
    const [own, other] = [`${String(agreed)} ${rest}`, `${String(!agreed)} ${rest}`];
    const ask = () => join(underway.get(own) ?? start(own));
    const asked = underway.has(own) ? undefined : underway.get(other);
    if (!asked) return ask();
    return join(asked).catch((thrown: unknown) => {
      if (agreed && thrown instanceof AppError && thrown.code === 'price-unknown') return ask();
      throw thrown;
    });

    function join(shared: Shared): Promise<Answer> {
      shared.waiting += 1;
      return waitFor(shared, question.terms.signal);
    }

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
