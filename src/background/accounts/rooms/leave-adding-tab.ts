import { addingWindows } from '../../../storage/session';
import { findRooms } from './find-rooms';
import type { RoomServices } from './session-rooms';

/** The window in which somebody was to log in was closed: adding is given up. */
export async function leaveAddingTab(services: RoomServices, tabId: number): Promise<void> {
  if (!(await addingWindows.find(tabId))) return;
  await addingWindows.remove(tabId);
  await findRooms(services).undoAdding(services);
}
