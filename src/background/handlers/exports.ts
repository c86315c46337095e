import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { AppError } from '../../model/errors';
import type { ExportRequest, ExportState } from '../../model/export';
import { listNoteIds } from '../../model/export';
import { lookAtNote } from '../pages/look-at-page';
import type { Services } from '../services';

type ExportHandlers = Pick<
  Handlers<typeof uiToBackground>,
  'export.start' | 'media.start' | 'export.cancel' | 'export.list'
>;

/** Exports, as the pages of the extension ask for them. What is stored already may be exported while paused too. */
export function createExportHandlers(services: Services): ExportHandlers {
  const { exports } = services;
  /** A file for each note, of which anything is stored; answers the first of them. */
  const startEach = async (noteIds: readonly string[], request: ExportRequest): Promise<ExportState> => {
    const { noteIds: all, oneFileEach, ...one } = request;
    void all;
    void oneFileEach;
    let first: ExportState | undefined;
    for (const noteId of noteIds) {
      const started = await exports.startUnseen({ ...one, noteId });
      first ??= started;
    }
    if (!first) throw new AppError('export-empty');
    return first;
  };
  return {
    'export.start': async (request) => {
      const noteIds = listNoteIds(request);
      for (const noteId of noteIds) await lookAtNote(services, noteId);
      return request.oneFileEach === true ? startEach(noteIds, request) : exports.start(request);
    },
    'media.start': (request) => exports.start(request),
    'export.cancel': async ({ exportId }) => {
      await exports.cancel(exportId);
      return {};
    },
    'export.list': () => exports.list(),
  };
}
