import { randomUUID } from 'node:crypto';
import type { Answer, Exchange } from './exchange';

/**
 * Providers of comments for money, as far as this world goes: no key is known here, so every call is refused in the
 * vendor's own words, and recorded (TikHub Python SDK V2; JustOneAPI documentation, code 100; Parse.bot documentation,
 * page "errors"; 2026).
 */
export function answerProvider(exchange: Exchange): Answer {
  exchange.kind = 'provider';
  if (exchange.host.startsWith('api.tikhub.')) {
    return toJson(401, {
      detail: { code: 401, request_id: randomUUID(), message: 'Unauthorized', router: exchange.path },
    });
  }
  if (exchange.host === 'api.justoneapi.com') {
    return toJson(401, {
      code: 100,
      message: 'INVALID_TOKEN',
      recordTime: new Date().toISOString(),
      data: null,
    });
  }
  return toJson(401, {
    error: { status: 'unauthorized', message: 'Missing or invalid API key' },
    status_code: 401,
  });
}

function toJson(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
