import { answerProviders } from '../providers/answer-providers';
import type { ProviderState } from '../providers/provider-state';
import { answerApi } from './api/answer-api';
import { answerCdn, answerEmoji } from './cdn/answer-cdn';
import { type Answer, type Exchange } from './exchange';
import { findHostRole } from './hosts';
import { answerAsset } from './pages/answer-asset';
import { answerPage } from './pages/answer-page';
import { answerShortLink } from './pages/answer-short-link';
import type { SamplePages } from './pages/sample-pages';
import type { SiteState } from './site-state';

/** Picks by host, then by path, who answers. Only the picture hosts answer plain HTTP with more than the way to HTTPS. */
export async function answerRequest(
  exchange: Exchange,
  state: SiteState,
  samples: SamplePages,
  providers: ProviderState,
): Promise<Answer> {
  const role = findHostRole(exchange.host);
  if (!exchange.isSecure && role !== undefined && role !== 'cdn' && role !== 'emoji') {
    return {
      status: 301,
      headers: { location: `https://${exchange.host}${exchange.path}${exchange.queryText}` },
    };
  }
  switch (role) {
    case 'site':
      return answerSite(exchange, state, samples);
    case 'api':
      return answerApi(exchange, state);
    case 'asset':
      return answerAsset(exchange);
    case 'cdn':
      return answerCdn(exchange, state.faults);
    case 'emoji':
      return answerEmoji(exchange);
    case 'short-link':
      return answerShortLink(exchange, state);
    case 'provider':
      return answerProviders(exchange, providers);
    case undefined:
      return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not of this world' };
  }
}

async function answerSite(exchange: Exchange, state: SiteState, samples: SamplePages): Promise<Answer> {
  if (exchange.path === '/__decoy') {
    exchange.kind = 'decoy';
    state.decoyHits.push(exchange.body);
    return { status: 204 };
  }
  if (exchange.path.startsWith('/fe-assets/')) return answerAsset(exchange);
  if (exchange.path === '/favicon.ico') {
    exchange.kind = 'asset';
    return { status: 204 };
  }
  return answerPage(exchange, state, samples);
}
