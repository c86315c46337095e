import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { ProviderError } from '../../model/providers/provider-error';
import { parseMoment } from '../rows/parse-moment';
import { flagShape, lenient, textShape, timeShape } from '../rows/read-shape';
import { defineTikhubEndpoint } from './define-tikhub-endpoint';

const amountShape = z.union([z.number(), z.string().check(z.regex(/^-?\d{1,12}(?:\.\d{1,12})?$/))]);

const accountShape = z.object({
  api_key_data: lenient(
    z.object({
      api_key_name: textShape,
      api_key_scopes: lenient(z.array(z.string())),
      expires_at: timeShape,
    }),
  ),
  user_data: z.object({
    balance: z.nullish(amountShape),
    free_credit: z.nullish(amountShape),
    email_verified: flagShape,
    account_disabled: flagShape,
    is_active: flagShape,
  }),
});

const toAmount = (amount: z.infer<typeof amountShape> | null | undefined) =>
  amount == null ? undefined : Number(amount);

/** A moment with its zone, or a number; without a zone it is not known when that is. */
function readExpiry(raw: string | number | null | undefined): number | undefined {
  const hasZone = typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(raw);
  const at = hasZone ? Date.parse(raw) : parseMoment(raw);
  return at === undefined || Number.isNaN(at) ? undefined : at;
}

/** Whose key it is, by name and address, is answered too and left out. Prices and balance are in USD (2026-08). */
const balance = defineTikhubEndpoint({
  operation: 'account.balance',
  path: '/api/v1/tikhub/user/get_user_info',
  toQuery: () => ({}),
  shape: accountShape,
  map: ({ api_key_data: key, user_data: user }) => ({
    currency: 'USD' as const,
    ...omitUndefined({
      amount: toAmount(user.balance),
      freeAmount: toAmount(user.free_credit),
      keyName: key?.api_key_name || undefined,
      scopes: key?.api_key_scopes ?? undefined,
      expiresAt: readExpiry(key?.expires_at),
      isActive: user.account_disabled === true ? false : (user.is_active ?? undefined),
      isEmailVerified: user.email_verified ?? undefined,
    }),
  }),
});

const price = defineTikhubEndpoint({
  operation: 'account.price',
  path: '/api/v1/tikhub/user/get_endpoint_info',
  toQuery: ({ endpoint }) => ({ endpoint }),
  shape: z.object({ endpoint_uri: textShape, endpoint_cost: amountShape }),
  map: (row, { endpoint }) => {
    const amount = Number(row.endpoint_cost);
    if (row.endpoint_uri && row.endpoint_uri !== endpoint)
      throw new ProviderError('invalid-response', { reason: 'wrong-endpoint' });
    if (amount < 0) throw new ProviderError('invalid-response', { reason: 'endpoint_cost' });
    return { currency: 'USD' as const, amount };
  },
});

export const accountBalance = [balance] as const;
export const accountPrice = [price] as const;
