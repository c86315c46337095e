import * as z from 'zod/mini';

/** What one call costs. Credits are a vendor's own unit (Parse.bot: one call, one credit). */
export const priceSchema = z.object({
  currency: z.enum(['USD', 'CNY', 'credit']),
  amount: z.number().check(z.nonnegative()),
});

export type Price = z.infer<typeof priceSchema>;
export type Currency = Price['currency'];
export const CURRENCIES = ['USD', 'CNY', 'credit'] as const satisfies readonly Currency[];

/** Sums by currency; amounts are kept to a millionth. */
export const amountsSchema = z.partialRecord(z.enum(CURRENCIES), z.number());
export type Amounts = z.infer<typeof amountsSchema>;

export function addPrice(amounts: Amounts, price: Price, times = 1): Amounts {
  const sum = (amounts[price.currency] ?? 0) + price.amount * times;
  return { ...amounts, [price.currency]: Math.round(sum * 1e6) / 1e6 };
}
