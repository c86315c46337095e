import { toExtensionUrl } from './runtime';

/**
 * Asks the browser not to clear what is stored when the disk runs full; whether it promises that. To be asked from a
 * page: a service worker can only learn the answer (`StorageManager.persist` is exposed to windows alone, Storage
 * Standard, 2026). A browser that fails to answer has promised nothing.
 */
export function askToKeepStorage(): Promise<boolean> {
  return navigator.storage.persist().catch(() => false);
}

/**
 * Whether the browser will not clear what is stored by itself. Chromium answered no to `persist()` in a new profile,
 * but exempts extensions with `unlimitedStorage` from eviction, and ours cannot be without it (measured, Chromium 156;
 * "Storage and cookies" in Chrome's documentation, 2026). Firefox says what it has promised.
 */
export async function isStorageKept(): Promise<boolean> {
  return toExtensionUrl('/').startsWith('chrome-extension:') || navigator.storage.persisted();
}
