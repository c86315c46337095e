import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Cell, ExportColumn } from '../../../src/export/columns.catalog';
import { EXPORT_COLUMNS } from '../../../src/export/columns.catalog';
import { csvFormat } from '../../../src/export/formats/csv';
import { restoreCell } from '../../../src/export/spreadsheet-guard';
import { writeWith } from './support/write-with';

const textColumns = EXPORT_COLUMNS.filter((column) => column.kind === 'text').slice(0, 3);

function write(
  rows: readonly (readonly Cell[])[],
  preset: 'excel' | 'plain',
  columns: readonly ExportColumn[] = textColumns,
) {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    writeWith(csvFormat, { columns, rows, options: { preset } }),
  );
}

/** As a program reads it: bytes, UTF-8, an independent parser. */
function readBack(text: string): string[][] {
  const decoded = new TextDecoder('utf-8').decode(new TextEncoder().encode(text));
  const parsed = Papa.parse<string[]>(decoded, { delimiter: ',', newline: '\r\n', skipEmptyLines: false });
  expect(parsed.errors).toEqual([]);
  // A line end stands behind the last row too, which the parser takes for one more line.
  expect(parsed.data.at(-1)).toEqual(['']);
  return parsed.data.slice(0, -1);
}

const HOSTILE = [
  '=HYPERLINK("https://x.invalid","click")',
  "=cmd|' /C calc'!A0",
  'say "hi", twice',
  'one\ntwo\r\nthree\rfour',
  'semi;colon\ttab',
  '😀👨‍👩‍👧‍👦🇨🇳',
  'ابجد \u202eroolf\u202c',
  'null\0inside',
  '\0',
  '"',
  '""',
  ',',
  "'",
  ' ',
  '\ufefffront',
  '5e1200000000000000000001',
  '007',
  '\\N',
];

describe('csvFormat', () => {
  it('begins with a byte order mark only for spreadsheets, and ends every line with CR LF', () => {
    const bytes = new TextEncoder().encode(write([['a', 'b', 'c']], 'excel'));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(write([['a', 'b', 'c']], 'plain')).toBe('comment_id,note_id,root_comment_id\r\na,b,c\r\n');
  });

  it('writes numbers, truths and unknown cells without a guard', () => {
    const columns = EXPORT_COLUMNS.filter(
      ({ id }) => id === 'likes' || id === 'pinned' || id === 'created_local' || id === 'place',
    );
    expect(write([['2025-05-01 08:00:00', undefined, -3, false]], 'excel', columns)).toBe(
      '\uFEFFcreated_local,place,likes,pinned\r\n2025-05-01 08:00:00,,-3,false\r\n',
    );
  });

  it('keeps hostile texts as they are in the plain preset', () => {
    const rows = HOSTILE.map((text) => [text, 'x', text]);
    expect(readBack(write(rows, 'plain')).slice(1)).toEqual(rows);
  });

  it('gives hostile texts back from the excel preset by the written rule', () => {
    const rows = HOSTILE.map((text) => [text, 'x', text]);
    const read = readBack(write(rows, 'excel')).slice(1);
    expect(read.map((row) => row.map(restoreCell))).toEqual(rows);
    for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]|\0/u);
  });

  it('keeps every text in both presets, halves of surrogate pairs as U+FFFD', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
    );
    const row = fc.tuple(text, text, text);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const expected = rows.map((cells) =>
          cells.map((cell) =>
            new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(cell)),
          ),
        );
        expect(readBack(write(rows, 'plain')).slice(1)).toEqual(expected);
        expect(
          readBack(write(rows, 'excel'))
            .slice(1)
            .map((cells) => cells.map(restoreCell)),
        ).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
