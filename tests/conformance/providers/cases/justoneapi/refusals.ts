import type { RefusalCase } from '../../case-types';

const body = (code: unknown) => ({
  code,
  data: null,
  message: 'invented words',
  recordTime: null,
  requestId: 'joa-2',
});
const free = { billed: false } as const;
const known = { ...free, requestId: 'joa-2' } as const;

const byCode: readonly (readonly [number, RefusalCase['failure']])[] = [
  [100, { ...known, kind: 'auth' }],
  [101, { ...known, kind: 'auth' }],
  [201, { ...known, kind: 'not-found', billed: true }],
  [202, { ...known, kind: 'upstream-failed', noRetry: true }],
  [300, { ...known, kind: 'upstream-failed', noRetry: true }],
  [301, { ...known, kind: 'upstream-failed' }],
  [302, { ...known, kind: 'rate-limited' }],
  [303, { ...known, kind: 'quota', reason: 'daily-quota' }],
  [400, { ...known, kind: 'bad-request' }],
  [404, { ...known, kind: 'upstream-failed', noRetry: true }],
  [500, { ...known, kind: 'server' }],
  [503, { ...known, kind: 'server' }],
  [600, { ...known, kind: 'forbidden', reason: 'permission' }],
  [601, { ...known, kind: 'balance' }],
  [602, { ...known, kind: 'quota', reason: 'token-limit' }],
  [999, { ...known, billed: true, kind: 'upstream-failed', noRetry: true }],
];

const byStatus: readonly (readonly [number, RefusalCase['failure']])[] = [
  [400, { ...free, kind: 'bad-request' }],
  [401, { ...free, kind: 'auth' }],
  [403, { ...free, kind: 'forbidden' }],
  [429, { ...free, kind: 'rate-limited' }],
  [500, { ...free, kind: 'server' }],
  [502, { ...free, kind: 'server' }],
  [503, { ...free, kind: 'server' }],
  [418, { ...free, kind: 'invalid-response', reason: 'status-418' }],
];

/** The vendor's codes, whatever the status, and its statuses where no code comes (guides of 2025 and 2026; public-api, 2026-08). */
export const justoneapiRefusals: readonly RefusalCase[] = [
  ...byCode.flatMap(([code, failure]) =>
    [200, 400, 503].map((status) => ({
      what: `code ${String(code)} with ${String(status)}`,
      status,
      body: body(code),
      failure,
    })),
  ),
  ...byStatus.map(([status, failure]) => ({
    what: `${String(status)} without a code`,
    status,
    body: '<html></html>',
    failure,
  })),
  {
    what: '429 that says how long',
    status: 429,
    headers: { 'retry-after': '9' },
    body: body(302),
    failure: { ...known, kind: 'rate-limited', retryAfterMs: 9_000 },
  },
  ...['0', null, 1.5, undefined].map((code) => ({
    what: `a code that is no whole number: ${String(code)}`,
    status: 200,
    body: { ...body(code), data: { comments: [] } },
    failure: { ...known, billed: true, kind: 'invalid-response' as const, reason: 'code' },
  })),
  {
    what: 'a success that comes with an error',
    status: 500,
    body: { ...body(0), data: { comments: [] } },
    failure: { ...known, kind: 'server' },
  },
  ...[null, {}, [], ''].map((data) => ({
    what: `a success with nothing in it: ${JSON.stringify(data)}`,
    status: 200,
    body: { ...body(0), data },
    failure: { ...known, kind: 'not-found' as const, reason: 'empty' },
  })),
];
