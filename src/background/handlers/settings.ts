import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { mayStore } from '../../model/settings';
import type { Settings } from '../../model/settings';
import { answerConsent, changeSettings } from '../../storage/settings';
import { isEqual } from '../../lib/is-equal';
import { askPaceAgain } from '../acting/ask-pace-again';
import { endStoring } from '../gate';
import { resumeStopped } from '../jobs/resume-stopped';
import { pauseLoading } from '../loading/pause-loading';
import { doAside } from '../problems/do-aside';
import { tellPages } from '../pages/tell-pages';
import type { Services } from '../services';
import { refreshAllBadges } from '../toolbar/refresh-badge';

type SettingsHandlers = Pick<Handlers<typeof uiToBackground>, 'consent.answer' | 'settings.change'>;

/** The text of the welcome page that was agreed to; a new one asks again. */
const CONSENT_TEXT_VERSION = 1;

/** Consent and settings. What they change for open pages happens before the answer. */
export function createSettingsHandlers(
  services: Services,
  onLanguageChanged: () => Promise<void>,
): SettingsHandlers {
  return {
    'consent.answer': async ({ agreed, capture }) => {
      const consent = agreed ? { answeredAt: services.now(), textVersion: CONSENT_TEXT_VERSION } : undefined;
      const { before, after: settings } = await answerConsent(consent, capture);
      await applyStoring(services, before, settings);
      await services.emit('settings.changed', {});
      return settings;
    },
    'settings.change': async ({ patch }) => {
      const { before, after: settings } = await changeSettings(patch as Partial<Settings>);
      await applyStoring(services, before, settings);
      if (before.language !== settings.language) await onLanguageChanged();
      if (!isEqual(before.acting, settings.acting)) doAside(services, askPaceAgain(services));
      await services.emit('settings.changed', {});
      return settings;
    },
  };
}

/** Begins or ends storing in all open pages. What was known of them is forgotten when it ends. */
async function applyStoring(services: Services, before: Settings, settings: Settings): Promise<void> {
  if (mayStore(before) === mayStore(settings)) return;
  // What waited for the end of a pause goes on; what runs sees by itself that it may not.
  doAside(services, mayStore(settings) ? goOn(services) : services.jobs.wake());
  if (!mayStore(settings)) {
    await endStoring();
    await pauseLoading(services);
    await services.tracker.forgetAll();
  }
  await tellPages(services);
  await refreshAllBadges(services);
}

/** Jobs that a pause met at work, and those that were waiting for their turn. */
async function goOn(services: Services): Promise<void> {
  await resumeStopped(services, 'paused');
  await services.jobs.wake();
}
