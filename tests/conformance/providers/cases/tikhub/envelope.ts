import type { ProviderCases, RefusalCase } from '../../case-types';
import { NOW } from '../../case-types';

const KEY = 'th-invented-key-0001';
export const REQUEST_ID = '7d3c0000-aaaa-4bbb-8ccc-000000000001';

/** What all series of TikHub share. */
export const tikhubCommon = {
  credential: { family: 'tikhub', key: KEY, region: 'world', savedAt: 0 },
  bases: { world: 'https://api.tikhub.io', china: 'https://api.tikhub.dev' },
  keyIn: { header: 'authorization', value: `Bearer ${KEY}` },
  isUnreadableBilled: true,
} as const satisfies Partial<ProviderCases>;

/** The outer envelope (TikHub OpenAPI V5.3.2, 2026-03), with an invented address of a cached answer. */
export const outer = (path: string, data: unknown, params: Readonly<Record<string, string>> = {}) => ({
  code: 200,
  request_id: REQUEST_ID,
  message: 'Request successful. This request will incur a charge.',
  message_zh: '请求成功，本次请求将被计费。',
  support: 'Discord: https://discord.gg/invented',
  time: '2026-09-01 05:00:00',
  time_stamp: NOW / 1_000,
  time_zone: 'America/Los_Angeles',
  docs: 'https://api.tikhub.io/#/invented',
  cache_message: 'This request will be cached.',
  cache_message_zh: '本次请求将被缓存。',
  cache_url: `https://cache.tikhub.io/api/v1/cache/public/${REQUEST_ID}?sign=invented`,
  router: path,
  params,
  data,
});

/** The inner envelope of app and app_v2, with what may stand beside the payload. */
export const inner = (data: unknown, beside: object = {}) => ({
  code: 0,
  success: true,
  msg: '成功',
  data,
  debug_id: 'invented',
  debug_info: 'b3BhcXVl',
  ...beside,
});

const detail = (code: number, message: string) => ({
  detail: { code, request_id: REQUEST_ID, message, message_zh: message, router: '/api/v1/x', params: {} },
});

const DEPRECATED =
  'This endpoint has been deprecated. Please migrate to the Xiaohongshu-App-V2-API series of APIs.';
const HTML =
  '<!DOCTYPE html><html><head><title>api.tikhub.io | 502</title></head><body>Bad gateway</body></html>';

const free = { billed: false } as const;
/** What every answer of HTTP 200 is known by. */
export const paid = { billed: true, requestId: REQUEST_ID } as const;
const known = { ...free, requestId: REQUEST_ID } as const;

/** Its error table (public clients, 2026; TikHub SDK, 2026-04; real calls, 2026-08 and 2026-09). */
export const tikhubRefusals: readonly RefusalCase[] = [
  {
    what: '400 that may pass',
    status: 400,
    body: detail(400, 'Request failed. Please retry.'),
    failure: { ...known, kind: 'upstream-failed', reason: 'http-400' },
  },
  {
    what: '400 of an endpoint that has ended',
    status: 400,
    body: detail(400, DEPRECATED),
    failure: { ...known, kind: 'deprecated' },
  },
  {
    what: '401 as text',
    status: 401,
    body: { detail: 'Invalid API key' },
    failure: { ...free, kind: 'auth' },
  },
  {
    what: '401 as an object',
    status: 401,
    body: detail(401, 'Unauthorized'),
    failure: { ...known, kind: 'auth' },
  },
  {
    what: '402',
    status: 402,
    body: detail(402, 'Insufficient balance'),
    failure: { ...known, kind: 'balance' },
  },
  {
    what: '403 for a scope',
    status: 403,
    body: detail(403, 'Your API key does not have the required scope'),
    failure: { ...known, kind: 'forbidden', reason: 'scope' },
  },
  {
    what: '403 for an address that is not verified',
    status: 403,
    body: detail(403, 'Please verify your email address first'),
    failure: { ...known, kind: 'forbidden', reason: 'email-not-verified' },
  },
  {
    what: '403 for a quota',
    status: 403,
    body: detail(403, 'Quota exceeded'),
    failure: { ...known, kind: 'forbidden', reason: 'quota' },
  },
  {
    what: '404',
    status: 404,
    body: { detail: { code: 404, message: 'Not Found' } },
    failure: { ...free, kind: 'not-found', reason: 'http-404' },
  },
  {
    what: '422',
    status: 422,
    body: { detail: [{ loc: ['query', 'note_id'], msg: 'field required', type: 'value_error.missing' }] },
    failure: { ...free, kind: 'bad-request', reason: 'note_id' },
  },
  {
    what: '429 with Retry-After',
    status: 429,
    headers: { 'retry-after': '3', 'x-request-id': REQUEST_ID },
    body: { detail: 'Too many requests' },
    failure: { ...known, kind: 'rate-limited', retryAfterMs: 3_000 },
  },
  {
    what: '429 with X-RateLimit-Reset in seconds',
    status: 429,
    headers: { 'x-ratelimit-reset': '20' },
    body: '',
    failure: { ...free, kind: 'rate-limited', retryAfterMs: 20_000 },
  },
  {
    what: '429 with X-RateLimit-Reset as a moment',
    status: 429,
    headers: { 'x-ratelimit-reset': String(NOW / 1_000 + 45) },
    body: '',
    failure: { ...free, kind: 'rate-limited', retryAfterMs: 45_000 },
  },
  { what: '429 without a word', status: 429, body: '', failure: { ...free, kind: 'rate-limited' } },
  {
    what: '500 as JSON',
    status: 500,
    body: detail(500, 'Internal Server Error'),
    failure: { ...known, kind: 'server' },
  },
  ...[502, 503, 504, 520].map((status) => ({
    what: `${String(status)} as HTML`,
    status,
    headers: { 'content-type': 'text/html' },
    body: HTML,
    failure: { ...free, kind: 'server' as const },
  })),
  {
    what: '200 that failed inside, by code',
    status: 200,
    body: outer('/x', { code: -1, success: false, msg: '参数错误', data: null }),
    failure: { ...paid, kind: 'upstream-failed', reason: 'inner-code -1' },
  },
  {
    what: '200 that failed inside, by word',
    status: 200,
    body: outer('/x', { code: 0, success: false, msg: '服务异常', data: {} }),
    failure: { ...paid, kind: 'upstream-failed', reason: 'inner-failure' },
  },
  {
    what: '200 without a payload',
    status: 200,
    body: outer('/x', { code: 0, success: true, msg: '数据异常', data: null }),
    failure: { ...paid, kind: 'upstream-failed', reason: 'inner-empty' },
  },
  {
    what: '200 with the site’s own word that the note is gone',
    status: 200,
    body: outer('/x', { code: -510001, success: false, msg: '笔记不存在', data: null }),
    failure: { ...paid, kind: 'not-found', reason: 'site-510001' },
  },
  {
    what: '200 around a refusal',
    status: 200,
    body: { code: 402, request_id: REQUEST_ID, message: 'Insufficient balance', data: null },
    failure: { ...paid, kind: 'balance' },
  },
  {
    what: '200 with HTML',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: HTML,
    failure: { billed: true, kind: 'invalid-response', reason: 'not-json' },
  },
  {
    what: '200 with nothing',
    status: 200,
    body: '',
    failure: { billed: true, kind: 'invalid-response', reason: 'empty-body' },
  },
];
