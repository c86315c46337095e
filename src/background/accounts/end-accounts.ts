import type { Services } from '../services';
import { closeAccountTabs } from './account-tabs';
import { undoAdding } from './add-account';

/**
 * Before everything is deleted: the browser's own login, should it lie aside, goes back into the browser, and no tab is
 * left under a saved one. What fails there keeps nothing from being deleted.
 */
export async function endAccounts(services: Services): Promise<void> {
  try {
    await undoAdding(services);
    await closeAccountTabs(services);
  } catch (thrown) {
    await services.problems.record(thrown, 'background');
  }
}
