import { AppError } from '../../model/errors';
import { mayStore } from '../../model/settings';
import type { Services } from '../services';
import { takeLiveState } from '../sightings/take-live-state';
import { reachPage } from './reach-page';

/**
 * Tells every open page of the site whether captures are wanted, and has it report itself with its state when they
 * are, so that a note that is open already is known at once, with the comments it has loaded so far. Pages that cannot be reached are left alone.
 */
export async function tellPages(services: Services): Promise<void> {
  const allowed = mayStore(await services.settings());
  const tabs = await services.findSiteTabs();
  await Promise.all(tabs.map(({ tabId }) => tellPage(services, tabId, allowed)));
}

async function tellPage(services: Services, tabId: number, allowed: boolean): Promise<void> {
  try {
    await reachPage(services, tabId, 'capture.allow', { allowed });
    if (!allowed) return;
    await reachPage(services, tabId, 'page.describe', { withState: true });
    const page = await services.tracker.find(tabId);
    // The state the page was delivered with knows nothing of what came by its requests since.
    if (page) await takeLiveState(services, page);
  } catch (thrown) {
    // A tab that is closing, an error page, a page the browser keeps us out of: it will report when it is loaded.
    if (thrown instanceof AppError && thrown.code === 'page-not-reached') return;
    // One page that fails keeps neither the others from being told, nor what was changed from being changed.
    await services.problems.record(thrown, 'page');
  }
}
