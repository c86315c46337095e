import * as z from 'zod/mini';
import { operationNameSchema } from './operation';
import { amountsSchema, priceSchema } from './price';
import { PROVIDER_IDS, PROVIDERS } from './provider.catalog';

const providerId = z.enum(PROVIDER_IDS);

/** What the user has decided about providers. */
export const providerSettingsSchema = z.object({
  /** The order of asking. One that is missing here comes last. */
  order: z.array(providerId),
  /** An order of its own for one operation. */
  orderOf: z.partialRecord(operationNameSchema, z.array(providerId)),
  /** Series that are not asked. */
  off: z.array(providerId),
  /** Most that may be spent in a day (local time) and in one job, by currency; a currency not named has no limit of its own. */
  dailyBudget: amountsSchema,
  jobBudget: amountsSchema,
  /** Prices the user entered, by endpoint path or family; they go before the lists. */
  enteredPrices: z.record(z.string(), priceSchema),
  /** Open notes are enriched without a click, at most so often a day. */
  autoEnrich: z.object({ isOn: z.boolean(), dailyCap: z.number() }),
  /** What one source lacks may be asked of the next, at its price. */
  fillFromNext: z.boolean(),
  /** How long an answer is good without asking again, hours. */
  cacheHours: z.number(),
});

export type ProviderSettings = z.infer<typeof providerSettingsSchema>;

export const DEFAULT_PROVIDER_SETTINGS: ProviderSettings = {
  order: [...PROVIDER_IDS],
  orderOf: {},
  off: PROVIDER_IDS.filter((id) => !PROVIDERS[id].isOnAtFirst),
  dailyBudget: { USD: 2, CNY: 15, credit: 50 },
  jobBudget: { USD: 2, CNY: 15, credit: 50 },
  enteredPrices: {},
  autoEnrich: { isOn: false, dailyCap: 20 },
  fillFromNext: false,
  cacheHours: 24,
};
