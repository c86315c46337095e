import * as z from 'zod/mini';
import { balanceSchema } from './balance';
import { operationNameSchema } from './operation';
import { amountsSchema } from './price';
import { PROVIDER_FAMILIES, PROVIDER_IDS } from './provider.catalog';
import { providerFailureSchema } from './provider-error';

const seenFailure = z.object({ failure: providerFailureSchema, at: z.number() });

/** A series within a family, as the options show it. */
export const seriesStateSchema = z.object({
  provider: z.enum(PROVIDER_IDS),
  isOn: z.boolean(),
  operations: z.array(operationNameSchema),
  /** Operations that the vendor has ended, or the whole series (`enterprise`). Stays until the user tries again. */
  takenOut: z.array(
    z.object({ operation: z.optional(operationNameSchema), reason: z.string(), at: z.number() }),
  ),
  /** Not asked before then, because it failed again and again. */
  restsUntil: z.optional(z.number()),
});

/** A family as pages of the extension may know it: everything but its key. Times are epoch ms. */
export const familyStateSchema = z.object({
  family: z.enum(PROVIDER_FAMILIES),
  /** `none`: no key · `ready` · `locked`: sealed, the passphrase is wanted · `out`: the vendor refuses the key or the balance is gone. */
  state: z.enum(['none', 'ready', 'locked', 'out']),
  maskedKey: z.optional(z.string()),
  region: z.optional(z.enum(['world', 'china'])),
  scraperId: z.optional(z.string()),
  snapshotVersion: z.optional(z.string()),
  plan: z.optional(z.enum(['free', 'hobby', 'developer'])),
  /** Why it is out, and since when. */
  out: z.optional(seenFailure),
  /** Whether the browser lets the extension on the family's hosts. */
  hasAccess: z.boolean(),
  balance: z.optional(z.extend(balanceSchema, { at: z.number() })),
  /** Calls and credits as counted here; `of` where the plan's number is known. */
  used: z.object({
    thisMinute: z.number(),
    today: z.number(),
    thisMonth: z.number(),
    perMinute: z.optional(z.number()),
    perSecond: z.optional(z.number()),
    creditsPerMonth: z.optional(z.number()),
  }),
  spentToday: amountsSchema,
  lastFailure: z.optional(seenFailure),
  series: z.array(seriesStateSchema),
});

export type SeriesState = z.infer<typeof seriesStateSchema>;
export type FamilyState = z.infer<typeof familyStateSchema>;
