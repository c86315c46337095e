import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { toJsonText } from '../../json-text';
import { PINNED_HEADER, SIGNATURE } from '../../page-contract';
import { type Answer, type Exchange } from '../exchange';
import { createViewer } from '../sessions';
import type { SiteState } from '../site-state';
import type { ApiCall, ApiResult, Endpoint } from './api-call';
import { findCodeFault, spoilBody, takeCommentStop } from './comment-faults';
import { delayDeed, isDeed, takeDeedFault, toDeed } from './deeds';
import { ENDPOINTS } from './endpoints';

const ALLOWED_ORIGINS: readonly string[] = ['https://www.xiaohongshu.com', 'https://www.rednote.com'];
const COMMENT_PATHS: readonly string[] = ['/api/sns/web/v2/comment/page', '/api/sns/web/v2/comment/sub/page'];

/** True when the replica's own page client made this call; nobody else knows to sign. */
export function isSignedByPage(exchange: Exchange): boolean {
  const { headers } = exchange.request;
  const signature = headers[SIGNATURE.header];
  const time = headers[SIGNATURE.timeHeader];
  return (
    typeof signature === 'string' && signature.startsWith(SIGNATURE.prefix) && /^\d{13}$/.test(String(time))
  );
}

/** Answers an API request: CORS with credentials for the two site hosts, 406 to unsigned calls, then the endpoint. */
export async function answerApi(exchange: Exchange, state: SiteState): Promise<Answer> {
  exchange.kind = 'api';
  const cors = createCorsHeaders(exchange);
  if (exchange.method === 'OPTIONS') return { status: 200, headers: cors };
  if (state.faults.latencyMs > 0) await pause(state.faults.latencyMs);
  const answer = await answerCall(exchange, state);
  return { ...answer, headers: { 'cache-control': 'no-store', ...cors, ...answer.headers } };
}

async function answerCall(exchange: Exchange, state: SiteState): Promise<Answer> {
  if (!isSignedByPage(exchange))
    return {
      status: 406,
      headers: { 'content-type': 'application/json' },
      body: '{"code":-1,"success":false}',
    };
  const endpoint = ENDPOINTS[`${exchange.method} ${exchange.path}`];
  if (endpoint === undefined)
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such endpoint' };
  const call = createCall(exchange, state);
  if (call === undefined) return { status: 400, headers: { 'content-type': 'text/plain' }, body: 'not JSON' };
  if (isDeed(exchange.path)) return answerDeed(exchange, call, endpoint);
  if (!COMMENT_PATHS.includes(exchange.path)) return toAnswer(endpoint(call));
  const stop = takeCommentStop(state.faults);
  if (stop !== undefined) return stop;
  const result = findCodeFault(state.faults) ?? endpoint(call);
  const isWhole = state.faults.commentsBody === 'normal' || state.faults.commentsBody === 'other-note';
  if (isWhole) recordServedIds(state, result);
  const { body, contentType } = spoilBody(state.faults, toText(result));
  return { status: 200, headers: { 'content-type': contentType, ...result.headers }, body };
}

/** Something that changes what others see: written down, whatever came of it. */
async function answerDeed(exchange: Exchange, call: ApiCall, endpoint: Endpoint): Promise<Answer> {
  const { faults, deeds } = call.state;
  const fault = takeDeedFault(exchange.path, call);
  if (fault && 'stop' in fault) return fault.stop;
  const result = fault?.result ?? endpoint(call);
  const deed = toDeed(exchange.path, call, result);
  if (deed) deeds.push(deed);
  await delayDeed(faults);
  // A connection that breaks would make the browser send it again by itself: it stays, and nothing comes.
  if (faults.deeds.isLost) await once(exchange.request.socket, 'close');
  return toAnswer(result);
}

function createCall(exchange: Exchange, state: SiteState): ApiCall | undefined {
  const { session, isExpiredLogin } = state.sessions.identify(exchange.cookies);
  const input = exchange.method === 'POST' ? parseInput(exchange.body) : {};
  if (input === undefined) return undefined;
  return { state, session, viewer: createViewer(session), isExpiredLogin, query: exchange.query, input };
}

function parseInput(body: string): Record<string, unknown> | undefined {
  if (body === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toAnswer(result: ApiResult): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: toText(result),
  };
}

function toText(result: ApiResult): string {
  return toJsonText({ code: result.code, success: result.code === 0, msg: result.msg, data: result.data });
}

interface ServedRow {
  readonly id: string;
  readonly note_id: string;
  readonly sub_comments?: readonly ServedRow[];
}

/** Keeps the ids of a comment body under the note they name. */
function recordServedIds(state: SiteState, result: ApiResult): void {
  const { comments } = result.data as { comments?: readonly ServedRow[] };
  for (const row of comments ?? []) {
    for (const one of [row, ...(row.sub_comments ?? [])]) {
      const ids = state.servedIds.get(one.note_id) ?? new Set<string>();
      ids.add(one.id);
      state.servedIds.set(one.note_id, ids);
    }
  }
}

function createCorsHeaders(exchange: Exchange): Record<string, string> {
  const { origin } = exchange.request.headers;
  if (origin === undefined || !ALLOWED_ORIGINS.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
    'access-control-allow-headers':
      exchange.request.headers['access-control-request-headers'] ??
      'content-type, x-s, x-t, x-s-common, x-b3-traceid, x-xray-traceid, x-rap-param, xy-direction',
    'access-control-expose-headers': `verifytype, verifyuuid, riskuuid, verifymsg, x-biz, resultpolicy, ${PINNED_HEADER}`,
    'access-control-max-age': '600',
    vary: 'origin',
  };
}
