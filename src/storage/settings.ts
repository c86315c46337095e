import { createQueue } from '../lib/create-queue';
import { settingsSchema } from '../model/settings';
import type { Settings } from '../model/settings';
import { clearArea, rememberRead, writeArea } from '../platform/storage-area';
import { readSettings, SETTINGS_KEY } from './readers/read-settings';

/** Settings before and after a change. */
export interface ChangedSettings {
  readonly before: Settings;
  readonly after: Settings;
}

/** One change after the other: of two at once, neither undoes the other, and none brings back what was deleted. */
const queue = createQueue();

/**
 * The settings, in `storage.local`, which is closed to content scripts. Written by the background only; read and
 * watched by every page (`readers/read-settings`). Bounded by: one record.
 */
export function changeSettings(patch: Partial<Settings>): Promise<ChangedSettings> {
  return change((before) => settingsSchema.parse({ ...before, ...patch }));
}

/** Records the answer of the welcome page; a no takes an earlier yes back. */
export function answerConsent(
  consent: Settings['consent'],
  capture: Settings['capture'],
): Promise<ChangedSettings> {
  return change((before) => {
    const after: Settings = { ...before, capture };
    if (consent) after.consent = consent;
    else delete after.consent;
    return after;
  });
}

/** The settings now, as `readSettings`, for the background: what it has not changed itself since is not read again. */
export const createSettingsReader = (): (() => Promise<Settings>) =>
  rememberRead(readSettings, [SETTINGS_KEY]);

/** Deletes everything in `storage.local`, the settings with the consent among it. */
export function clearSettings(): Promise<void> {
  return queue(() => clearArea('local'));
}

function change(make: (before: Settings) => Settings): Promise<ChangedSettings> {
  return queue(async () => {
    const before = await readSettings();
    const after = make(before);
    await writeArea('local', SETTINGS_KEY, after);
    return { before, after };
  });
}
