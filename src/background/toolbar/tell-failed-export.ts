import { createTranslate, findLanguage } from '../../i18n/t';
import { AppError } from '../../model/errors';
import type { ErrorCode } from '../../model/errors';
import type { ExportState } from '../../model/export';
import { browserLanguage } from '../../platform/runtime';
import type { Services } from '../services';
import { BADGE_COLORS } from './to-badge';

/** Says on the toolbar button of the tab that an export failed, and why: no window may be open to say it. */
export async function showExportFailure(
  services: Pick<Services, 'settings' | 'showBadge'>,
  tabId: number,
  code: ErrorCode,
): Promise<void> {
  const { language } = await services.settings();
  const t = createTranslate(findLanguage(language, browserLanguage()));
  const title = t('menus.export-failed', { reason: t(`error.${code}`) });
  await services.showBadge(tabId, { text: '!', color: BADGE_COLORS.stopped, title });
}

/** Tells of an export that failed wherever its note is in front, and keeps the problem for a report. */
export async function tellFailedExport(
  services: Pick<Services, 'settings' | 'showBadge' | 'tracker' | 'problems'>,
  state: ExportState,
): Promise<void> {
  if (!state.error || state.error.code === 'cancelled') return;
  const { code, details, retryable } = state.error;
  await services.problems.record(new AppError(code, { details, retryable }), 'export');
  for (const page of await services.tracker.list()) {
    if (page.note?.noteId === state.noteId) await showExportFailure(services, page.tabId, code);
  }
}
