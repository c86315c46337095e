import { ProviderError } from '../../model/providers/provider-error';
import type { ProviderErrorKind, ProviderFailure } from '../../model/providers/provider-error';
import type { HttpResponse } from '../provider';
import { toRecord } from '../rows/parse-body';

interface Row {
  readonly kind: ProviderErrorKind;
  readonly reason?: string;
  readonly noRetry?: true;
}

/** 502 and 500 are the scraper's own: the same call meets the same fault, so the vendor asks not to repeat it. */
const BY_STATUS: Readonly<Record<number, Row>> = {
  400: { kind: 'bad-request' },
  401: { kind: 'auth' },
  403: { kind: 'forbidden' },
  404: { kind: 'forbidden', reason: 'scraper-or-version-unknown' },
  422: { kind: 'bad-request' },
  429: { kind: 'rate-limited' },
  500: { kind: 'upstream-failed', reason: 'scraper-failed', noRetry: true },
  502: { kind: 'upstream-failed', reason: 'upstream-error', noRetry: true },
};

/** What is asked for is gone, or the token belongs to another note: nothing that a repetition would change. */
const STALE_INPUT: Row = { kind: 'not-found', reason: 'stale-input', noRetry: true };

/** Seconds as a number or as digits; `undefined` for everything else. */
function toWaitMs(seconds: unknown): number | undefined {
  const text = typeof seconds === 'number' ? String(seconds) : seconds;
  return typeof text === 'string' && /^\d{1,7}(?:\.\d+)?$/.test(text.trim())
    ? Math.round(Number(text) * 1_000)
    : undefined;
}

function findRow(status: number, word: unknown, waitMs: number | undefined): Row {
  if (status === 422 && word === 'stale_input') return STALE_INPUT;
  if (status === 503) {
    const reason = word === 'blocked' ? 'blocked' : 'unavailable';
    return { kind: 'server', reason, ...(waitMs === undefined ? { noRetry: true } : {}) };
  }
  const row = BY_STATUS[status];
  if (row) return row;
  return status >= 500
    ? { kind: 'server' }
    : { kind: 'invalid-response', reason: `status-${String(status)}` };
}

/**
 * The vendor's table of errors (docs.parse.bot, page "errors", 2026): the status decides, `error.status` in the body makes
 * two of them finer. It names no charge for what fails. A 503 is worth repeating only where it says when.
 */
export function toParsebotError(response: HttpResponse, body: unknown): ProviderError {
  const error = toRecord(toRecord(body)?.['error']);
  const waitMs =
    response.status === 429
      ? toWaitMs(response.headers['retry-after'])
      : response.status === 503
        ? toWaitMs(error?.['retry_after'] ?? toRecord(body)?.['retry_after'])
        : undefined;
  const { kind, ...row } = findRow(response.status, error?.['status'], waitMs);
  const failure: Partial<ProviderFailure> = {
    status: response.status,
    ...row,
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  };
  return new ProviderError(kind, failure);
}
