import { findLanguage, createTranslate } from '../../i18n/t';
import { browserLanguage } from '../../platform/runtime';
import { setContextMenus } from '../../platform/surfaces/context-menus';
import { NOTE_LINK_PATTERNS, SITE_PATTERNS } from '../../site/site-patterns.catalog';
import type { Services } from '../services';

export const MENU = {
  openPanel: 'open-panel',
  exportNote: 'export-note',
  exportLink: 'export-link',
} as const;

/** Puts our entries into the context menu of the site's pages and note links, in the user's language. */
export async function createMenus(services: Pick<Services, 'settings'>): Promise<void> {
  const { language } = await services.settings();
  const t = createTranslate(findLanguage(language, browserLanguage()));
  await setContextMenus([
    { id: MENU.openPanel, title: t('menus.open-panel'), on: 'page', patterns: SITE_PATTERNS },
    { id: MENU.exportNote, title: t('menus.export-note'), on: 'page', patterns: SITE_PATTERNS },
    { id: MENU.exportLink, title: t('menus.export-note'), on: 'link', patterns: NOTE_LINK_PATTERNS },
  ]);
}
