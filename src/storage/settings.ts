import { settingsSchema } from '../model/settings';
import type { Settings } from '../model/settings';
import { writeArea } from '../platform/storage-area';
import { readSettings, SETTINGS_KEY } from './readers/read-settings';

/**
 * The settings, in `storage.local`, which is closed to content scripts. Written by the background only; read and
 * watched by every page (`readers/read-settings`). Bounded by: one record.
 */
export async function changeSettings(patch: Partial<Settings>): Promise<Settings> {
  const changed = settingsSchema.parse({ ...(await readSettings()), ...patch });
  await writeArea('local', SETTINGS_KEY, changed);
  return changed;
}

/** Records the answer of the welcome page; a no takes an earlier yes back. */
export async function answerConsent(
  consent: Settings['consent'],
  capture: Settings['capture'],
): Promise<Settings> {
  const changed: Settings = { ...(await readSettings()), capture };
  if (consent) changed.consent = consent;
  else delete changed.consent;
  await writeArea('local', SETTINGS_KEY, changed);
  return changed;
}
