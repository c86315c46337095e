import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { RunningChromium } from '../../support/chromium';
import { waitFor } from '../../support/wait-for';

/** Saves a backup as the user does, and gives the whole of it as text. */
export async function saveBackup({
  extension,
  downloadDir,
}: Pick<RunningChromium, 'extension' | 'downloadDir'>): Promise<string> {
  const page = await extension.openPage('options.html#stored');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const name = await waitFor(() => readdirSync(downloadDir).find((file) => file.endsWith('.jsonl.gz')), {
    what: 'the backup to be saved',
    timeoutMs: 30_000,
  });
  await page.close();
  return gunzipSync(readFileSync(join(downloadDir, name))).toString('utf8');
}
