import * as z from 'zod/mini';
import { amountsSchema } from '../providers/price';
import type { Amounts } from '../providers/price';
import { addPrice, CURRENCIES } from '../providers/price';

/** How far a job is. Only ever added to, in the transaction that stores what it counts. */
export const jobProgressSchema = z.object({
  /** Items that are over, however they ended, of those known so far; more may become known. */
  itemsDone: z.number(),
  itemsKnown: z.number(),
  /** Of those over: the ones that did not end well. */
  itemsFailed: z.number(),
  /** Rows that this job has brought (comments, notes or people), each counted once. */
  rows: z.number(),
  /** Rows that came again within this job, and were counted once. */
  duplicates: z.number(),
  /** Rows the source says there are; absent: it does not say. */
  expectedRows: z.optional(z.number()),
  /** Rows by who brought them first. */
  sources: z.record(z.string(), z.number()),
  /** Answers that were paid for, their sum, and whether some have no known price. The ledger knows of failed ones too. */
  billedCalls: z.number(),
  cost: amountsSchema,
  hasUnknownPrice: z.boolean(),
  /** Attempts at providers that failed, on the way to an answer or for good. */
  failedAttempts: z.number(),
  /** Lists that were begun anew with another source. */
  restarts: z.number(),
  /** Threads that were opened in the page, of a job that loads there. */
  expansions: z.optional(z.number()),
});

export type JobProgress = z.infer<typeof jobProgressSchema>;

export const NO_PROGRESS: JobProgress = {
  itemsDone: 0,
  itemsKnown: 0,
  itemsFailed: 0,
  rows: 0,
  duplicates: 0,
  sources: {},
  billedCalls: 0,
  cost: {},
  hasUnknownPrice: false,
  failedAttempts: 0,
  restarts: 0,
};

/** What one step adds. */
export type ProgressGain = Partial<Omit<JobProgress, 'expectedRows' | 'expansions'>> & {
  /** Counts anew what there is; the larger word holds. */
  readonly expectedRows?: number | undefined;
  readonly expansions?: number | undefined;
};

export function addProgress(progress: JobProgress, gain: ProgressGain): JobProgress {
  const { expectedRows, expansions, sources = {}, cost = {}, hasUnknownPrice = false, ...counts } = gain;
  const added = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, progress[name as keyof typeof counts] + count]),
  );
  const expected = Math.max(progress.expectedRows ?? -1, expectedRows ?? -1);
  return {
    ...progress,
    ...added,
    sources: addSources(progress.sources, sources),
    cost: addAmounts(progress.cost, cost),
    hasUnknownPrice: progress.hasUnknownPrice || hasUnknownPrice,
    ...(expected < 0 ? {} : { expectedRows: expected }),
    ...(expansions === undefined ? {} : { expansions: (progress.expansions ?? 0) + expansions }),
  };
}

function addSources(before: JobProgress['sources'], gain: JobProgress['sources']): JobProgress['sources'] {
  const sources = { ...before };
  for (const [source, rows] of Object.entries(gain)) sources[source] = (sources[source] ?? 0) + rows;
  return sources;
}

export function addAmounts(before: Amounts, gain: Amounts): Amounts {
  let sum = before;
  for (const currency of CURRENCIES) {
    const amount = gain[currency];
    if (amount !== undefined) sum = addPrice(sum, { currency, amount });
  }
  return sum;
}
