import * as z from 'zod/mini';
import { parseLooseJson } from '../../lib/parse-loose-json';
import { ProviderError } from '../../model/providers/provider-error';
import type { ProviderErrorKind } from '../../model/providers/provider-error';
import type { HttpResponse, Opened, Provider } from '../provider';
import { toRefusalError } from './failures';

type Json = Readonly<Record<string, unknown>>;

/** What the endpoints of all series are handed: the payload, and what lay around it. */
export interface TikhubPayload {
  /** The inner `data`; where a series puts its payload into the outer one or to the top, that. */
  readonly content: unknown;
  /** What stands beside `content` in the inner envelope: the state of a search, which page it is. */
  readonly beside: Json;
  /** The parameters as the vendor says it got them, every value as text. */
  readonly asked: Json;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids that a person may read out to the vendor's support; anything else in their place is not one. */
const idOf = (value: unknown) =>
  typeof value === 'string' && /^[\w-]{1,100}$/.test(value) ? value : undefined;

const cacheUrlShape = z.url({ protocol: /^https$/, hostname: /^cache\.tikhub\.io$/ });

/** All words of a refusal, wherever it puts them: `detail` may be text, object or list. */
function listWords(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value.slice(0, 500)];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'params' || key === 'router' ? [] : listWords(inner, depth + 1),
  );
}

function parseBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return parseLooseJson(text);
  } catch {
    return undefined; // A page of a proxy in front, or a body that was cut.
  }
}

function findRequestId(body: unknown, response: HttpResponse): string | undefined {
  const detail = isObject(body) && isObject(body['detail']) ? body['detail'] : undefined;
  return (
    (isObject(body) ? idOf(body['request_id']) : undefined) ??
    idOf(detail?.['request_id']) ??
    idOf(response.headers['x-request-id'])
  );
}

/** The site's own codes of a note that is gone (site bundle 6.12.1, 2026-05), should the vendor hand one through. */
const GONE = new Set(['-510000', '-510001', '510000', '510001']);

/** Why the inner envelope is no success; `undefined` when it is one. */
function findInnerFailure(inner: Json): { kind: ProviderErrorKind; reason: string } | undefined {
  const code = inner['code'] ?? (typeof inner['result'] === 'number' ? inner['result'] : undefined);
  const isCode = typeof code === 'number' || typeof code === 'string';
  if (isCode && GONE.has(String(code))) return { kind: 'not-found', reason: `site${String(code)}` };
  if (isCode && Number(code) !== 0) {
    return {
      kind: 'upstream-failed',
      reason: /^-?\w{1,12}$/.test(String(code)) ? `inner-code ${String(code)}` : 'inner-code',
    };
  }
  if (inner['success'] === false || inner['ok'] === false)
    return { kind: 'upstream-failed', reason: 'inner-failure' };
  return 'data' in inner && inner['data'] == null
    ? { kind: 'upstream-failed', reason: 'inner-empty' }
    : undefined;
}

function toPayload(body: Json): TikhubPayload | { kind: ProviderErrorKind; reason: string } {
  const asked = isObject(body['params']) ? body['params'] : {};
  // Account endpoints have no `data` at all: their payload stands at the top.
  const inner = 'data' in body ? body['data'] : body;
  if (inner == null) return { kind: 'upstream-failed', reason: 'inner-empty' };
  if (!isObject(inner) || inner === body) return { content: inner, beside: {}, asked };
  const failure = findInnerFailure(inner);
  if (failure) return failure;
  if (!('data' in inner)) return { content: inner, beside: {}, asked };
  const { data, ...beside } = inner;
  return { content: data, beside, asked };
}

/**
 * Takes TikHub's envelopes off, the outer one that all endpoints share and the inner one, which differs by series:
 * `{code: 0, success, data}` (app and app_v2), `{ok, data}` (web_v3), `{code: 0, data, message, recordTime}` (web and
 * web_v2), or none (what is extracted of links; accounts). The payload is a `TikhubPayload`. Every answer of HTTP 200 is
 * charged, also one whose inner envelope says that it failed (real calls, 2026-08 and 2026-09).
 */
export const openTikhub: Provider['open'] = (response, call): Opened => {
  const body = parseBody(response.text);
  const requestId = findRequestId(body, response);
  const known = requestId === undefined ? {} : { requestId };
  const refuse = (status: number) =>
    toRefusalError(
      { status, words: listWords(body).join(' ').toLowerCase(), path: call.path },
      response,
      requestId,
    );
  if (response.status !== 200) throw refuse(response.status);
  if (!isObject(body)) {
    const reason = response.text.trim() === '' ? 'empty-body' : 'not-json';
    throw new ProviderError('invalid-response', { status: 200, billed: true, reason, ...known });
  }
  const detail = isObject(body['detail']) ? body['detail'] : undefined;
  const code = body['code'] ?? detail?.['code'];
  if (typeof code === 'number' && code !== 200) throw refuse(code);
  const payload = toPayload(body);
  if ('kind' in payload) {
    const { kind, reason } = payload;
    throw new ProviderError(kind, { status: 200, billed: true, reason, ...known });
  }
  const cacheUrl = cacheUrlShape.safeParse(body['cache_url']);
  return { payload, billed: true, ...known, ...(cacheUrl.success ? { cacheUrl: cacheUrl.data } : {}) };
};
