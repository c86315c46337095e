import { browser } from 'wxt/browser';

/** `local` stays on disk; `session` lives in memory as long as the browser, and outlives the worker. */
export type AreaName = 'local' | 'session';

/** The value under the key, or `undefined`. */
export async function readArea(area: AreaName, key: string): Promise<unknown> {
  const found: Record<string, unknown> = await browser.storage[area].get(key);
  return found[key];
}

/** Every key that begins with `prefix`, with its value. */
export async function readAreaByPrefix(area: AreaName, prefix: string): Promise<Map<string, unknown>> {
  const all: Record<string, unknown> = await browser.storage[area].get(null);
  return new Map(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
}

/** Writes one value; fails with the browser's error when the area is full. */
export async function writeArea(area: AreaName, key: string, value: unknown): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}

export async function removeFromArea(area: AreaName, keys: string | string[]): Promise<void> {
  await browser.storage[area].remove(keys);
}

export async function clearArea(area: AreaName): Promise<void> {
  await browser.storage[area].clear();
}

/** Calls `listener` with the new value whenever the key changes, from whichever context, until the signal. */
export function watchArea(
  area: AreaName,
  key: string,
  listener: (value: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const onChanged = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
    const change = changes[key];
    if (changedArea === area && change) listener(change.newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged), { once: true });
}

/**
 * Keeps content scripts out of `storage.local` where the browser can (Chromium; Firefox has no such call, documented
 * 2026-05). `session` is closed to them by default in both.
 */
export async function closeAreasToPages(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
