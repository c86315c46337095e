import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { findRestore } from './find-restore';
import { dismissRestore, resumeRestore, startRestore } from './restore-backup';
import type { Services } from '../services';

type RestoreHandlers = Pick<
  Handlers<typeof uiToBackground>,
  'restore.start' | 'restore.resume' | 'restore.find' | 'restore.dismiss'
>;

/** Restoring a backup, as the pages of the extension ask for it. */
export function createRestoreHandlers(services: Services): RestoreHandlers {
  return {
    'restore.start': (wanted) => startRestore(services, wanted),
    'restore.resume': async () => (await resumeRestore(services, { stopped: true })) ?? null,
    'restore.find': async () => (await findRestore()) ?? null,
    'restore.dismiss': async () => {
      await dismissRestore(services);
      return {};
    },
  };
}
