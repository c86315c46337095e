import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { RunningChromium } from '../../support/chromium';
import type { Said } from '../../support/find-secrets';
import { readParquet } from '../../support/read-files/read-parquet';
import { waitFor } from '../../support/wait-for';
import { demandOfBackground } from './ask-background';
import { readAllDownloads } from './read-all-downloads';
import { saveBackup } from './save-backup';

const FORMATS = ['csv', 'xlsx', 'markdown', 'json', 'jsonl', 'parquet'];

/**
 * Everything that the extension keeps, and every file that it makes: both areas of storage, all databases, a backup, the
 * log of actions in both forms, and the comments of this note in every format, unpacked.
 */
export async function readEverything(chromium: RunningChromium, noteId: string): Promise<readonly Said[]> {
  const { extension, downloadDir } = chromium;
  const stored = [
    { where: 'local', text: JSON.stringify(await extension.readStorage('local')) },
    { where: 'session', text: JSON.stringify(await extension.readStorage('session')) },
    ...(await Promise.all(
      (await extension.listDatabases()).map(async (name) => ({
        where: name,
        text: JSON.stringify(await extension.readDatabase(name)),
      })),
    )),
    { where: 'backup', text: await saveBackup(chromium) },
  ];
  for (const format of FORMATS) await exportAs(chromium, noteId, format);
  for (const form of ['CSV', 'JSON']) await saveLog(chromium, form);
  return [...stored, ...readAllDownloads(downloadDir), ...(await unpackAll(downloadDir))];
}

async function exportAs({ extension }: RunningChromium, noteId: string, format: string): Promise<void> {
  const request = {
    ...{ noteId, format, preset: 'plain', withNoteColumns: true },
    ...{ timeZone: 'UTC', language: 'en', namePattern: `${format}-{title}` },
  };
  const { evaluate } = extension;
  const { exportId } = await demandOfBackground<{ exportId: string }>(evaluate, 'export.start', request);
  await waitFor(
    async () => {
      const all = await demandOfBackground<{ exportId: string; state: string }[]>(
        evaluate,
        'export.list',
        {},
      );
      return all.find((one) => one.exportId === exportId)?.state === 'done';
    },
    { what: `the file as ${format}`, timeoutMs: 30_000 },
  );
}

/** As the user does, in the library. */
async function saveLog({ extension, downloadDir }: RunningChromium, form: string): Promise<void> {
  const page = await extension.openPage('library.html#act');
  const before = new Set(readdirSync(downloadDir));
  await page.getByRole('button', { name: `Export ${form}`, exact: true }).click();
  const isNew = (name: string) => !before.has(name) && statSync(join(downloadDir, name)).size > 0;
  await waitFor(() => readdirSync(downloadDir).some(isNew), { what: `the log as ${form}` });
  await page.close();
}

/** What stands packed in files, as text. */
async function unpackAll(downloadDir: string): Promise<Said[]> {
  const said: Said[] = [];
  for (const name of readdirSync(downloadDir)) {
    const bytes = readFileSync(join(downloadDir, name));
    if (name.endsWith('.xlsx'))
      for (const [part, content] of Object.entries(unzipSync(bytes)))
        said.push({ where: `${part} in ${name}`, text: Buffer.from(content).toString('utf8') });
    if (name.endsWith('.parquet'))
      said.push({ where: `rows of ${name}`, text: toJson((await readParquet(bytes)).rows) });
  }
  return said;
}

const toJson = (rows: unknown): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
