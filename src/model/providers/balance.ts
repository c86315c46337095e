import * as z from 'zod/mini';

/** What the vendor says of an account. Never its key, name of its owner or address. Times are epoch ms. */
export const balanceSchema = z.object({
  currency: z.optional(z.enum(['USD', 'CNY', 'credit'])),
  amount: z.optional(z.number()),
  /** Given for check-ins and the like; some endpoints do not take it. */
  freeAmount: z.optional(z.number()),
  keyName: z.optional(z.string()),
  scopes: z.optional(z.array(z.string())),
  expiresAt: z.optional(z.number()),
  isActive: z.optional(z.boolean()),
  isEmailVerified: z.optional(z.boolean()),
});

export type Balance = z.infer<typeof balanceSchema>;
