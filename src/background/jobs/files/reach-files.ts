import type { KindReach } from '../../../jobs/kind-reach';
import { createNews } from '../../../lib/create-news';
import { AppError } from '../../../model/errors';
import { lookAtNote } from '../../pages/look-at-page';
import { listNoteIds } from '../../../model/export';
import type { Services } from '../../services';

/** Told of every change of an export, by its id. */
export const exportNews = createNews();

type Own = Pick<Services, 'exports' | 'askPage' | 'injectContent' | 'tracker'>;

/** Exports, as jobs ask for them. */
export function reachFiles(services: Own): KindReach['files'] {
  const { exports } = services;
  const find = async (exportId: string) =>
    (await exports.list()).find((state) => state.exportId === exportId);
  return {
    begin: async (request, exportId) => {
      if (await find(exportId)) return;
      for (const noteId of listNoteIds(request)) await lookAtNote(services, noteId);
      await exports.start(request, exportId);
    },
    end: (exportId, signal) =>
      exportNews.wait(
        exportId,
        async () => {
          const state = await find(exportId);
          if (!state)
            throw new AppError('unexpected', { retryable: true, details: { reason: 'export-lost' } });
          return state.state === 'done' || state.state === 'failed' ? state : undefined;
        },
        signal,
      ),
    cancel: (exportId) => exports.cancel(exportId),
  };
}
