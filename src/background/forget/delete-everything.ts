import { clearArea } from '../../platform/storage-area';
import { clearSettings } from '../../storage/settings';
import { endAccounts } from '../accounts/end-accounts';
import { endStoring } from '../gate';
import { stopLoading } from '../loading/stop-loading';
import { forgetSignForAll } from '../pages/raise-sign';
import { tellPages } from '../pages/tell-pages';
import { endRestore } from '../restore/restore-backup';
import type { Services } from '../services';
import { refreshAllBadges } from '../toolbar/refresh-badge';

/**
 * Deletes the database, the files that exports keep inside the browser, the settings with the consent, and what is
 * known of open tabs, keys of providers and what they answered. What is under way is stopped: exports end without a file,
 * calls of providers without an answer, and pages are told to stop.
 */
export async function deleteEverything(services: Services): Promise<void> {
  // The browser's own login, should it lie aside, is the user's and not ours to lose.
  await endAccounts(services);
  // Consent goes first: what comes in meanwhile is refused.
  await clearSettings();
  await endStoring();
  // A backup that lies unpacked beside the database goes, too.
  await endRestore();
  await stopLoading(services, { stoppedBy: 'paused' });
  await services.jobs.end();
  await services.providers.forgetAll();
  await services.exports.dropAll();
  await services.problems.clear();
  await services.tracker.forgetAll();
  await clearArea('session');
  await forgetSignForAll();
  await services.connection.destroy();
  await services.dropBackupFile();
  await tellPages(services);
  await refreshAllBadges(services);
  await services.emit('settings.changed', {});
  await services.emit('stored.removed', {});
}
