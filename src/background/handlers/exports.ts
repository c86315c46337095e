import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import type { Services } from '../services';

type ExportHandlers = Pick<Handlers<typeof uiToBackground>, 'export.start' | 'export.cancel' | 'export.list'>;

/** Exports, as the pages of the extension ask for them. What is stored already may be exported while paused too. */
export function createExportHandlers({ exports }: Pick<Services, 'exports'>): ExportHandlers {
  return {
    'export.start': (request) => exports.start(request),
    'export.cancel': async ({ exportId }) => {
      await exports.cancel(exportId);
      return {};
    },
    'export.list': () => exports.list(),
  };
}
