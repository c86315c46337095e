import { createCrc32 } from '../../../lib/crc32';
import {
  BACKUP_FORMAT,
  backupHeaderSchema,
  backupRowSchema,
  backupTrailerSchema,
} from '../../../model/backup/backup-file';
import type { BackupHeader, BackupRow } from '../../../model/backup/backup-file';
import { AppError } from '../../../model/errors';
import { readLines } from './read-lines';

/** What is done with a backup while it is read. */
export interface BackupReader {
  /** The newest database this code knows. */
  readonly databaseVersion: number;
  /** The first line is read and understood. */
  begin(header: BackupHeader): Promise<void>;
  /** Rows in their order, a thousand at a time. */
  take(rows: readonly BackupRow[]): Promise<void>;
}

const BATCH = 1_000;

/**
 * Reads a backup to its end. Rejects with `backup-foreign` (another file), `backup-newer` (of a later version),
 * `backup-damaged` (cut off, changed, or with lines that are none); resolves only when count and checksum are right.
 */
export async function readBackup(file: ReadableStream<Uint8Array>, reader: BackupReader): Promise<void> {
  const crc = createCrc32();
  const stores = new Map<string, number>();
  let header: BackupHeader | undefined;
  let batch: BackupRow[] = [];
  let rows = 0;
  let isOver = false;
  const flush = async () => {
    if (batch.length > 0) await reader.take(batch);
    batch = [];
  };
  for await (const { text, bytes } of unzip(file, () => header === undefined)) {
    if (isOver) throw damaged('more-behind-end');
    const line = parseLine(text, header === undefined);
    if (!header) {
      header = parseHeader(line, reader.databaseVersion);
      await reader.begin(header);
    } else if (Array.isArray(line)) {
      const row = parseRow(line);
      stores.set(row[0], (stores.get(row[0]) ?? 0) + 1);
      rows += 1;
      if (batch.push(row) >= BATCH) await flush();
    } else {
      checkEnd(line, { rows, stores, crc32: crc.toText() });
      isOver = true;
    }
    crc.add(bytes);
  }
  if (!header) throw new AppError('backup-foreign');
  if (!isOver) throw damaged('cut-off');
  await flush();
}

const damaged = (reason: string) => new AppError('backup-damaged', { details: { reason } });

/** Lines of the unpacked file. What is no gzip at all is another file; what breaks off in the middle is damaged. */
async function* unzip(file: ReadableStream<Uint8Array>, isBegin: () => boolean) {
  const unpacked = file.pipeThrough(
    new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>,
  );
  try {
    yield* readLines(unpacked);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (isBegin()) throw new AppError('backup-foreign', { cause: thrown });
    throw new AppError('backup-damaged', { details: { reason: 'unreadable' }, cause: thrown });
  }
}

function parseLine(text: string, isFirst: boolean): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    throw new AppError(isFirst ? 'backup-foreign' : 'backup-damaged', { cause: thrown });
  }
}

function parseHeader(line: unknown, newest: number): BackupHeader {
  const header = backupHeaderSchema.safeParse(line);
  if (!header.success) throw new AppError('backup-foreign');
  const { format, databaseVersion } = header.data;
  if (format > BACKUP_FORMAT || databaseVersion > newest) throw new AppError('backup-newer');
  if (!Number.isInteger(databaseVersion) || databaseVersion < 1) throw damaged('version');
  return header.data;
}

function parseRow(line: unknown): BackupRow {
  const row = backupRowSchema.safeParse(line);
  if (!row.success) throw damaged('row');
  return row.data;
}

function checkEnd(
  line: unknown,
  found: { rows: number; stores: ReadonlyMap<string, number>; crc32: string },
): void {
  const trailer = backupTrailerSchema.safeParse(line);
  if (!trailer.success) throw damaged('line');
  const { rows, stores, crc32 } = trailer.data;
  if (rows !== found.rows || crc32 !== found.crc32) throw damaged('sum');
  for (const [store, count] of Object.entries(stores))
    if (count !== (found.stores.get(store) ?? 0)) throw damaged('count');
}
