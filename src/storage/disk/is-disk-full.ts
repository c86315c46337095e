import { findDiskRoom } from '../../platform/disk-room';

/** What a database is opened with: its log is written anew, and the one before (4 MB at most) packed into a table. */
const FOR_OPENING = 8 * 1024 * 1024;

/**
 * Whether a failure without a reason is that of a full disk. Chromium ends the connection to a database that it cannot write any
 * more, cannot open it until there is room again, and opens no file; it says "Connection is closing because of: IO error",
 * "Internal error opening backing store", `InvalidStateError` (measured, Chromium 156, 2026-11). Where nobody can tell, the
 * answer is no: Firefox gives the reason by itself.
 */
export async function isDiskFull(): Promise<boolean> {
  const room = await findDiskRoom();
  return room !== undefined && room < FOR_OPENING;
}
