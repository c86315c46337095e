import { PROVIDERS } from '../../../model/providers/provider.catalog';
import type { Texts } from '../../text-context';

/** What to call a source of observations: the page itself, or a provider by its label. */
export function toSourceName(source: string, { t }: Texts): string {
  if (source === 'page') return t('library.source-page');
  return Object.hasOwn(PROVIDERS, source) ? PROVIDERS[source as keyof typeof PROVIDERS].label : source;
}
