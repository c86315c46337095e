import { AppError } from '../../model/errors';
import { mayStore } from '../../model/settings';
import type { Services } from '../services';
import { reachPage } from './reach-page';

/**
 * Tells every open page of the site whether captures are wanted, and has it report itself with its state when they
 * are, so that a note that is open already is known at once. Pages that cannot be reached are left alone.
 */
export async function tellPages(services: Services): Promise<void> {
  const allowed = mayStore(await services.settings());
  const tabs = await services.findSiteTabs();
  await Promise.all(tabs.map(({ tabId }) => tellPage(services, tabId, allowed)));
}

async function tellPage(services: Services, tabId: number, allowed: boolean): Promise<void> {
  try {
    await reachPage(services, tabId, 'capture.allow', { allowed });
    if (allowed) await services.askPage(tabId, 'page.describe', { withState: true });
  } catch (thrown) {
    // A tab that is closing, an error page, a page the browser keeps us out of: it will report when it is loaded.
    if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
  }
}
