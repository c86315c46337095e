import type { Services } from '../services';
import { findRooms } from './rooms/find-rooms';

/**
 * Before everything is deleted: the browser's own login, should it lie aside, goes back into the browser, and neither a
 * tab nor a container is left of a saved one. What fails there keeps nothing from being deleted.
 */
export async function endAccounts(services: Services): Promise<void> {
  try {
    const rooms = findRooms(services);
    await rooms.undoAdding(services);
    await rooms.closeTabs(services);
    await rooms.clearAll(services);
  } catch (thrown) {
    await services.problems.record(thrown, 'background');
  }
}
