import * as z from 'zod/mini';
import { amountsSchema } from './price';
import { PROVIDER_IDS } from './provider.catalog';
import { providerFailureSchema } from './provider-error';

/** How one question was answered: by whom, when it was true at the source, what it cost, and who failed before. */
export const runReportSchema = z.object({
  runId: z.string(),
  provider: z.enum(PROVIDER_IDS),
  endpoint: z.string(),
  /** When the provider gave the answer, epoch ms: earlier than now when it comes from a cache. */
  at: z.number(),
  cached: z.optional(z.enum(['own', 'vendor'])),
  /** Calls that the vendors charge for, and their sum; `hasUnknownPrice`: some are not in the sum. */
  billedCalls: z.number(),
  cost: amountsSchema,
  hasUnknownPrice: z.boolean(),
  failed: z.array(providerFailureSchema),
});

export type RunReport = z.infer<typeof runReportSchema>;

/** What a question will cost, before it is asked. */
export const estimateSchema = z.object({
  /** Who would be asked first, those without room in the budget passed over; absent: nobody can be asked, for `gap`'s reason. */
  provider: z.optional(z.enum(PROVIDER_IDS)),
  calls: z.number(),
  /** `undefined`: the price is not known. */
  cost: z.optional(amountsSchema),
  /** Answered here without a call. */
  isCached: z.boolean(),
  /** Whether today's budget (and the job's) still has room for it. */
  fitsBudget: z.boolean(),
  gap: z.optional(z.enum(['no-key', 'locked', 'no-access', 'out', 'unsupported'])),
});

export type Estimate = z.infer<typeof estimateSchema>;
