import type { Translate } from '../../../i18n/t';

/** `url`, `ssr`, `state` or an endpoint's id, in words. */
export function toSourceWords(via: string, t: Translate): string {
  switch (via) {
    case 'url':
      return t('panel.from-url');
    case 'ssr':
      return t('panel.from-ssr');
    case 'state':
      return t('panel.from-state');
    default:
      return t('panel.from-endpoint', { name: via });
  }
}
