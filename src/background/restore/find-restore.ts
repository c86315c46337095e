import { restoreStateSchema } from '../../model/backup/backup-file';
import type { RestoreState } from '../../model/backup/backup-file';
import { readArea, rememberRead } from '../../platform/storage-area';

/** In `storage.local`: what was begun goes on, whatever ends meanwhile. */
export const RESTORE_KEY = 'restore';

/** The last restoring, under way or over. */
export async function findRestore(): Promise<RestoreState | undefined> {
  const stored = restoreStateSchema.safeParse(await readArea('local', RESTORE_KEY));
  return stored.success ? stored.data : undefined;
}

/**
 * Whether what is stored is being put together anew, in this life of the background or as soon as the next one has gone on
 * with it: no job may read or count it then. One that the user has paused, or that failed, is not waited for.
 */
export async function isRestoring(): Promise<boolean> {
  const state = (await findRestore())?.state;
  return state === 'clear' || state === 'copy';
}

/** The same, for who asks before every step: what was not changed since is not read again. */
export const createRestoringReader = (): typeof isRestoring => rememberRead(isRestoring, [RESTORE_KEY]);
