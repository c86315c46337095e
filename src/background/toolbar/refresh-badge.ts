import type { TabPage } from '../../model/page-state';
import { mayStore } from '../../model/settings';
import { countComments } from '../../storage/readers/count-comments';
import type { Services } from '../services';
import { toBadge } from './to-badge';

type BadgeServices = Pick<Services, 'connection' | 'settings' | 'showBadge'>;

/** Shows on the tab's toolbar button what is known of it now. */
export async function refreshBadge(services: BadgeServices, page: TabPage): Promise<void> {
  const noteId = page.note?.noteId;
  const comments =
    noteId === undefined ? 0 : await services.connection.read((database) => countComments(database, noteId));
  const paused = !mayStore(await services.settings());
  await services.showBadge(page.tabId, toBadge(page, { paused, comments }));
}

/** The same for every tab in which this note is in front. */
export async function refreshNoteBadges(services: Services, noteId: string): Promise<void> {
  for (const page of await services.tracker.list()) {
    if (page.note?.noteId === noteId) await refreshBadge(services, page);
  }
}
