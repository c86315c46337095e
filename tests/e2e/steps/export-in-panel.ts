import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readCsv } from '../../support/read-csv';
import type { CsvTable } from '../../support/read-csv';
import { readDownload } from './read-download';

export interface PanelExport {
  readonly fileName: string;
  readonly table: CsvTable;
  /** Ids of the comments in the file, in its order. */
  readonly ids: readonly string[];
  readonly reportName: string;
  readonly report: unknown;
}

/** Presses *Export CSV* in the side panel and reads what came to the disk. English only. */
export async function exportInPanel(panel: Page, downloadDir: string): Promise<PanelExport> {
  const before = readdirSync(downloadDir);
  await panel.getByRole('button', { name: 'Export CSV' }).click();
  const file = await readDownload(downloadDir, '.csv', before);
  const report = await readDownload(downloadDir, '.report.json', before);
  const table = readCsv(file.text);
  return {
    fileName: file.name,
    table,
    // The spreadsheet form of the file may wrap an id to keep it a text.
    ids: table.rows.map((row) => /[0-9a-f]{24}/.exec(row['Comment ID'] ?? '')?.[0] ?? ''),
    reportName: report.name,
    report: JSON.parse(report.text),
  };
}
