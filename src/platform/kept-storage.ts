/**
 * Asks the browser not to clear what is stored when the disk runs full; whether it promises that. To be asked from a
 * page: a service worker can only learn the answer (`StorageManager.persist` is exposed to windows alone, Storage
 * Standard, 2026). A browser that fails to answer has promised nothing.
 */
export function askToKeepStorage(): Promise<boolean> {
  return navigator.storage.persist().catch(() => false);
}
