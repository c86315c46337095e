import { ProviderError } from '../../model/providers/provider-error';
import type { ProviderErrorKind } from '../../model/providers/provider-error';
import type { HttpResponse } from '../provider';

/** What a refusal says, as far as a kind depends on it. */
export interface Refusal {
  readonly status: number;
  /** All its words, lower case; empty for a body that is no JSON. */
  readonly words: string;
  readonly path: string;
}

interface Row {
  readonly takes: (refusal: Refusal) => boolean;
  readonly kind: ProviderErrorKind;
  readonly reason?: (refusal: Refusal) => string | undefined;
}

/** Why a key may not: the vendor tells in words only. Its third web series is for enterprise customers (guide of 2026-05). */
function findForbiddance({ words, path }: Refusal): string | undefined {
  if (/enterprise/.test(words)) return 'enterprise';
  if (/e-?mail/.test(words)) return 'email-not-verified';
  if (/scope|permission/.test(words)) return 'scope';
  if (/quota/.test(words)) return 'quota';
  return path.includes('/web_v3/') ? 'enterprise' : undefined;
}

const is = (status: number) => (refusal: Refusal) => refusal.status === status;

/**
 * Refusals, the first row that takes one. 400 without more is a passing failure of the upstream that often succeeds when
 * asked again, unless it says that the endpoint has ended (public clients, 2026; TikHub SDK, 2026-04; TikHub OpenAPI
 * V5.3.2, which declares 200 and 422 only).
 */
const TABLE: readonly Row[] = [
  { takes: ({ status, words }) => status === 400 && words.includes('deprecated'), kind: 'deprecated' },
  { takes: is(400), kind: 'upstream-failed', reason: () => 'http-400' },
  { takes: is(401), kind: 'auth' },
  { takes: is(402), kind: 'balance' },
  { takes: is(403), kind: 'forbidden', reason: findForbiddance },
  { takes: is(404), kind: 'not-found', reason: () => 'http-404' },
  {
    takes: is(422),
    kind: 'bad-request',
    reason: ({ words }) => /(?:query|body) ([a-z_]{1,40})\b/.exec(words)?.[1],
  },
  { takes: is(429), kind: 'rate-limited' },
  { takes: ({ status }) => status >= 500, kind: 'server' },
  { takes: () => true, kind: 'invalid-response', reason: ({ status }) => `status-${String(status)}` },
];

/** From here on a number of seconds is a moment, not a span. */
const EARLIEST_MOMENT_S = 1_000_000_000;

/** `Retry-After` in seconds, else `X-RateLimit-Reset`, in seconds or as a moment (TikHub SDK, 2026-04). */
export function findWait({ headers, at }: HttpResponse): number | undefined {
  const after = readSeconds(headers['retry-after']);
  if (after !== undefined) return after * 1_000;
  const reset = readSeconds(headers['x-ratelimit-reset']);
  if (reset === undefined) return undefined;
  return reset < EARLIEST_MOMENT_S ? reset * 1_000 : Math.max(0, reset * 1_000 - at);
}

function readSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

/** The refusal as an error. Only what was answered with HTTP 200 is charged, whatever the body says. */
export function toRefusalError(refusal: Refusal, response: HttpResponse, requestId?: string): ProviderError {
  const row = TABLE.find(({ takes }) => takes(refusal));
  const reason = row?.reason?.(refusal);
  const retryAfterMs =
    row?.kind === 'rate-limited' || row?.kind === 'server' ? findWait(response) : undefined;
  return new ProviderError(row?.kind ?? 'invalid-response', {
    status: refusal.status,
    billed: response.status === 200,
    ...(reason === undefined ? {} : { reason }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}
