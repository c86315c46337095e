import { createHmac } from 'node:crypto';
import { toJsonText } from '../../json-text';
import type { ProviderCall } from '../types';

/** What an endpoint has to say; the series decides what is wrapped around it. */
export type TikhubResult =
  /** The payload, at `data.data`; `beside` stands beside it. Some of the app's bodies say `result: 0`, not `code: 0`. */
  | {
      readonly kind: 'payload';
      readonly payload: unknown;
      readonly beside?: object;
      readonly statusKey?: 'code' | 'result';
    }
  /** The payload right in `data`. */
  | { readonly kind: 'flat'; readonly payload: unknown }
  /** The whole body. */
  | { readonly kind: 'whole'; readonly body: object }
  /** Fails inside an HTTP 200, and is billed. */
  | { readonly kind: 'failed'; readonly msg: string }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

export function give(payload: unknown, beside?: object): TikhubResult {
  return { kind: 'payload', payload, ...(beside === undefined ? {} : { beside }) };
}

export const GENERIC_400 = 'Request failed. Please retry.';
export const DEPRECATED =
  'This endpoint has been deprecated. Please migrate to the Xiaohongshu-App-V2-API series of APIs.';

const CACHE_TEXT =
  'This request will be cached. You can access the cached result directly using the URL below, valid for 24 hours. Accessing the cache will not incur additional charges.';
const CACHE_TEXT_ZH =
  '本次请求将被缓存，你可以使用下面的 URL 直接访问缓存结果，有效期为 24 小时，访问缓存不会产生额外费用。';

/** Signs the address of a cached answer. */
export function signCache(requestId: string): string {
  return createHmac('sha256', 'replica cache').update(requestId).digest('hex');
}

/** The outer envelope around what an inner one holds (real bodies, 2026-02 and 2026-08). Parameters are echoed as text. */
export function toOuterText(call: ProviderCall, sent: URLSearchParams, inner: unknown): string {
  const now = Date.now();
  return toJsonText({
    code: 200,
    request_id: call.requestId,
    message: 'Request successful. This request will incur a charge.',
    message_zh: '请求成功，本次请求将被计费。',
    support: 'Discord: https://discord.gg/aMEAS8Xsvz',
    time: toPacificTime(now),
    time_stamp: Math.floor(now / 1000),
    time_zone: 'America/Los_Angeles',
    docs: `https://api.tikhub.io/#/${docsOf(call)}`,
    cache_message: CACHE_TEXT,
    cache_message_zh: CACHE_TEXT_ZH,
    cache_url: `https://cache.tikhub.io/api/v1/cache/public/${call.requestId}?sign=${signCache(call.requestId)}`,
    router: call.path,
    params: Object.fromEntries(sent),
    data: inner,
  });
}

function docsOf(call: ProviderCall): string {
  const section = call.series
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('-');
  const name = call.endpoint.split('/')[1] ?? '';
  return `Xiaohongshu-${section}-API/${name}${call.path.replaceAll('/', '_')}_get`;
}

/** `data` of a series: app_v2 and app; web_v3; web and web_v2, which pass another vendor's envelope through. */
export function toInner(call: ProviderCall, result: TikhubResult): unknown {
  if (result.kind === 'flat') return result.payload;
  const isFailed = result.kind !== 'payload';
  const payload = result.kind === 'payload' ? result.payload : null;
  const msg = result.kind === 'failed' ? result.msg : '成功';
  switch (call.series) {
    case 'app_v2':
    case 'app':
      return {
        [result.kind === 'payload' ? (result.statusKey ?? 'code') : 'code']: isFailed ? -1 : 0,
        success: !isFailed,
        msg,
        data: payload,
        debug_id: call.requestId.replaceAll('-', ''),
        debug_info: Buffer.from(`opaque ${call.requestId}`).toString('base64'),
        ...(result.kind === 'payload' ? result.beside : {}),
      };
    case 'web_v3':
      return isFailed ? { ok: false, message: msg, data: null } : { ok: true, data: payload };
    case 'account':
      return payload;
    default:
      return {
        code: isFailed ? 301 : 0,
        data: payload,
        message: isFailed ? msg : null,
        recordTime: toRecordTime(Date.now()),
      };
  }
}

/** A refusal: `detail` as an object that says what was asked for (real refusals noted by clients, 2026). */
export function toDetailText(call: ProviderCall, sent: URLSearchParams, status: number, message: string) {
  return JSON.stringify({
    detail: {
      code: status,
      request_id: call.requestId,
      message,
      message_zh: message === GENERIC_400 ? '请求失败，请重试。' : message,
      support: 'Discord: https://discord.gg/aMEAS8Xsvz',
      time: toPacificTime(Date.now()),
      router: call.path,
      params: Object.fromEntries(sent),
    },
  });
}

/** `2026-02-05 18:04:02`, in America/Los_Angeles. */
function toPacificTime(ms: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Los_Angeles',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(ms);
}

/** UTC+8 without a zone, to the nanosecond. */
function toRecordTime(ms: number): string {
  return `${new Date(ms + 8 * 3_600_000).toISOString().replace('Z', '')}000000`;
}
