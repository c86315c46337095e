import type { LedgerEntry } from '../../model/providers/ledger';
import { addPrice } from '../../model/providers/price';
import type { Amounts } from '../../model/providers/price';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import { startOf } from '../../lib/start-of';
import type { Clock } from '../clock';

/** A key, told apart from others of its family that were there before it. */
export interface KeyOfFamily {
  readonly family: ProviderFamily;
  readonly keyPrint: string;
}

/** Where entries lie. Sums are of what was charged for and has a price. */
export interface LedgerStore {
  put(entry: LedgerEntry): Promise<void>;
  sumSince(at: number): Promise<Amounts>;
  sumJob(jobId: string): Promise<Amounts>;
  /** Entries of the family that do not say with which key count for every key. */
  countBilledSince(key: KeyOfFamily, at: number): Promise<number>;
}

export type SpentSums = ReturnType<typeof createSpentSums>;

/** Sums on the disk, read once and kept up with from then on: nobody else writes them. */
export function createSpentSums(store: LedgerStore, clock: Pick<Clock, 'now'>) {
  let day: { since: number; amounts: Amounts } | undefined;
  const jobs = new Map<string, Amounts>();
  const months = new Map<string, { since: number; count: number }>();
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
    /**
     * Calls with this key that were charged for since the month began. No vendor says when its month begins, so it is that
     * of the calendar, in local time.
     */
    month: async (key: KeyOfFamily): Promise<number> => {
      const since = startOf('month', clock.now());
      const known = months.get(key.keyPrint);
      if (known?.since === since) return known.count;
      const all = await store.countBilledSince(key, since);
      const opened = [...open.values()].filter(
        ({ keyPrint, billed, at }) => keyPrint === key.keyPrint && billed && at >= since,
      );
      const count = all - opened.length;
      months.set(key.keyPrint, { since, count });
      return count;
    },
    setOpen: (entry: LedgerEntry) => {
      open.set(entry.entryId, entry);
    },
    add: (entry: LedgerEntry) => {
      open.delete(entry.entryId);
      if (!entry.billed) return;
      const { keyPrint = '' } = entry;
      const month = months.get(keyPrint);
      if (month && entry.at >= month.since) months.set(keyPrint, { ...month, count: month.count + 1 });
      if (!entry.price) return;
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
