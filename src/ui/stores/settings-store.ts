import { signal, type ReadonlySignal } from '@preact/signals';
import { DEFAULT_SETTINGS, type CaptureKinds, type Settings } from '../../model/settings';
import type { Ports } from '../shell/ports';

export interface SettingsStore {
  /** `undefined` only until they are read for the first time. */
  readonly settings: ReadonlySignal<Settings | undefined>;
  /** Settles when they were read, or could not be: then the defaults stand, which allow nothing. */
  readonly ready: Promise<void>;
  /** Changes some of them; rejects with an `AppError`, and shows the old ones again. */
  change(patch: Partial<Omit<Settings, 'consent'>>): Promise<void>;
  /** The answer of the welcome page; rejects with an `AppError`. */
  answerConsent(agreed: boolean, capture: CaptureKinds): Promise<void>;
}

/** The settings as every page sees them, kept up with changes made elsewhere. */
export function createSettingsStore(
  ports: Pick<Ports, 'client' | 'settings' | 'askToKeepStorage'>,
  until: AbortSignal,
): SettingsStore {
  const settings = signal<Settings | undefined>(undefined);
  ports.settings.watch((now) => (settings.value = now), until);
  const ready = ports.settings.read().then(
    (now) => {
      settings.value = now;
    },
    () => {
      // The area cannot be read: nothing counts as agreed to, and a change will say what is wrong.
      settings.value = DEFAULT_SETTINGS;
    },
  );
  return {
    settings,
    ready,
    async change(patch) {
      const before = settings.value;
      if (before) settings.value = { ...before, ...patch };
      try {
        settings.value = await ports.client('settings.change', { patch });
      } catch (thrown) {
        settings.value = before;
        throw thrown;
      }
    },
    async answerConsent(agreed, capture) {
      settings.value = await ports.client('consent.answer', { agreed, capture });
      // Not waited for: a browser may ask the user first. What it promised is shown in the options.
      if (agreed) void ports.askToKeepStorage();
    },
  };
}
