import { DEFAULT_SETTINGS, settingsSchema } from '../../model/settings';
import type { Settings } from '../../model/settings';
import { readArea, watchArea } from '../../platform/storage-area';

/** Where the settings lie in `storage.local`; written by the background only. */
export const SETTINGS_KEY = 'settings';

/**
 * Settings as stored, filled up with the defaults of this version. What cannot be understood counts as not set: never
 * as agreed to.
 */
export function toSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const filled = settingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...stored });
  return filled.success ? filled.data : DEFAULT_SETTINGS;
}

/** The settings now. */
export async function readSettings(): Promise<Settings> {
  return toSettings(await readArea('local', SETTINGS_KEY));
}

/** Calls `listener` with the settings whenever any of them changed, until the signal. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  watchArea('local', SETTINGS_KEY, (stored) => listener(toSettings(stored)), signal);
}
