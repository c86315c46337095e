import type { LedgerEntry } from '../../model/providers/ledger';
import { addPrice } from '../../model/providers/price';
import type { Amounts } from '../../model/providers/price';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import { startOf } from '../../lib/start-of';
import type { Clock } from '../clock';

/** Where entries lie. Sums are of what was charged for and has a price. */
export interface LedgerStore {
  put(entry: LedgerEntry): Promise<void>;
  sumSince(at: number): Promise<Amounts>;
  sumJob(jobId: string): Promise<Amounts>;
  countBilledSince(family: ProviderFamily, at: number): Promise<number>;
}

export type SpentSums = ReturnType<typeof createSpentSums>;

/** Sums on the disk, read once and kept up with from then on: nobody else writes them. */
export function createSpentSums(store: LedgerStore, clock: Pick<Clock, 'now'>) {
  let day: { since: number; amounts: Amounts } | undefined;
  const jobs = new Map<string, Amounts>();
  const months = new Map<ProviderFamily, { since: number; count: number }>();
  /** Written as charged for, though nobody knows yet: what is set aside for them stands for them. */
  const open = new Map<string, LedgerEntry>();
  const withoutOpen = (amounts: Amounts, isMeant: (entry: LedgerEntry) => boolean) =>
    [...open.values()]
      .filter(isMeant)
      .reduce((sum, { price }) => (price ? addPrice(sum, price, -1) : sum), amounts);
  return {
    today: async (): Promise<Amounts> => {
      const since = startOf('day', clock.now());
      if (day?.since !== since) {
        const all = await store.sumSince(since);
        day = { since, amounts: withoutOpen(all, ({ at }) => at >= since) };
      }
      return day.amounts;
    },
    ofJob: async (jobId: string): Promise<Amounts> => {
      const known =
        jobs.get(jobId) ?? withoutOpen(await store.sumJob(jobId), (entry) => entry.jobId === jobId);
      jobs.set(jobId, known);
      return known;
    },
    month: async (family: ProviderFamily): Promise<number> => {
      const since = startOf('month', clock.now());
      const known = months.get(family);
      if (known?.since === since) return known.count;
      const count = await store.countBilledSince(family, since);
      // Those that are open count: nobody has set credits aside for them.
      months.set(family, { since, count });
      return count;
    },
    setOpen: (entry: LedgerEntry) => {
      open.set(entry.entryId, entry);
      const month = months.get(entry.family);
      if (month && entry.at >= month.since) months.set(entry.family, { ...month, count: month.count + 1 });
    },
    add: (entry: LedgerEntry) => {
      const wasOpen = open.delete(entry.entryId);
      const month = months.get(entry.family);
      if (month && wasOpen && !entry.billed) months.set(entry.family, { ...month, count: month.count - 1 });
      if (!entry.billed || !entry.price) return;
      if (day && entry.at >= day.since) day = { ...day, amounts: addPrice(day.amounts, entry.price) };
      const ofJob = entry.jobId === undefined ? undefined : jobs.get(entry.jobId);
      if (entry.jobId !== undefined && ofJob) jobs.set(entry.jobId, addPrice(ofJob, entry.price));
    },
    forget: () => {
      day = undefined;
      jobs.clear();
      months.clear();
    },
  };
}
