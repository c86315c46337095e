const MEGABYTE = 1024 * 1024;

/** Where less is free, not even a small record is written. */
export const LEAST_ROOM = 2 * MEGABYTE;

/**
 * Bytes that are free on the disk on which the browser stores; `undefined` where it does not tell, or need not be asked:
 * Chromium answers an extension with `unlimitedStorage` what its disk has, to the byte and within a millisecond (measured,
 * Chromium 156, 2026-11). Firefox refuses a write before its files come to harm.
 */
export async function findDiskRoom(): Promise<number | undefined> {
  if (globalThis.location?.protocol !== 'chrome-extension:') return undefined;
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

/**
 * Refuses as the browser does when there is no room, before there is none. Chromium leaves half a record where the last byte
 * of a disk goes; it reads over it once, and after what is written behind it takes the whole file for damaged: all rows are
 * gone with the second opening (measured, Chromium 156, 2026-11: IndexedDB empty, `storage.local` unreadable).
 */
export async function demandDiskRoom(least: number = LEAST_ROOM): Promise<void> {
  const room = await findDiskRoom();
  if (room !== undefined && room < least) {
    throw new DOMException(`${room} bytes are free, ${least} are needed`, 'QuotaExceededError');
  }
}
