import { roundPrice } from '../call-log';
import { give, type TikhubResult } from './envelope';
import { basePriceOf, TIERS } from './prices';
import { intParam, textParam, type TikhubCall } from './tikhub-call';

const PREFIX = '/api/v1/xiaohongshu/';

/** get_user_info: at the top level, not in `data` (OpenAPI V5.3.2, 2026-03). */
export function getUserInfo(call: TikhubCall): TikhubResult {
  const { key } = call;
  return {
    kind: 'whole',
    body: {
      code: 200,
      router: call.call.path,
      api_key_data: {
        api_key_name: key.name,
        api_key_scopes: [key.state === 'wrong-scope' ? '/api/v1/douyin/' : PREFIX],
        created_at: '2026-01-05T08:00:00Z',
        expires_at: null,
        api_key_status: 1,
      },
      user_data: {
        email: `${key.name}@replica.invalid`,
        balance: key.balance,
        free_credit: key.freeCredit,
        email_verified: key.state !== 'unverified',
        account_disabled: false,
        is_active: true,
      },
    },
  };
}

/** get_user_daily_usage: calls and costs of today, by endpoint. The names of its members are not known. */
export function getUserDailyUsage(call: TikhubCall): TikhubResult {
  const calls = call.state.log.calls.filter(
    (made) => made.provider === 'tikhub' && made.billed && made.keyName === call.key.name,
  );
  return give({
    date: new Date().toISOString().slice(0, 10),
    total_requests: calls.length,
    total_cost: roundPrice(calls.reduce((sum, made) => sum + made.price, 0)),
  });
}

/** get_endpoint_info: the price before discounts (a real answer noted by a client, 2026-08-15). */
export function getEndpointInfo(call: TikhubCall): TikhubResult {
  const asked = textParam(call, 'endpoint');
  const name = call.endpointNames.find((one) => PREFIX + one === asked);
  if (name === undefined) return { kind: 'refused', status: 404, message: 'Not Found' };
  return give(toEndpointInfo(name));
}

export function getAllEndpointsInfo(call: TikhubCall): TikhubResult {
  return give(call.endpointNames.map(toEndpointInfo));
}

function toEndpointInfo(name: string) {
  return { endpoint_uri: PREFIX + name, endpoint_cost: basePriceOf(name), allow_free_credit: true };
}

/** calculate_price: each tier's calls at its own price (OpenAPI V5.3.2, 2026-03). The names of its members are not known. */
export function calculatePrice(call: TikhubCall): TikhubResult {
  const asked = textParam(call, 'endpoint');
  const name = call.endpointNames.find((one) => PREFIX + one === asked);
  if (name === undefined) return { kind: 'refused', status: 404, message: 'Not Found' };
  const perDay = intParam(call, 'request_per_day', 1);
  let left = perDay;
  let total = 0;
  for (const { after, discount } of TIERS) {
    const inTier = Math.max(0, left - after);
    total += inTier * basePriceOf(name) * (1 - discount / 100);
    left -= inTier;
  }
  return give({
    endpoint_uri: asked,
    request_per_day: perDay,
    base_price: basePriceOf(name),
    total_price: roundPrice(total),
    currency: 'USD',
  });
}

export function getTieredDiscountInfo(): TikhubResult {
  const ascending = TIERS.toReversed();
  return give(
    ascending.map(({ after, discount }, index) => ({
      min_rpd: after,
      max_rpd: ascending[index + 1]?.after ?? null,
      discount,
    })),
  );
}
