import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeFolder } from '../remove-folder';
import { runCommand } from '../run-command';
import type { DeskPrograms } from '../setup/desk-programs';

/** A cell as the program shows it. Everything that is not a text (numbers, truths, times, results) is a value. */
export interface CalcCell {
  readonly shown: string;
  readonly kind: 'text' | 'value' | 'empty';
}

/** UTF-8, comma, quotes; columns as the program takes them by itself. */
const OPEN = 'CSV:44,34,76,1';
/** The same; texts always in quotes, everything else as it is shown on screen and without. */
const SAVE = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true';
/** And of a workbook every sheet, each in a file of its own that is named after it. */
const SAVE_ALL = `${SAVE},false,false,false,-1`;

/**
 * Opens a CSV or a workbook in LibreOffice Calc and gives the cells of its first sheet by row, or of the one that is named
 * (filter options: LibreOffice help, "Filter Options for CSV"; tried with 7.4).
 */
export async function readInCalc(
  { SOFFICE_PATH }: DeskPrograms<'office'>,
  path: string,
  sheet?: string,
): Promise<readonly (readonly CalcCell[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'calc-'));
  try {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const result = await runCommand(
      SOFFICE_PATH,
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        // A workbook says itself what it is.
        ...(path.endsWith('.csv') ? [`--infilter=${OPEN}`] : []),
        '--convert-to',
        sheet === undefined ? SAVE : SAVE_ALL,
        '--outdir',
        folder,
        path,
      ],
      { silenceMs: 120_000 },
    );
    if (result.exitCode !== 0) throw new Error(`${SOFFICE_PATH}: ${result.reason ?? result.text}`);
    const saved = sheet === undefined ? parse(path).name : `${parse(path).name}-${sheet}`;
    return readShownCells(readFileSync(join(folder, `${saved}.csv`), 'utf8'));
  } finally {
    removeFolder(folder);
  }
}

/** One cell and what ends it: in quotes, in which quotes are doubled, or bare. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;

function readShownCells(saved: string): readonly (readonly CalcCell[])[] {
  const rows: CalcCell[][] = [[]];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < saved.length) {
    const at = CELL.lastIndex;
    const match = CELL.exec(saved);
    if (!match) throw new Error(`No cell at ${at}: ${saved.slice(at, at + 60)}`);
    const [, text, value = '', end] = match;
    rows
      .at(-1)
      ?.push(
        text === undefined
          ? { shown: value, kind: value === '' ? 'empty' : 'value' }
          : { shown: text.replaceAll('""', '"'), kind: 'text' },
      );
    if (end === '\n' && CELL.lastIndex < saved.length) rows.push([]);
  }
  return rows;
}
