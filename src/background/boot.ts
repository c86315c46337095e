import { keepAlarm } from '../platform/worker/alarms';
import { endStaleAwake } from '../platform/worker/keep-awake';
import { closeAreasToPages } from '../platform/storage-area';
import { sweepAccountTabs } from './accounts/account-tabs';
import { findRooms } from './accounts/rooms/find-rooms';
import { resumeForgetting } from './forget/forget-person';
import { emptyTrash } from './forget/trash';
import { dropLeftStaging, resumeRestore } from './restore/restore-backup';
import type { Services } from './services';

export const RETENTION_ALARM = 'retention.daily';
const DAY_MINUTES = 1_440;

/**
 * What is due at every start of the worker, whatever woke it; what fails keeps nothing else from being done. Jobs come last
 * and may go on for hours: what is to be forgotten or restored is not left waiting for them.
 */
export async function boot(services: Services): Promise<void> {
  const due = [
    () => closeAreasToPages(),
    // First of all no page speaks for somebody else, and the user's own login is there, should it have been taken out.
    () => sweepAccountTabs(services),
    () => findRooms(services).resumeAdding(services),
    () => keepAlarm(RETENTION_ALARM, DAY_MINUTES),
    () => endStaleAwake(),
    () => resumeForgetting(services),
    () => emptyTrash(services),
    () => resumeRestore(services),
    () => dropLeftStaging(),
    () => services.jobs.wake(),
  ];
  for (const task of due) {
    await task().catch((thrown: unknown) => services.problems.record(thrown, 'background'));
  }
}
