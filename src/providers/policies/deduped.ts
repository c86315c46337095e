import { AppError } from '../../model/errors';
import { ProviderError } from '../../model/providers/provider-error';
import type { Answer, Call, Question } from './call';
import { toCanonicalKey } from './canonical-key';

interface Shared {
  readonly answer: Promise<Answer>;
  /** Who asked first: the attempts are made in that one's name. */
  readonly asker: Question;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * Two that ask the same at the same time wait for one call. It is stopped when the last of them no longer waits; one
 * that gives up gets `cancelled` at once. What it cost is told to who asked first; who failed, and under which run the
 * attempts are in the ledger, to all. Whether an unknown price was agreed to tells no two questions apart, else both would
 * be paid for; only who has agreed is not refused with one who has not, nor one job for the budget of another.
 */
export function deduped(next: Call): Call {
  const underway = new Map<string, Shared>();
  return (question) => {
    const { agreed, only, maxAgeMs } = question.terms;
    const { tally } = question;
    const rest = JSON.stringify([only, maxAgeMs, toCanonicalKey(question)]);
    const [own, other] = [`${String(agreed)} ${rest}`, `${String(!agreed)} ${rest}`];
    const ask = () => join(underway.get(own) ?? start(own));
    const asked = underway.get(own) ?? underway.get(other);
    if (!asked) return ask();
    return join(asked).catch((thrown: unknown) => {
      if (isOnlyTheirs(thrown, asked.asker, question)) return ask();
      throw thrown;
    });

    function join(shared: Shared): Promise<Answer> {
      shared.waiting += 1;
      const { asker } = shared;
      tally.runId = asker.terms.runId;
      const told = shared.answer.finally(() => {
        if (asker.tally !== tally) tally.failed.push(...asker.tally.failed);
      });
      return waitFor({ shared, told }, question.terms.signal);
    }

    function start(sharedKey: string): Shared {
      const stop = new AbortController();
      const answer = next({ ...question, terms: { ...question.terms, signal: stop.signal } });
      const made: Shared = { answer, asker: question, stop, waiting: 0 };
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

/** Why who asked first was refused without anybody having been asked, which does not hold for this one. */
function isOnlyTheirs(thrown: unknown, { terms: theirs }: Question, { terms }: Question): boolean {
  if (!(thrown instanceof AppError)) return false;
  if (thrown.code === 'price-unknown') return terms.agreed && !theirs.agreed;
  if (thrown.code !== 'budget-reached' || thrown.details['scope'] !== 'job') return false;
  return terms.jobId !== theirs.jobId || terms.jobBudget !== theirs.jobBudget;
}

async function waitFor(
  { shared, told }: { readonly shared: Shared; readonly told: Promise<Answer> },
  signal: AbortSignal | undefined,
): Promise<Answer> {
  let giveUp: (() => void) | undefined;
  const given = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(new ProviderError('cancelled'));
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([told, given]);
  } finally {
    if (giveUp) signal?.removeEventListener('abort', giveUp);
    shared.waiting -= 1;
    if (shared.waiting === 0) shared.stop.abort();
  }
}
