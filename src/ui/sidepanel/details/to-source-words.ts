import type { Translate } from '../../../i18n/t';
import { PROVIDER_IDS, PROVIDERS } from '../../../model/providers/provider.catalog';
import type { Observation } from '../../../model/values/observation';

/** Who told something, in words: a provider by its name, the page by the door it came through. */
export function toSourceWords({ source, via }: Pick<Observation, 'source' | 'via'>, t: Translate): string {
  const provider = PROVIDER_IDS.find((id) => id === source);
  return provider ? PROVIDERS[provider].label : toDoorWords(via, t);
}

/** `url`, `ssr`, `state`, the id of an endpoint of the site or the path of one of a provider, in words. */
export function toDoorWords(via: string, t: Translate): string {
  switch (via) {
    case 'url':
      return t('panel.from-url');
    case 'ssr':
      return t('panel.from-ssr');
    case 'state':
      return t('panel.from-state');
    default:
      return t(via.startsWith('/') ? 'enrich.from-endpoint' : 'panel.from-endpoint', { name: via });
  }
}
