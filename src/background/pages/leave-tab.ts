import { actingStates, actingWindows, loadingStates } from '../../storage/session';
import { actingNews, loseAction } from '../acting/acting-news';
import { loadingNews } from '../loading/loading-news';
import type { Services } from '../services';

/** The tab was closed: nothing of it is known any more, and nothing goes on in it. */
export async function leaveTab({ tracker }: Pick<Services, 'tracker'>, tabId: number): Promise<void> {
  await tracker.forget(tabId);
  await loadingStates.remove(tabId);
  loadingNews.tell(String(tabId));
  await actingWindows.remove(tabId);
  for (const { actionId, tabId: own } of await actingStates.list()) {
    if (own !== tabId) continue;
    await loseAction(actionId);
    actingNews.tell(actionId);
  }
}
