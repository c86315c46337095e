import { createRepositories } from '../../storage/repositories/create-repositories';
import { endStoring } from '../gate';
import type { Services } from '../services';

/** So long what is under way may take to come to its end, ms; what is paid for is not thrown away. */
const PATIENCE_MS = 10_000;

/**
 * Removes things while nothing is under way that could bring them back. `before` takes them out of the jobs, of which none
 * begins a step until all is over; then what is under way is let come to its end and be stored, so that `remove` finds
 * it, too, and no job asks for it again. Answers of providers that are kept are cleared: nobody knows what stands in them.
 */
export function whileStill<Value>(
  services: Services,
  before: () => Promise<unknown>,
  remove: () => Promise<Value>,
): Promise<Value> {
  return services.jobs.whileStill(async (over) => {
    await before();
    const patience = AbortSignal.timeout(PATIENCE_MS);
    await over(patience);
    await Promise.race([services.providers.callsOver(), aborted(patience)]);
    await endStoring();
    const value = await remove();
    await services.connection.write((transaction) => createRepositories(transaction).responses.clear());
    return value;
  });
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
