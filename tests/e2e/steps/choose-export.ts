import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { waitFor } from '../../support/wait-for';

export interface ChosenExport {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly report: unknown;
}

/** Opens the choices of an export in the side panel, in English, and waits until they are there. */
export async function openExportChoices(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Other formats and options' }).click();
  await panel.getByRole('dialog', { name: 'Export' }).waitFor();
}

/** Presses *Export* in the open choices and reads what came to the disk. */
export async function exportChosen(panel: Page, downloadDir: string, ending: string): Promise<ChosenExport> {
  const before = new Set(readdirSync(downloadDir));
  await panel.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  // Of two files that are called the same, within one second, the browser numbers the second.
  const isReport = (name: string) => /\.report(?: \(\d+\))?\.json$/.test(name);
  const isFile = (name: string) => !isReport(name) && name.endsWith(ending);
  // A file may have its name before it has its content.
  const isThere = (name: string) => statSync(join(downloadDir, name)).size > 0;
  const find = (isWanted: (name: string) => boolean) =>
    waitFor(
      () => readdirSync(downloadDir).find((name) => !before.has(name) && isWanted(name) && isThere(name)),
      {
        what: `a new download that ends in ${ending}, and its report`,
      },
    );
  const reportName = await find(isReport);
  const fileName = await find(isFile);
  return {
    fileName,
    bytes: readFileSync(join(downloadDir, fileName)),
    report: JSON.parse(readFileSync(join(downloadDir, reportName), 'utf8')),
  };
}
