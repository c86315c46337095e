import type { Answer, Exchange } from '../../server/exchange';
import type { ProviderState } from '../provider-state';

/** No token is known here yet: code 100 (JustOneAPI's documentation, 2026). */
export async function answerJustoneapi(exchange: Exchange, state: ProviderState): Promise<Answer> {
  const call = state.log.begin(exchange, {
    provider: 'justoneapi',
    endpoint: exchange.path,
    series: 'justoneapi',
    keyName: undefined,
  });
  call.status = 200;
  const body = { code: 100, message: 'INVALID_TOKEN', recordTime: new Date().toISOString(), data: null };
  return Promise.resolve({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
