import type { Language } from '../../../i18n/t';
import type { ExportRequest } from '../../../model/export';
import type { ExportChoice } from '../../../model/exports/export-choice';
import { toWantedFile } from '../../sidepanel/export/to-request';

/** There is no list on screen that could be narrowed: what is not `new` is everything. */
const ALL = { text: '', sort: 'site' } as const;

/** What a job `export` is told for these notes; the first one names the job. */
export function toBatchRequest(
  noteIds: readonly [string, ...string[]],
  choice: ExportChoice,
  isEach: boolean,
  language: Language,
): ExportRequest {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    ...toWantedFile(choice, ALL),
    format: choice.format,
    noteId: noteIds[0],
    ...(noteIds.length > 1 ? { noteIds: [...noteIds], oneFileEach: isEach } : {}),
    timeZone,
    language,
  };
}
