import { browser } from 'wxt/browser';
import { demandDiskRoom } from './disk-room';

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

/** Writes one value; fails with the browser's error when the area, or the disk, is full. */
export async function writeArea(area: AreaName, key: string, value: unknown): Promise<void> {
  if (area === 'local') await demandDiskRoom();
  await changing([key], () => browser.storage[area].set({ [key]: value }));
}

export async function removeFromArea(area: AreaName, keys: string | string[]): Promise<void> {
  await changing([keys].flat(), () => browser.storage[area].remove(keys));
}

export async function clearArea(area: AreaName): Promise<void> {
  await changing(undefined, () => browser.storage[area].clear());
}

/** What forgets, when this context writes one of the keys or all, what was read of them. */
const remembered = new Set<(keys: readonly string[] | undefined) => void>();

/**
 * The same reading, done once, and anew after this context has written or removed one of `keys`. Only for what no other
 * context writes; kept as long as this one lasts. What is asked for many times a second is waited for otherwise.
 */
export function rememberRead<Value>(
  read: () => Promise<Value>,
  keys: readonly string[],
): () => Promise<Value> {
  let known: Promise<Value> | undefined;
  remembered.add((changed) => {
    if (!changed || changed.some((key) => keys.includes(key))) known = undefined;
  });
  return () => {
    if (known) return known;
    const reading = read();
    known = reading;
    // What could not be read is tried again by the next one; who asked hears of it.
    reading.catch(() => {
      if (known === reading) known = undefined;
    });
    return reading;
  };
}

/** Forgets before, as what is there is being replaced, and after: what was read in between may be either. */
async function changing(keys: readonly string[] | undefined, change: () => Promise<void>): Promise<void> {
  const forget = () => {
    for (const one of remembered) one(keys);
  };
  forget();
  try {
    await change();
  } finally {
    forget();
  }
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
