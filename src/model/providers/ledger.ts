import * as z from 'zod/mini';
import { operationNameSchema } from './operation';
import { priceSchema } from './price';
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
  /** With which key, as a mark that tells keys apart; absent where none was sent, and before 2026-11. */
  keyPrint: z.optional(z.string()),
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
