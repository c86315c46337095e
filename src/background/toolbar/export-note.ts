import { findLanguage } from '../../i18n/t';
import { AppError } from '../../model/errors';
import type { ExportState } from '../../model/export';
import { browserLanguage } from '../../platform/runtime';
import { openTab } from '../../platform/tabs';
import { parsePageRef } from '../../site/routes';
import type { Services } from '../services';

/** Exports a note's comments as the settings say. */
export async function exportNote(services: Services, noteId: string): Promise<ExportState> {
  const { csv, language } = await services.settings();
  return services.exports.start({
    noteId,
    format: 'csv',
    preset: csv.preset,
    withNoteColumns: csv.withNoteColumns,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: findLanguage(language, browserLanguage()),
  });
}

/** Exports the note in front of a tab. Where that cannot be done, the toolbar button says so: no window is open. */
export async function exportFrontNote(services: Services, tabId: number): Promise<void> {
  try {
    const page = await services.tracker.find(tabId);
    if (!page?.note) throw new AppError('note-not-open');
    await exportNote(services, page.note.noteId);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    await services.showBadge(tabId, { text: '!', color: '#b91c1c' });
  }
}

/** Exports the note a link leads to; one that was never opened is opened instead, since nothing is stored of it. */
export async function exportLinkedNote(services: Services, linkUrl: string): Promise<void> {
  const ref = parsePageRef(linkUrl);
  if (ref?.kind !== 'note') return;
  const note = await services.connection.read((database) => database.get('notes', ref.noteId));
  if (note) await exportNote(services, ref.noteId);
  else await openTab(linkUrl);
}
