import { createCrc32 } from '../../../lib/crc32';
import { readAhead } from '../../../lib/read-ahead';
import { BACKUP_FORMAT, BACKUP_PRODUCT, BACKUP_STORES } from '../../../model/backup/backup-file';
import type {
  BackupHeader,
  BackupStore,
  BackupTrailer,
  StoreCounts,
} from '../../../model/backup/backup-file';

/** What a backup reads, and where it goes. */
export interface BackupPorts {
  countRows(store: BackupStore): Promise<number>;
  readRows(
    store: BackupStore,
  ): AsyncIterable<readonly { readonly key: IDBValidKey; readonly value: object }[]>;
  /** Takes the compressed file piece by piece. */
  write(bytes: Uint8Array): void;
  onProgress(rows: number, total: number): void;
}

export interface BackupFacts {
  readonly databaseVersion: number;
  readonly extensionVersion: string;
  readonly createdAt: number;
}

/** Names that secrets go by: none of our records has them, and none of them leaves by this door. */
const SECRET_NAMES =
  'cache_?url|api_?key|authorization|cookies?|web_session|id_token|passphrase|password|secret';
const SECRET_NAME = new RegExp(`^(?:${SECRET_NAMES})$`, 'i');
/** A text that holds such a name, or something that looks like it: then name by name is looked at. */
const MAY_HOLD_SECRET = new RegExp(`"(?:${SECRET_NAMES})":`, 'i');

/**
 * Writes the whole database as lines of JSON within gzip: a first line that says what it is, a line for each record, a
 * last one with how many there were and the checksum of all before. Memory holds two batches.
 */
export async function writeBackup(facts: BackupFacts, ports: BackupPorts): Promise<StoreCounts> {
  const planned: StoreCounts = {};
  for (const store of BACKUP_STORES) planned[store] = await ports.countRows(store);
  const total = Object.values(planned).reduce((sum, count) => sum + count, 0);
  const lines = createLines(ports.write);
  const header: BackupHeader = {
    product: BACKUP_PRODUCT,
    format: BACKUP_FORMAT,
    ...facts,
    stores: planned,
  };
  await lines.add(toLine(header));
  const stores: StoreCounts = {};
  let rows = 0;
  for (const store of BACKUP_STORES) {
    let count = 0;
    for await (const batch of readAhead(ports.readRows(store))) {
      await lines.add(batch.map((row) => toLine(toRow(store, row))).join(''));
      count += batch.length;
      rows += batch.length;
      ports.onProgress(rows, Math.max(total, rows));
    }
    stores[store] = count;
  }
  const trailer: BackupTrailer = { end: true, rows, stores, crc32: lines.checksum() };
  await lines.add(toLine(trailer));
  await lines.finish();
  return stores;
}

function toRow(store: BackupStore, { key, value }: { key: IDBValidKey; value: object }): unknown[] {
  // Only people's keys are not in their record.
  return store === 'authors' ? [store, value, key] : [store, value];
}

function toLine(value: unknown): string {
  const text = JSON.stringify(value);
  // Asking a function about every name takes several times as long, and no record of ours needs it.
  if (!MAY_HOLD_SECRET.test(text)) return `${text}\n`;
  return `${JSON.stringify(value, (name, inner: unknown) => (SECRET_NAME.test(name) ? undefined : inner))}\n`;
}

/** Texts through gzip, with the checksum of what went in. */
function createLines(write: (bytes: Uint8Array) => void) {
  const gzip = new CompressionStream('gzip');
  const input = gzip.writable.getWriter();
  const encoder = new TextEncoder();
  const crc = createCrc32();
  const written = (async () => {
    const output = gzip.readable.getReader();
    for (;;) {
      const { done, value } = await output.read();
      if (done) return;
      write(value);
    }
  })();
  // Whoever adds or finishes hears of it.
  written.catch((thrown: unknown) => input.abort(thrown).catch(() => undefined));
  return {
    async add(text: string) {
      const bytes = encoder.encode(text);
      crc.add(bytes);
      await Promise.race([input.write(bytes), written]);
    },
    checksum: () => crc.toText(),
    async finish() {
      await input.close();
      await written;
    },
  };
}
