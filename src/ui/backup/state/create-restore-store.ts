import { signal, type ReadonlySignal } from '@preact/signals';
import type { RestoreMode, RestoreState } from '../../../model/backup/backup-file';
import { AppError, toAppError } from '../../../model/errors';
import type { BackupClient } from '../../../workers/library/backup/create-backup-client';
import type { BackupProgress, CheckedBackup } from '../../../workers/library/backup/types';
import type { Ports } from '../../shell/ports';
import { watchProgress } from './watch-progress';

/** Where a chosen file stands, until the background has taken it over. */
export type ChosenBackup =
  | { readonly state: 'none' }
  | { readonly state: 'checking'; readonly progress: BackupProgress | undefined }
  | { readonly state: 'checked'; readonly backup: CheckedBackup }
  | { readonly state: 'failed'; readonly error: AppError };

export interface RestoreStore {
  readonly chosen: ReadonlySignal<ChosenBackup>;
  /** What the background is putting in, in whichever window that was begun. */
  readonly restore: ReadonlySignal<RestoreState | undefined>;
  /** Reads the whole file; changes nothing that is stored. Not while an earlier one is not put in whole: that would lose it. */
  check(file: Blob): Promise<void>;
  /** Gives the file up; nothing has been changed. */
  cancel(): Promise<void>;
  start(mode: RestoreMode): Promise<void>;
  resume(): Promise<void>;
  dismiss(): Promise<void>;
}

export function createRestoreStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  client: BackupClient,
  until: AbortSignal,
): RestoreStore {
  const chosen = signal<ChosenBackup>({ state: 'none' });
  const restore = signal<RestoreState | undefined>(undefined);
  const read = async () => {
    restore.value = (await ports.client('restore.find', {})) ?? undefined;
  };
  const fail = (thrown: unknown) => void (chosen.value = { state: 'failed', error: toAppError(thrown) });
  ports.onEvent('restore.changed', () => void read().catch(fail), until);
  void read().catch(fail);
  return {
    chosen,
    restore,
    async check(file) {
      chosen.value = { state: 'checking', progress: undefined };
      try {
        const earlier = await ports.client('restore.find', {});
        if (earlier && earlier.state !== 'done') throw new AppError('restore-unfinished');
      } catch (thrown) {
        return fail(thrown);
      }
      const ended = watchProgress(client, (progress) => (chosen.value = { state: 'checking', progress }));
      try {
        const backup = await client.unpack(file);
        ended();
        chosen.value = { state: 'checked', backup };
      } catch (thrown) {
        ended();
        client.close();
        const error = toAppError(thrown);
        // Given up by the user: that is no failure.
        chosen.value = error.code === 'cancelled' ? { state: 'none' } : { state: 'failed', error };
      }
    },
    async cancel() {
      client.close();
      const isOurs = chosen.value.state === 'checking' || chosen.value.state === 'checked';
      chosen.value = { state: 'none' };
      // What lies unpacked may belong to an earlier file that is not put in whole.
      if (isOurs) await client.removeUnpacked().catch(fail);
    },
    async start(mode) {
      const now = chosen.value;
      if (now.state !== 'checked') return;
      const { rows, skipped } = now.backup;
      try {
        restore.value = await ports.client('restore.start', { mode, total: rows, skipped });
        chosen.value = { state: 'none' };
        client.close();
      } catch (thrown) {
        // The file can be chosen again. What is unpacked stays: it may have been begun although no answer came.
        client.close();
        fail(thrown);
      }
    },
    resume: () => ports.client('restore.resume', {}).then(read).catch(fail),
    dismiss: () => ports.client('restore.dismiss', {}).then(read).catch(fail),
  };
}
