import * as z from 'zod/mini';
import { createQueue } from '../../lib/create-queue';
import { AppError } from '../../model/errors';
import { OPERATION_NAMES } from '../../model/providers/operation';
import type { OperationName } from '../../model/providers/operation';
import { readArea, writeArea } from '../../platform/storage-area';
import { findDoors } from '../../providers/targets/find-doors';
import type { Services } from '../services';

type Own = Pick<Services, 'providers' | 'settings'>;

/** What such a question costs is documented nowhere, so an endpoint's price is asked for no sooner again, whatever came of it. */
const PATIENCE_MS = 86_400_000;

/** When each endpoint's price was asked for last; in `storage.local`, written in turn, and gone once it is as old as that. */
const KEY = 'price-look-ups';
const queue = createQueue();
const lookUpsSchema = z.record(z.string(), z.number());

/**
 * Asks TikHub what these endpoints cost, one after the other, where the user has entered no price and the vendor was not
 * asked within a day, in this life of the browser or an earlier one. Nobody waits for it and nothing depends on it: it ends with the first failure, so that a vendor
 * who has had enough is left in peace, and no failure stands against the key or the vendor. What was said until then is
 * kept.
 */
export async function refreshPrices(services: Own, endpoints: readonly string[]): Promise<void> {
  const { gateway, memory } = services.providers;
  for (const endpoint of new Set(endpoints)) {
    if (!(await takeTurn(services, endpoint))) continue;
    try {
      const terms = { runId: crypto.randomUUID(), agreed: true, only: 'tikhub' as const, quiet: true };
      const { value, report } = await gateway.call('account.price', { endpoint }, terms);
      const told = { [endpoint]: { price: value, at: report.at } };
      await memory.change((before) => ({ ...before, prices: { ...before.prices, ...told } }));
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      return;
    }
  }
}

/** What is asked first of TikHub in the order of the settings: one series for each operation, by all of its endpoints for it. */
export async function listUsedEndpoints(services: Own): Promise<string[]> {
  const { order, orderOf, off } = (await services.settings()).providers;
  const { series } = services.providers;
  const findFirst = (operation: OperationName) =>
    (orderOf[operation] ?? order)
      .filter((id) => !off.includes(id))
      .map((id) => series.find((one) => one.id === id))
      .find((one) => one !== undefined && findDoors(one, operation).length > 0);
  return OPERATION_NAMES.filter((name) => !name.startsWith('account.')).flatMap((operation) => {
    const first = findFirst(operation);
    return first?.family === 'tikhub' ? findDoors(first, operation).map(({ path }) => path) : [];
  });
}

/** Whether the endpoint's price is to be asked for now; who gets a yes asks, and nobody else for a while. */
function takeTurn({ providers, settings }: Own, endpoint: string): Promise<boolean> {
  return queue(async () => {
    const now = providers.clock.now();
    const [{ prices }, { enteredPrices }] = [await providers.memory.read(), (await settings()).providers];
    const isEntered = enteredPrices[endpoint] !== undefined || enteredPrices['tikhub'] !== undefined;
    if (isEntered || isRecent(prices[endpoint]?.at, now)) return false;
    const stored = z.safeParse(lookUpsSchema, await readArea('local', KEY));
    const asked = Object.entries(stored.success ? stored.data : {}).filter(([, at]) => isRecent(at, now));
    if (asked.some(([path]) => path === endpoint)) return false;
    await writeArea('local', KEY, Object.fromEntries([...asked, [endpoint, now]]));
    return true;
  });
}

/** A moment in the future shows that the clock was set back, and counts as none. */
const isRecent = (at: number | undefined, now: number): boolean =>
  at !== undefined && at > now - PATIENCE_MS && at <= now;
