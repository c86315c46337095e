import type { Handlers } from '../../messaging/contract';
import type { contentToBackground } from '../../messaging/content-to-background/schemas';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { findRunningJob } from '../../storage/readers/jobs/find-running-job';
import { loadingStates } from '../../storage/session';
import { demandStoring } from '../gate';
import { startJob } from '../jobs/start-job';
import { findFrontTab } from '../loading/find-front-tab';
import { loadingNews } from '../loading/loading-news';
import { stopLoading } from '../loading/stop-loading';
import { getTab } from '../pages/caller-tab';
import type { Services } from '../services';

type UiHandlers = Pick<Handlers<typeof uiToBackground>, 'loading.start'>;
type ContentHandlers = Pick<Handlers<typeof contentToBackground>, 'loading.report'>;

/** "Load comments for me", as the pages of the extension ask for it. */
export function createLoadingHandlers(services: Services): UiHandlers {
  return {
    'loading.start': async ({ tabId, noteId }) => {
      demandStoring(await services.settings());
      await findFrontTab(services, noteId, { tabId, isOnly: true });
      return startJob(services, { kind: 'load-comments', input: { noteId, tabId }, agreed: true });
    },
  };
}

/** Its progress, as the page reports it. A report of something that was never started is left alone. */
export function createLoadingReportHandlers(services: Services): ContentHandlers {
  return {
    'loading.report': async (report, caller) => {
      const { tabId } = getTab(caller);
      const { loadId, steps, shown, expanded, stoppedBy, sign, running } = report;
      const state = await loadingStates.update(tabId, (known) => {
        if (known?.loadId !== loadId) return undefined;
        // Stopped from here: the page's own last word does not make it run again, nor say it was the user.
        if (!known.running) return undefined;
        return {
          ...{ loadId, tabId, noteId: known.noteId, running, steps, shown, expanded },
          ...(stoppedBy === undefined ? {} : { stoppedBy }),
          ...(sign === undefined ? {} : { sign }),
          updatedAt: services.now(),
        };
      });
      if (state) loadingNews.tell(String(tabId));
      // The job was stopped by a life of the background that did not live to tell the page.
      if (state?.running && !(await isWanted(services, state.noteId)))
        await stopLoading(services, { stoppedBy: 'user' }, { tabId });
      return {};
    },
  };
}

/** Whether a job wants the comments of this note to be loaded now. */
const isWanted = (services: Pick<Services, 'connection'>, noteId: string): Promise<boolean> =>
  services.connection.read(
    async (database) => (await findRunningJob(database, noteId, 'load-comments')) !== undefined,
  );
