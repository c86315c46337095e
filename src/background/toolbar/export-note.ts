import { findLanguage } from '../../i18n/t';
import { AppError, toAppError } from '../../model/errors';
import type { ExportRequest } from '../../model/export';
import { browserLanguage } from '../../platform/runtime';
import { openTab } from '../../platform/tabs';
import { parsePageRef, toUrl } from '../../site/routes';
import { countComments } from '../../storage/readers/count-comments';
import { addKnownToken } from '../pages/links/add-known-token';
import { lookAtNote } from '../pages/look-at-page';
import type { Services } from '../services';
import { showExportFailure } from './tell-failed-export';

/**
 * Exports the note in front of a tab. What keeps it from that is said by the toolbar button, since no window is open,
 * and by the next window of the note.
 */
export function exportFrontNote(services: Services, tabId: number): Promise<void> {
  return sayFailure(services, tabId, async () => {
    if ((await services.settings()).consent === undefined) throw new AppError('consent-missing');
    const page = await services.tracker.find(tabId);
    if (!page?.note) throw new AppError('note-not-open');
    await startExport(services, tabId, page.note.noteId);
  });
}

/**
 * Exports the note a link leads to. One of which no comment is stored is opened instead, with a token that is known of
 * it if the link has none: the comments are not there before its page is.
 */
export function exportLinkedNote(
  services: Services,
  tabId: number | undefined,
  linkUrl: string,
): Promise<void> {
  return sayFailure(services, tabId, async () => {
    const ref = parsePageRef(linkUrl);
    if (ref?.kind !== 'note') throw new AppError('link-not-recognised');
    const comments = await services.connection.read((database) => countComments(database, ref.noteId));
    if (comments > 0) await startExport(services, tabId, ref.noteId);
    else await openTab(ref.xsecToken === undefined ? toUrl(await addKnownToken(services, ref)) : linkUrl);
  });
}

/** Exports a note's comments as the settings say. */
async function startExport(services: Services, tabId: number | undefined, noteId: string): Promise<void> {
  const { csv, language } = await services.settings();
  const request: ExportRequest = {
    noteId,
    format: 'csv',
    preset: csv.preset,
    withNoteColumns: csv.withNoteColumns,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: findLanguage(language, browserLanguage()),
  };
  await lookAtNote(services, noteId);
  const { error } = await services.exports.startUnseen(request);
  if (error && tabId !== undefined) await showExportFailure(services, tabId, error.code);
}

async function sayFailure(
  services: Services,
  tabId: number | undefined,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    const error = toAppError(thrown);
    await services.problems.record(error, 'background');
    if (tabId !== undefined) await showExportFailure(services, tabId, error.code);
  }
}
