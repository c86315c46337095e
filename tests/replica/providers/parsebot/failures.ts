import type { Answer } from '../../server/exchange';
import { toHtmlAnswer } from '../spoil-answer';
import type { ProviderFailure } from '../types';

/** `error.status` and message by HTTP status (Parse.bot's documentation, page "errors", 2026). */
const KINDS: Readonly<Record<number, { readonly status: string; readonly message: string }>> = {
  400: { status: 'bad_request', message: 'Bad header or missing session' },
  401: { status: 'unauthorized', message: 'Missing or invalid API key' },
  403: { status: 'forbidden', message: 'No access to this scraper' },
  404: { status: 'not_found', message: 'No such scraper or version' },
  405: { status: 'method_not_allowed', message: 'This endpoint is declared GET' },
  422: { status: 'stale_input', message: 'The input is bad, or what it names is gone' },
  429: { status: 'rate_limited', message: 'Too many requests' },
  500: { status: 'error', message: 'The scraper failed' },
  502: { status: 'upstream_error', message: 'The site answered with an error' },
  503: { status: 'blocked', message: 'The site blocked the request' },
};

/** A refusal in the vendor's form: `{error: {status, message, …}, status_code}`. */
export function refuse(
  status: number,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly members?: object } = {},
): Answer {
  const kind = KINDS[status] ?? { status: 'error', message: 'Unexpected' };
  return {
    status,
    headers: { 'content-type': 'application/json', ...more.headers },
    body: JSON.stringify({ error: { ...kind, ...more.members }, status_code: status }),
  };
}

/** The failure that is switched on: 502 names the site's own answer, 503 may say when to come back. */
export function toFailure(failure: ProviderFailure): Answer {
  const status = failure.status ?? 500;
  if (failure.form === 'html') return toHtmlAnswer(status);
  const headers = failure.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) };
  const upstream = {
    upstream_status_code: 461,
    snippet: '<html>',
    url: 'https://www.xiaohongshu.com/explore/',
  };
  const members = {
    ...(status === 502 ? upstream : {}),
    ...(failure.retryAfterInBody === undefined ? {} : { retry_after: failure.retryAfterInBody }),
  };
  return refuse(status, { headers, members });
}
