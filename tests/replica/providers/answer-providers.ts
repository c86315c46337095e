import type { Answer, Exchange } from '../server/exchange';
import { answerJustoneapi } from './justoneapi/answer-justoneapi';
import { answerParsebot } from './parsebot/answer-parsebot';
import type { ProviderState } from './provider-state';
import { answerTikhub } from './tikhub/answer-tikhub';

/** Providers of notes and comments for money: each host answers in its vendor's own form. */
export async function answerProviders(exchange: Exchange, state: ProviderState): Promise<Answer> {
  exchange.kind = 'provider';
  state.spec.check(exchange);
  if (exchange.host === 'api.justoneapi.com') return answerJustoneapi(exchange, state);
  if (exchange.host === 'api.parse.bot') return answerParsebot(exchange, state);
  return answerTikhub(exchange, state);
}
