import { ProviderError } from '../../model/providers/provider-error';
import type { ProviderErrorKind, ProviderFailure } from '../../model/providers/provider-error';
import type { HttpResponse } from '../provider';

type Row = Pick<ProviderFailure, 'kind'> & Partial<Pick<ProviderFailure, 'billed' | 'noRetry' | 'reason'>>;

/**
 * The vendor's own codes (guides of 2025-06 and 2026-04, public-api of 2026-08). Of these only 0 and 201 are charged
 * for. 202, 300 and 404 stand in the specification without a meaning, so no more follows from them than that the call
 * failed.
 */
const BY_CODE: Readonly<Record<number, Row>> = {
  100: { kind: 'auth' },
  101: { kind: 'auth' },
  201: { kind: 'not-found', billed: true, reason: 'code-201' },
  202: { kind: 'upstream-failed', noRetry: true, reason: 'code-202' },
  300: { kind: 'upstream-failed', noRetry: true, reason: 'code-300' },
  301: { kind: 'upstream-failed', reason: 'code-301' },
  302: { kind: 'rate-limited' },
  303: { kind: 'quota', reason: 'daily-quota' },
  400: { kind: 'bad-request' },
  404: { kind: 'upstream-failed', noRetry: true, reason: 'code-404' },
  500: { kind: 'server' },
  503: { kind: 'server' },
  600: { kind: 'forbidden', reason: 'permission' },
  601: { kind: 'balance' },
  602: { kind: 'quota', reason: 'token-limit' },
};

/** Where the body has no code: the statuses of the specification (2026-08); the guides say that it is always 200. */
const BY_STATUS: Readonly<Record<number, ProviderErrorKind>> = {
  400: 'bad-request',
  401: 'auth',
  403: 'forbidden',
  429: 'rate-limited',
};

/** Of a code that stands nowhere it is not known whether it is charged for, and so it counts as charged. */
const toUnknownRow = (reason: string): Row => ({
  kind: 'upstream-failed',
  noRetry: true,
  billed: true,
  reason,
});

/** What cannot be read as a code may have been a success, and counts as charged as well. */
function findRow(code: number | undefined, status: number): Row {
  if (code !== undefined && code !== 0) {
    return BY_CODE[code] ?? toUnknownRow(`code-${String(code)}`);
  }
  const kind = BY_STATUS[status];
  if (kind) return { kind };
  if (status >= 500) return { kind: 'server' };
  if (status >= 200 && status <= 299) return { kind: 'invalid-response', billed: true, reason: 'code' };
  return { kind: 'invalid-response', reason: `status-${String(status)}` };
}

function findWaitMs(headers: HttpResponse['headers']): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  return /^\d{1,7}$/.test(text) ? Number(text) * 1_000 : undefined;
}

/** The failure that a code, or without one the HTTP status, stands for. `status` in it is the code where there is one. */
export function toJustoneapiError(
  response: HttpResponse,
  code: number | undefined,
  requestId: string | undefined,
): ProviderError {
  const { kind, ...row } = findRow(code, response.status);
  const wait = kind === 'rate-limited' ? findWaitMs(response.headers) : undefined;
  return new ProviderError(kind, {
    status: code === undefined || code === 0 ? response.status : code,
    ...row,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}
