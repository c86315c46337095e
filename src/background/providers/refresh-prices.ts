import { AppError } from '../../model/errors';
import type { ProviderMemory } from '../../model/providers/kept/provider-memory';
import type { Services } from '../services';

const WEEK_MS = 7 * 86_400_000;

/**
 * Asks TikHub, for free, what its endpoints cost: those of the series that are on, where it has not said so within a
 * week. Ends with the first failure, so that a vendor who has had enough is left in peace; what was said until then is
 * kept.
 */
export async function refreshPrices(services: Pick<Services, 'providers' | 'settings'>): Promise<void> {
  const { gateway, memory, series, clock } = services.providers;
  const { off } = (await services.settings()).providers;
  const { prices } = await memory.read();
  const isDue = (path: string) => (prices[path]?.at ?? 0) < clock.now() - WEEK_MS;
  const paths = series
    .filter(({ id, family }) => family === 'tikhub' && !off.includes(id))
    .flatMap(({ operations }) => Object.values(operations).flatMap((doors) => doors.map(({ path }) => path)))
    .filter((path) => !path.startsWith('/api/v1/tikhub/'));
  const told: Record<string, ProviderMemory['prices'][string]> = {};
  try {
    for (const endpoint of new Set(paths.filter(isDue))) {
      const terms = { runId: crypto.randomUUID(), agreed: false, only: 'tikhub' as const };
      const { value, report } = await gateway.call('account.price', { endpoint }, terms);
      told[endpoint] = { price: value, at: report.at };
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
  } finally {
    if (Object.keys(told).length > 0) {
      await memory.change((before) => ({ ...before, prices: { ...before.prices, ...told } }));
    }
  }
}
