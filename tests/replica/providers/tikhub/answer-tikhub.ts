import type { Answer, Exchange } from '../../server/exchange';
import { roundPrice } from '../call-log';
import { type CallFaults, readFaults } from '../faults';
import type { ProviderState } from '../provider-state';
import { spoilAnswer, toHtmlAnswer } from '../spoil-answer';
import type { ProviderCall, ProviderFailure, ProviderKey } from '../types';
import { DEPRECATED, GENERIC_400, signCache, toDetailText, toInner, toOuterText } from './envelope';
import { DEPRECATED_PATHS, ENDPOINTS } from './endpoints';
import { findParamProblems } from './check-params';
import { priceOf } from './prices';
import type { TikhubCall } from './tikhub-call';

const PRICED = Object.keys(ENDPOINTS).filter((name) => !name.startsWith('account/'));
const DAY_MS = 86_400_000;

/** TikHub: `Authorization: Bearer <key>` (a cookie of that name works too), one JSON envelope, its own statuses. */
export async function answerTikhub(exchange: Exchange, state: ProviderState): Promise<Answer> {
  const key = findKey(exchange, state);
  const { series, endpoint } = nameEndpoint(exchange);
  const call = state.log.begin(exchange, {
    provider: 'tikhub',
    endpoint,
    series,
    keyName: key === 'none' ? undefined : (key?.name ?? 'unknown'),
  });
  const faults = readFaults(state.faults, 'tikhub', endpoint);
  await faults.wait();
  if (faults.take('neverAnswers')) return { status: 0, isNever: true };
  const answer =
    series === 'cache'
      ? answerCached(exchange, state, call)
      : answerCall(exchange, state, { call, faults, key });
  call.status = answer.status;
  return { ...answer, headers: { 'x-request-id': call.requestId, ...answer.headers } };
}

interface Caller {
  readonly call: ProviderCall;
  readonly faults: CallFaults;
  readonly key: ProviderKey | 'none' | undefined;
}

function answerCall(exchange: Exchange, state: ProviderState, caller: Caller): Answer {
  const { call, faults, key } = caller;
  const refuse = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: toDetailText(call, exchange.query, status, message),
  });
  if (call.series === 'health') return toJson('{"status":"ok"}');
  if (key === 'none' || key === undefined || key.state === 'invalid' || key.state === 'expired')
    return refuse(401, 'Unauthorized');
  const hit = state.limiter.take(key, Date.now());
  if (hit !== undefined) return refuse(429, 'Rate limit exceeded', limitHeaders(state, hit.waitMs));
  const failure = faults.takeFailure();
  if (failure !== undefined) return toFailure(failure, refuse);
  if (DEPRECATED_PATHS.includes(call.endpoint)) return refuse(400, DEPRECATED);
  const found = ENDPOINTS[call.endpoint];
  if (found === undefined || exchange.method !== 'GET') return refuse(404, 'Not Found');
  if (call.series !== 'account' && (key.state === 'wrong-scope' || key.state === 'unverified'))
    return refuse(403, key.state === 'wrong-scope' ? 'API key lacks the scope' : 'E-mail is not verified');
  if (call.series === 'web_v3' && state.switches.webV3ForEnterprise)
    return refuse(403, 'This endpoint is for enterprise users.');
  const problems = findParamProblems(found.params, exchange.query);
  if (problems.length > 0) return { ...toJson(JSON.stringify({ detail: problems })), status: 422 };
  const price = roundPrice(priceOf(call.endpoint, state.billedToday.count(key)));
  if (price > 0 && key.balance + key.freeCredit < price) return refuse(402, 'Insufficient balance');
  const asked: TikhubCall = { state, key, call, query: exchange.query, faults, endpointNames: PRICED };
  const result = faults.take('innerFailures')
    ? ({ kind: 'failed', msg: '服务异常' } as const)
    : found.answer(asked);
  if (result.kind === 'refused') return refuse(result.status, result.message);
  bill(state, { call, key, price });
  if (result.kind === 'whole') return spoilAnswer(toJson(JSON.stringify(result.body)), faults);
  if (call.series !== 'account') call.code = result.kind === 'failed' ? -1 : 0;
  const text = toOuterText(call, exchange.query, toInner(call, result));
  state.cache.set(call.requestId, { sign: signCache(call.requestId), text, at: Date.now() });
  return spoilAnswer(toJson(text), faults);
}

/** The same body once more, free, for a day. */
function answerCached(exchange: Exchange, state: ProviderState, call: ProviderCall): Answer {
  const cached = state.cache.get(exchange.path.split('/').at(-1) ?? '');
  const isFresh =
    cached !== undefined &&
    cached.sign === exchange.query.get('sign') &&
    Date.now() - cached.at < DAY_MS &&
    exchange.path.startsWith('/api/v1/cache/public/');
  if (isFresh) return toJson(cached.text);
  return { ...toJson(toDetailText(call, new URLSearchParams(), 404, 'Not Found')), status: 404 };
}

function toJson(body: string): Answer & { body: string } {
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

function findKey(exchange: Exchange, state: ProviderState): ProviderKey | 'none' | undefined {
  const sent = exchange.request.headers.authorization ?? exchange.cookies.get('Authorization') ?? '';
  const value = /^Bearer(?: |%20)(.+)$/.exec(sent)?.[1];
  return value === undefined ? 'none' : state.keys.find('tikhub', value);
}

function nameEndpoint(exchange: Exchange): { series: string; endpoint: string } {
  if (exchange.host === 'cache.tikhub.io') return { series: 'cache', endpoint: 'cache/public' };
  if (exchange.path === '/api/v1/health/check') return { series: 'health', endpoint: 'health/check' };
  const account = /^\/api\/v1\/tikhub\/user\/(\w+)$/.exec(exchange.path)?.[1];
  if (account !== undefined) return { series: 'account', endpoint: `account/${account}` };
  const [, series, name] = /^\/api\/v1\/xiaohongshu\/(\w+)\/(\w+)$/.exec(exchange.path) ?? [];
  if (series === undefined || name === undefined) return { series: 'unknown', endpoint: exchange.path };
  return { series, endpoint: `${series}/${name}` };
}

function limitHeaders(state: ProviderState, waitMs: number): Record<string, string> {
  const seconds = Math.ceil(waitMs / 1000);
  switch (state.switches.rateLimitHeaders) {
    case 'retry-after':
      return { 'retry-after': String(seconds) };
    case 'reset-seconds':
      return { 'x-ratelimit-reset': String(seconds) };
    case 'reset-unix':
      return { 'x-ratelimit-reset': String(Math.ceil((Date.now() + waitMs) / 1000)) };
    case 'none':
      return {};
  }
}

const MESSAGES: Readonly<Record<number, string>> = {
  400: GENERIC_400,
  401: 'Unauthorized',
  402: 'Insufficient balance',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Rate limit exceeded',
};

function toFailure(
  failure: ProviderFailure,
  refuse: (status: number, message: string, headers: Record<string, string>) => Answer,
): Answer {
  const status = failure.status ?? 500;
  if (failure.form === 'html') return toHtmlAnswer(status);
  return refuse(status, MESSAGES[status] ?? 'Internal Server Error', {
    ...(failure.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) }),
    ...(failure.rateLimitReset === undefined ? {} : { 'x-ratelimit-reset': String(failure.rateLimitReset) }),
  });
}

interface Bill {
  readonly call: ProviderCall;
  readonly key: ProviderKey;
  readonly price: number;
}

/** Free credit goes first. */
function bill(state: ProviderState, { call, key, price }: Bill): void {
  if (price === 0) return;
  state.billedToday.add(key);
  const fromCredit = Math.min(key.freeCredit, price);
  key.freeCredit = roundPrice(key.freeCredit - fromCredit);
  key.balance = roundPrice(key.balance - (price - fromCredit));
  call.billed = true;
  call.price = price;
}
