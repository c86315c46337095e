import * as z from 'zod/mini';
import { balanceSchema } from '../balance';
import { operationNameSchema } from '../operation';
import { priceSchema } from '../price';
import { PROVIDER_FAMILIES, PROVIDER_IDS } from '../provider.catalog';
import { providerFailureSchema } from '../provider-error';

const seenFailure = z.object({ failure: providerFailureSchema, at: z.number() });

/** How often in a row it has failed, and from when until when it is left alone for that. */
const circuitSchema = z.object({
  failures: z.number(),
  restsFrom: z.optional(z.number()),
  restsUntil: z.optional(z.number()),
});
export type Circuit = z.infer<typeof circuitSchema>;

/** What is remembered of providers from one call to the next. Holds no key. Times are epoch ms. */
export const providerMemorySchema = z.object({
  families: z.partialRecord(
    z.enum(PROVIDER_FAMILIES),
    z.object({
      /** The vendor refuses the key, or the balance is gone: not asked until the user says so. */
      out: z.optional(seenFailure),
      lastFailure: z.optional(seenFailure),
      balance: z.optional(z.extend(balanceSchema, { at: z.number() })),
      circuit: z.optional(circuitSchema),
    }),
  ),
  series: z.partialRecord(z.enum(PROVIDER_IDS), circuitSchema),
  /** Ended by the vendor: an endpoint of an operation, or the whole series. */
  takenOut: z.array(
    z.object({
      provider: z.enum(PROVIDER_IDS),
      operation: z.optional(operationNameSchema),
      endpoint: z.optional(z.string()),
      reason: z.string(),
      at: z.number(),
    }),
  ),
  /** What a vendor itself says an endpoint costs, by path. */
  prices: z.record(z.string(), z.object({ price: priceSchema, at: z.number() })),
});

export type ProviderMemory = z.infer<typeof providerMemorySchema>;
export type FamilyMemory = NonNullable<ProviderMemory['families'][keyof ProviderMemory['families']]>;

export const EMPTY_MEMORY: ProviderMemory = { families: {}, series: {}, takenOut: [], prices: {} };
