import { checkStaged, openStaging } from '../../src/storage/backup/staging';
import type { Staging } from '../../src/storage/backup/staging';
import { DATABASE_VERSION } from '../../src/storage/schema';
import { readBackup } from '../../src/workers/library/backup/read-backup';

/** Unpacks a backup beside the database, as the page does by its worker. */
export async function unpackBackup(file: Uint8Array): ReturnType<typeof checkStaged> {
  let staging: Staging | undefined;
  await readBackup(new Blob([file as Uint8Array<ArrayBuffer>]).stream(), {
    databaseVersion: DATABASE_VERSION,
    begin: async (header) => void (staging = await openStaging(header.databaseVersion)),
    take: async (rows) => staging?.put(rows),
  });
  await staging?.finish();
  return checkStaged(() => undefined);
}
