import { toJsonText } from '../../json-text';
import type { Answer, Exchange } from '../../server/exchange';
import { roundPrice } from '../call-log';
import { readFaults } from '../faults';
import type { ProviderState } from '../provider-state';
import { spoilAnswer, toHtmlAnswer } from '../spoil-answer';
import type { ProviderCall, ProviderFailure, ProviderKey } from '../types';
import { hasBadParams } from './check-params';
import { ENDPOINTS } from './endpoints';
import type { JustoneCall, JustoneResult } from './justone-call';

const PREFIX = '/api/xiaohongshu/';
/** In USD, for every endpoint: the vendor's prices are not public, this is a choice of the replica. */
const PRICE = 0.01;

/** Codes and what they mean (guides of 2024 to 2026; OpenAPI, 2026-08-22). */
const MESSAGES: Readonly<Record<number, string>> = {
  100: 'INVALID_TOKEN',
  101: 'TOKEN_INACTIVE',
  201: 'RESOURCE_NOT_FOUND',
  300: 'API_INVALID',
  301: 'COLLECT_FAILED',
  302: 'RATE_LIMITED',
  303: 'DAILY_QUOTA_EXCEEDED',
  400: 'VALIDATION_ERROR',
  404: 'NOT_FOUND',
  500: 'INTERNAL_ERROR',
  503: 'SERVICE_UNAVAILABLE',
  600: 'PERMISSION_DENIED',
  601: 'INSUFFICIENT_BALANCE',
  602: 'TOKEN_LIMIT',
};

/** The statuses that the OpenAPI document declares, by code; every other code comes with 200. */
const STATUSES: Readonly<Record<number, number>> = {
  100: 401,
  101: 401,
  301: 500,
  302: 429,
  303: 429,
  400: 400,
  500: 500,
  503: 503,
  600: 403,
  601: 403,
  602: 403,
};

/** JustOneAPI: the token in the query, GET alone, one envelope, and a code that says what happened. */
export async function answerJustoneapi(exchange: Exchange, state: ProviderState): Promise<Answer> {
  const token = exchange.query.get('token');
  const key = token === null ? undefined : state.keys.find('justoneapi', token);
  const endpoint = exchange.path.startsWith(PREFIX) ? exchange.path.slice(PREFIX.length) : exchange.path;
  const call = state.log.begin(exchange, {
    provider: 'justoneapi',
    endpoint,
    series: 'justoneapi',
    keyName: token === null ? undefined : (key?.name ?? 'unknown'),
  });
  const faults = readFaults(state.faults, 'justoneapi', endpoint);
  await faults.wait();
  if (faults.take('neverAnswers')) return { status: 0, isNever: true };
  if (exchange.path === '/ping') return finish(call, { status: 200, body: 'pong' });
  const stop = findStop(exchange, state, key);
  if (stop !== undefined) return finish(call, refuse(state, call, stop));
  const failure = faults.takeFailure();
  if (failure !== undefined) return finish(call, toFailure(state, call, failure));
  const found = exchange.method === 'GET' ? ENDPOINTS[endpoint] : undefined;
  if (found === undefined) return finish(call, { ...refuse(state, call, 404), status: 404 });
  if (hasBadParams(found.params, exchange.query)) return finish(call, refuse(state, call, 400));
  const asked: JustoneCall = { state, query: exchange.query, faults };
  const result = faults.take('innerFailures')
    ? { code: 201, data: null, isBilled: true }
    : found.answer(asked);
  if (result.isBilled && key !== undefined) bill(call, key);
  return finish(call, spoilAnswer(toAnswer(state, call, result), faults));
}

/** The code that keeps a call out, before it is looked at. */
function findStop(
  exchange: Exchange,
  state: ProviderState,
  key: ProviderKey | undefined,
): number | undefined {
  if (key === undefined || key.state === 'invalid') return 100;
  if (key.state === 'expired') return 101;
  const hit = state.limiter.take(key, Date.now());
  if (hit !== undefined) return hit.limit === 'day' ? 303 : 302;
  if (ENDPOINTS[exchange.path.slice(PREFIX.length)] === undefined) return undefined;
  if (key.state !== 'valid') return 600;
  return key.balance < PRICE ? 601 : undefined;
}

function refuse(state: ProviderState, call: ProviderCall, code: number): Answer & { body: string } {
  return toAnswer(state, call, { code, data: null, isBilled: false });
}

function toFailure(state: ProviderState, call: ProviderCall, failure: ProviderFailure): Answer {
  if (failure.form === 'html') return toHtmlAnswer(failure.status ?? 502);
  const answer = refuse(state, call, failure.code ?? failure.status ?? 301);
  const headers = failure.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) };
  return {
    ...answer,
    status: failure.status ?? answer.status,
    headers: { ...answer.headers, ...headers },
  };
}

/** `code` and `data` are always there; the rest is not in every real body (2026). */
function toAnswer(
  state: ProviderState,
  call: ProviderCall,
  result: JustoneResult,
): Answer & { body: string } {
  call.code = result.code;
  const { code, data } = result;
  const body = state.switches.fullEnvelope
    ? {
        code,
        message: code === 0 ? null : (MESSAGES[code] ?? ''),
        recordTime: new Date(Date.now() + 8 * 3_600_000).toISOString().replace('Z', ''),
        data,
        requestId: call.requestId,
      }
    : { code, data };
  return {
    status: state.switches.declaredStatuses ? (STATUSES[code] ?? 200) : 200,
    headers: { 'content-type': 'application/json' },
    body: toJsonText(body),
  };
}

function finish(call: ProviderCall, answer: Answer): Answer {
  call.status = answer.status;
  return answer;
}

function bill(call: ProviderCall, key: ProviderKey): void {
  key.balance = roundPrice(key.balance - PRICE);
  call.billed = true;
  call.price = PRICE;
}
