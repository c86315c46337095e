import * as z from 'zod/mini';
import { operationNameSchema } from './operation';
import { priceSchema, type Amounts } from './price';
import { PROVIDER_FAMILIES, PROVIDER_IDS } from './provider.catalog';
import { PROVIDER_ERROR_KINDS } from './provider-error';

/** One attempt, as the ledger keeps it: what was asked of whom, how it ended, what it cost. */
export const ledgerEntrySchema = z.object({
  /** Sorts by time: `<ms, 13 digits>-<number in that ms>`. */
  entryId: z.string(),
  at: z.number(),
  /** Attempts that served one question carry one run id. */
  runId: z.string(),
  jobId: z.optional(z.string()),
  family: z.enum(PROVIDER_FAMILIES),
  provider: z.enum(PROVIDER_IDS),
  operation: operationNameSchema,
  /** Path of the endpoint, without query. */
  endpoint: z.string(),
  durationMs: z.number(),
  status: z.optional(z.number()),
  outcome: z.union([z.literal('ok'), z.enum(PROVIDER_ERROR_KINDS)]),
  reason: z.optional(z.string()),
  requestId: z.optional(z.string()),
  /** `own`: answered from this browser; `vendor`: read again for free at the vendor. */
  cached: z.optional(z.enum(['own', 'vendor'])),
  billed: z.boolean(),
  /** Absent though billed: nobody knows the price. */
  price: z.optional(priceSchema),
});

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** Which attempts to look at; what is not named does not matter. Times are epoch ms, `until` not included. */
export interface LedgerFilter {
  readonly since?: number;
  readonly until?: number;
  readonly provider?: LedgerEntry['provider'];
  readonly operation?: LedgerEntry['operation'];
  readonly jobId?: string;
  /** `failed`: every outcome but `ok`. */
  readonly outcome?: 'ok' | 'failed';
}

/** Attempts of one day (local time), provider, operation and job, added up. */
export interface LedgerSum {
  /** `2026-03-01` */
  readonly day: string;
  readonly provider: LedgerEntry['provider'];
  readonly operation: LedgerEntry['operation'];
  /** Absent: of no job. */
  readonly jobId?: string;
  /** Answers from this browser's own cache are no calls. */
  readonly calls: number;
  readonly failed: number;
  readonly billed: number;
  readonly cost: Amounts;
  /** Billed calls whose price nobody knows; they are not in `cost`. */
  readonly unknownPrices: number;
}

/** What pages read of the ledger. Failures are `AppError`s. */
export interface LedgerReaders {
  /** The newest first; `before`: only what is older than that entry. */
  listLedger(options: {
    readonly limit: number;
    readonly before?: string;
    readonly filter?: LedgerFilter;
  }): Promise<LedgerEntry[]>;
  /** The newest day first. */
  sumLedger(filter: LedgerFilter): Promise<LedgerSum[]>;
  /** The attempts of one run in their order. */
  findRun(runId: string): Promise<LedgerEntry[]>;
}
