import type { TabPage } from '../../model/page-state';
import { mayStore } from '../../model/settings';
import { countComments } from '../../storage/readers/count-comments';
import { findRunningJob } from '../../storage/readers/jobs/find-running-job';
import type { Services } from '../services';
import { toBadge } from './to-badge';

type BadgeServices = Pick<Services, 'connection' | 'settings' | 'showBadge'>;

/** Shows on the tab's toolbar button what is known of it now. */
export async function refreshBadge(services: BadgeServices, page: TabPage): Promise<void> {
  const noteId = page.note?.noteId;
  const [comments, job] =
    noteId === undefined
      ? [0, undefined]
      : await services.connection.read((database) =>
          Promise.all([countComments(database, noteId), findRunningJob(database, noteId)]),
        );
  const paused = !mayStore(await services.settings());
  await services.showBadge(page.tabId, toBadge(page, { paused, comments, job }));
}

/** The same for every tab in which this note is in front. */
export async function refreshNoteBadges(
  services: BadgeServices & Pick<Services, 'tracker'>,
  noteId: string,
): Promise<void> {
  for (const page of await services.tracker.list()) {
    if (page.note?.noteId === noteId) await refreshBadge(services, page);
  }
}

/**
 * The same for every tab of the site, after something that concerns them all: a pause, its end, a removal. Of a tab of
 * which nothing is known any more only the pause is said; before consent, nothing.
 */
export async function refreshAllBadges(
  services: BadgeServices & Pick<Services, 'tracker' | 'findSiteTabs'>,
): Promise<void> {
  const { consent, paused } = await services.settings();
  for (const { tabId } of await services.findSiteTabs()) {
    const page = await services.tracker.find(tabId);
    if (page) await refreshBadge(services, page);
    else
      await services.showBadge(tabId, toBadge({}, { paused: consent !== undefined && paused, comments: 0 }));
  }
}
