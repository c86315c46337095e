import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { lookAtNote } from '../pages/look-at-page';
import type { Services } from '../services';

type ExportHandlers = Pick<Handlers<typeof uiToBackground>, 'export.start' | 'export.cancel' | 'export.list'>;

/** Exports, as the pages of the extension ask for them. What is stored already may be exported while paused too. */
export function createExportHandlers(services: Services): ExportHandlers {
  const { exports } = services;
  return {
    'export.start': async (request) => {
      await lookAtNote(services, request.noteId);
      return exports.start(request);
    },
    'export.cancel': async ({ exportId }) => {
      await exports.cancel(exportId);
      return {};
    },
    'export.list': () => exports.list(),
  };
}
