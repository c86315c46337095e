import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS } from '../../../src/export/columns.catalog';
import type { Cell } from '../../../src/export/columns.catalog';
import { EXPORT_FORMATS } from '../../../src/export/registry';
import { isDangerousCell, undoCellGuard } from '../../support/undo-cell-guard';
import { readParquet } from '../../support/read-files/read-parquet';
import { readWorkbook } from '../../support/read-files/read-workbook';
import { writeWith } from '../../unit/export/support/write-with';
import { HOSTILE_TEXTS } from './hostile-texts';

const TEXT_COLUMNS = EXPORT_COLUMNS.filter((column) => column.kind === 'text');
/** Each text once in each column that may hold one. */
const ROWS = HOSTILE_TEXTS.map((_text, row) =>
  TEXT_COLUMNS.map((_column, column) => HOSTILE_TEXTS[(row + column) % HOSTILE_TEXTS.length] ?? ''),
);
const NAMES = TEXT_COLUMNS.map((column) => column.id);

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes);
const write = (format: keyof typeof EXPORT_FORMATS, preset: 'excel' | 'plain' = 'plain') =>
  writeWith(EXPORT_FORMATS[format], { columns: TEXT_COLUMNS, rows: ROWS, options: { preset } });
const asRows = (objects: readonly Readonly<Record<string, unknown>>[]) =>
  objects.map((row) => NAMES.map((name) => row[name]));

describe('hostile texts in every text column', () => {
  it.each(['excel', 'plain'] as const)('come back from CSV, preset %s', (preset) => {
    const { data, errors } = Papa.parse<string[]>(decode(write('csv', preset)), { skipEmptyLines: 'greedy' });
    expect(errors).toEqual([]);
    const cells = data.slice(1);
    if (preset === 'excel') for (const cell of cells.flat()) expect(isDangerousCell(cell), cell).toBe(false);
    expect(preset === 'excel' ? cells.map((row) => row.map(undoCellGuard)) : cells).toEqual(ROWS);
  });

  it('come back from XLSX as texts, none of them a formula', async () => {
    const [comments] = await readWorkbook(write('xlsx'));
    expect(comments?.header).toEqual(NAMES);
    expect(comments?.rows).toEqual(ROWS);
    expect(comments?.formulas).toEqual([]);
  });

  it('come back from JSON and JSONL', () => {
    const whole = JSON.parse(decode(write('json'))) as { comments: Record<string, unknown>[] };
    expect(asRows(whole.comments)).toEqual(ROWS);
    const lines = decode(write('jsonl')).trimEnd().split('\n');
    expect(asRows(lines.map((line) => JSON.parse(line) as Record<string, unknown>))).toEqual(ROWS);
  });

  it('come back from Parquet', async () => {
    const { rows, types } = await readParquet(write('parquet'));
    expect(asRows(rows)).toEqual(ROWS);
    for (const name of NAMES) expect(types[name]).toBe('VARCHAR');
  });
});

/** Digits alone stay digits, whatever a reader does to numbers: leading zeros, 24 digits, `5e12…`. */
it('ids stay texts in every format that has types', async () => {
  const columns = EXPORT_COLUMNS.filter(({ id }) => id === 'comment_id' || id === 'likes');
  const rows: Cell[][] = [
    ['007', 7],
    ['123456789012345678901234', 1],
    ['5e1200000000000000000001', 0],
  ];
  const [sheet] = await readWorkbook(writeWith(EXPORT_FORMATS.xlsx, { columns, rows }));
  expect(sheet?.rows).toEqual(rows);
  const { rows: stored } = await readParquet(writeWith(EXPORT_FORMATS.parquet, { columns, rows }));
  expect(stored).toEqual(rows.map(([id, likes]) => ({ comment_id: id, likes: String(likes) })));
});
