import { signal, type ReadonlySignal } from '@preact/signals';
import { AppError, toAppError } from '../../../model/errors';
import type { BackupClient } from '../../../workers/library/backup/create-backup-client';
import type { BackupProgress } from '../../../workers/library/backup/types';
import type { Ports } from '../../shell/ports';
import { watchProgress } from './watch-progress';

/** Where writing a backup stands. */
export type BackupState =
  | { readonly state: 'idle' }
  | { readonly state: 'writing'; readonly progress: BackupProgress | undefined }
  | { readonly state: 'saving' }
  | { readonly state: 'done'; readonly fileName: string; readonly rows: number; readonly bytes: number }
  | { readonly state: 'failed'; readonly error: AppError };

export interface BackupStore {
  readonly backup: ReadonlySignal<BackupState>;
  start(): Promise<void>;
  /** Nothing is saved. */
  cancel(): void;
  dismiss(): void;
}

/** Writes the database into one file of the user's downloads, for as long as the page is open. */
export function createBackupStore(
  ports: Pick<Ports, 'client' | 'saveBlob' | 'version'>,
  client: BackupClient,
): BackupStore {
  const backup = signal<BackupState>({ state: 'idle' });
  let stop = new AbortController();
  const write = async ({ signal: stopped }: AbortController) => {
    // What was forgotten a moment ago is not to be in it.
    await ports.client('trash.empty', {});
    if (stopped.aborted) throw new AppError('cancelled');
    const createdAt = Date.now();
    const ended = watchProgress(client, (progress) => (backup.value = { state: 'writing', progress }));
    try {
      const { rows, bytes, file } = await client.write({ extensionVersion: ports.version, createdAt });
      ended();
      backup.value = { state: 'saving' };
      const fileName = await ports
        .saveBlob({ fileName: toBackupName(createdAt), blob: file })
        .catch((thrown: unknown) => Promise.reject(toSaveError(thrown)));
      backup.value = { state: 'done', fileName, rows, bytes };
    } finally {
      ended();
    }
  };
  return {
    backup,
    async start() {
      backup.value = { state: 'writing', progress: undefined };
      const own = (stop = new AbortController());
      const writeAndClear = async () => {
        try {
          await write(own);
        } finally {
          client.close();
          // Left behind it would only take room; the next one clears it away, too.
          await client.removeFile().catch(() => undefined);
        }
      };
      await client.whileAlone(writeAndClear).catch((thrown: unknown) => {
        // Given up by the user: that is no failure.
        backup.value = own.signal.aborted
          ? { state: 'idle' }
          : { state: 'failed', error: toAppError(thrown) };
      });
    },
    cancel() {
      stop.abort();
      client.close();
    },
    dismiss: () => void (backup.value = { state: 'idle' }),
  };
}

/** `hongshu-companion-backup-20261125-193000.jsonl.gz`, in the user's own time. */
function toBackupName(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  const time = `${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
  return `hongshu-companion-backup-${day}-${time}.jsonl.gz`;
}

function toSaveError(thrown: unknown): AppError {
  const isCancelled = /USER_CANCELED|cancell?ed by the user/i.test(String(thrown));
  return isCancelled ? new AppError('cancelled') : new AppError('download-failed', { cause: thrown });
}
