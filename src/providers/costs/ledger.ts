import { createQueue } from '../../lib/create-queue';
import { AppError } from '../../model/errors';
import type { LedgerEntry } from '../../model/providers/ledger';
import { addPrice } from '../../model/providers/price';
import type { Amounts, Price } from '../../model/providers/price';
import type { Clock } from '../clock';
import { createSpentSums } from './spent-sums';
import type { KeyOfFamily, LedgerStore, SpentSums } from './spent-sums';

/** What one call would take. */
export interface Wanted {
  readonly price: Price | undefined;
  readonly jobId: string | undefined;
}

/** What is set aside for one call, until it is charged for or over. */
export interface Reservation extends Wanted {
  /** Which key it is sent with (`fingerprint`). */
  readonly keyPrint: string;
}

export interface Budgets {
  readonly daily: Amounts;
  readonly job: Amounts;
}

/**
 * Counts what is spent. Everything goes through one queue, so that of two calls at once both see what the other has set
 * aside, and an amount is never in two sums at a time.
 */
export interface Ledger {
  /** Sets a price aside. `budget-reached` where day or job would go over. An unknown price sets nothing aside. */
  reserve(wanted: Reservation, budgets: Budgets): Promise<Reservation>;
  /**
   * Sets one of the key's credits of this month aside with what is set aside already, once however often it is asked;
   * `false` where those used and those set aside leave none.
   */
  reserveCredit(reservation: Reservation, key: KeyOfFamily, perMonth: number): Promise<boolean>;
  /** Whether the price would still fit, this many times. */
  fits(wanted: Wanted, budgets: Budgets, calls: number): Promise<boolean>;
  release(reservation: Reservation): Promise<void>;
  /**
   * Writes an attempt before it is sent, as one that is charged for (unless it is known to be free) and was never
   * answered: should the worker die, that is what is known of it.
   */
  open(attempt: Omit<LedgerEntry, 'entryId' | 'outcome' | 'billed' | 'durationMs'>): Promise<LedgerEntry>;
  /** Writes how it ended. What is charged for is no longer set aside from then on. */
  close(entry: LedgerEntry, reservation: Reservation): Promise<void>;
  /** Writes what was answered or refused without sending anything. */
  note(entry: Omit<LedgerEntry, 'entryId'>): Promise<void>;
  /** Forgets the sums, which are counted anew from what lies on the disk by then: others have written or removed there. */
  forget(): Promise<void>;
}

export function createLedger(store: LedgerStore, clock: Pick<Clock, 'now'>): Ledger {
  const queue = createQueue();
  const sums = createSpentSums(store, clock);
  const reserved = new Set<Reservation>();
  const credits = createCredits(sums);
  const drop = (reservation: Reservation) => {
    reserved.delete(reservation);
    credits.release(reservation);
  };
  const toEntryId = createEntryIds();
  const findGap = createGapFinder(sums, reserved);
  return {
    reserve: (wanted, budgets) =>
      queue(async () => {
        const scope = await findGap(wanted, budgets, 1);
        if (scope && wanted.price) {
          throw new AppError('budget-reached', { details: { scope, currency: wanted.price.currency } });
        }
        const reservation = { ...wanted };
        reserved.add(reservation);
        return reservation;
      }),
    reserveCredit: (...wanted) => queue(() => credits.reserve(...wanted)),
    fits: (wanted, budgets, calls) =>
      queue(async () => (await findGap(wanted, budgets, calls)) === undefined),
    release: (reservation) =>
      queue(() => {
        drop(reservation);
        return Promise.resolve();
      }),
    open: (attempt) =>
      queue(async () => {
        const entry: LedgerEntry = {
          ...attempt,
          entryId: toEntryId(attempt.at),
          durationMs: 0,
          outcome: 'cancelled',
          reason: 'unanswered',
          billed: attempt.price?.amount !== 0,
        };
        await store.put(entry);
        sums.setOpen(entry);
        return entry;
      }),
    close: (entry, reservation) =>
      queue(async () => {
        // First what is counted here: a full disk keeps the entry as it was opened, and the sums right.
        sums.add(entry);
        if (entry.billed) drop(reservation);
        await store.put(entry);
      }),
    note: (entry) => queue(() => store.put({ ...entry, entryId: toEntryId(entry.at) })),
    forget: () =>
      queue(() => {
        sums.forget();
        return Promise.resolve();
      }),
  };
}

/** Credits that are set aside, by the reservation they go with. */
function createCredits(sums: SpentSums) {
  const held = new Set<Reservation>();
  return {
    reserve: async (reservation: Reservation, key: KeyOfFamily, perMonth: number): Promise<boolean> => {
      if (held.has(reservation)) return true;
      const others = [...held].filter(({ keyPrint }) => keyPrint === key.keyPrint);
      if ((await sums.month(key)) + others.length >= perMonth) return false;
      held.add(reservation);
      return true;
    },
    release: (reservation: Reservation) => held.delete(reservation),
  };
}

/** Which budget has no room for so many calls, given what is spent and set aside. */
function createGapFinder(sums: SpentSums, reserved: ReadonlySet<Reservation>) {
  return async (wanted: Wanted, budgets: Budgets, calls: number): Promise<'day' | 'job' | undefined> => {
    const { price, jobId } = wanted;
    if (!price) return undefined;
    const day = await sums.today();
    if (isOver(day, [...reserved], { price, calls, budget: budgets.daily })) return 'day';
    if (jobId === undefined) return undefined;
    const ofJob = [...reserved].filter((one) => one.jobId === jobId);
    const spent = await sums.ofJob(jobId);
    return isOver(spent, ofJob, { price, calls, budget: budgets.job }) ? 'job' : undefined;
  };
}

function isOver(
  spent: Amounts,
  reserved: readonly Reservation[],
  wanted: { readonly price: Price; readonly calls: number; readonly budget: Amounts },
): boolean {
  const { price, calls, budget } = wanted;
  const limit = budget[price.currency];
  if (limit === undefined || price.amount === 0) return false;
  const sum = reserved.reduce((amounts, one) => (one.price ? addPrice(amounts, one.price) : amounts), spent);
  return (addPrice(sum, price, calls)[price.currency] ?? 0) > limit;
}

/** Ids that sort by time; two of one millisecond by their number, whichever worker made them. */
function createEntryIds(): (at: number) => string {
  let last = 0;
  let number = Math.floor(Math.random() * 1_000);
  return (at) => {
    number = at === last ? number + 1 : number % 1_000;
    last = at;
    return `${String(at).padStart(13, '0')}-${String(number).padStart(5, '0')}`;
  };
}
