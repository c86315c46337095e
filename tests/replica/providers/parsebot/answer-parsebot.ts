import type { Answer, Exchange } from '../../server/exchange';
import type { ProviderState } from '../provider-state';

/** No key is known here yet (Parse.bot's documentation, page "errors", 2026). */
export async function answerParsebot(exchange: Exchange, state: ProviderState): Promise<Answer> {
  const call = state.log.begin(exchange, {
    provider: 'parsebot',
    endpoint: exchange.path,
    series: 'parsebot',
    keyName: undefined,
  });
  call.status = 401;
  const body = {
    error: { status: 'unauthorized', message: 'Missing or invalid API key' },
    status_code: 401,
  };
  return Promise.resolve({
    status: 401,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
