import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/export/columns.catalog';
import { EXPORT_COLUMNS } from '../../../src/export/columns.catalog';
import { xlsxFormat } from '../../../src/export/formats/xlsx/xlsx';
import type { Note } from '../../../src/model/note';
import { readWorkbook } from '../../support/read-files/read-workbook';
import { toEnding } from './support/format-options';
import { writeWith } from './support/write-with';

const pick = (...ids: string[]) =>
  ids.map((id) => {
    const column = EXPORT_COLUMNS.find((one) => one.id === id);
    if (!column) throw new Error(id);
    return column;
  });

const NOTE: Note = {
  noteId: '65000000aaaaaaaaaaaaaaaa',
  title: '=1+1',
  text: 'two\nlines',
  topics: [{ name: 'tea' }],
  host: 'www.xiaohongshu.com',
  publishedAt: Date.UTC(2025, 4, 1, 3, 4, 5),
  counts: { likes: { raw: '1.2万', value: 12_000, approximate: true } },
  tokens: [],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 2,
};

describe('xlsxFormat', () => {
  it('types its cells: numbers, truths and times as such, what is not known empty', async () => {
    const columns = pick('comment_id', 'likes', 'pinned', 'created_at', 'created_local', 'content');
    const rows: Cell[][] = [
      ['a', 3, true, '2025-05-01T03:04:05.678Z', '2025-05-01 11:04:05', 'x'],
      ['b', undefined, undefined, undefined, undefined, undefined],
      ['c', -7, false, '0001-01-01T00:00:00.000Z', undefined, ''],
    ];
    const [sheet] = await readWorkbook(writeWith(xlsxFormat, { columns, rows }));
    const [first, second, third] = sheet?.rows ?? [];
    expect(first?.slice(0, 3)).toEqual(['a', 3, true]);
    // A day number has a resolution of about a microsecond.
    expect((first?.[3] as Date).getTime()).toBeCloseTo(Date.UTC(2025, 4, 1, 3, 4, 5, 678), -1);
    expect((first?.[4] as Date).getTime()).toBeCloseTo(Date.UTC(2025, 4, 1, 11, 4, 5), -1);
    expect((second ?? []).filter((cell) => cell !== null)).toEqual(['b']);
    // Before the calendar of spreadsheets begins, a time is a text.
    expect(third?.slice(0, 4)).toEqual(['c', -7, false, '0001-01-01T00:00:00.000Z']);
  });

  it('has a header that stands still and filters, and a sheet each for the notes and the report', async () => {
    const columns = pick('comment_id', 'content');
    const sheets = await readWorkbook(
      writeWith(xlsxFormat, {
        columns,
        rows: [['a', 'x']],
        options: { notes: [NOTE], headers: ['Comment ID', 'Content'], preset: 'excel' },
        ending: toEnding({ summary: ['Not complete.'] }),
      }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Comments', 'Notes', 'Completeness']);
    const [comments, notes, report] = sheets;
    expect(comments).toMatchObject({ frozenRows: 1, filter: 'A1:B2', header: ['Comment ID', 'Content'] });
    const row = Object.fromEntries(
      (notes?.header ?? []).map((name, at) => [String(name), notes?.rows[0]?.[at]]),
    );
    expect(row).toMatchObject({
      'Note ID': NOTE.noteId,
      'Note title': '=1+1',
      'Note text': 'two\nlines',
      'Note topics': '#tea',
      'Note likes': 12_000,
      'Note likes (as shown)': '1.2万',
    });
    expect(notes?.formulas).toEqual([]);
    expect(report?.rows).toContainEqual(['Summary', 'Not complete.']);
    expect(report?.rows).toContainEqual(['comments.got', 0]);
  });

  it('links addresses of the site and its media, and no others', async () => {
    const columns = pick('comment_id', 'pictures', 'note_url');
    const url = 'https://www.xiaohongshu.com/explore/65000000aaaaaaaaaaaaaaaa?a=1&b="2"';
    const rows = [
      ['a', 'https://x.xhscdn.com/1 https://x.xhscdn.com/2', url],
      ['b', 'https://evil.invalid/1', url],
      ['c', 'javascript:alert(1)', url],
      ['d', 'https://xhscdn.com.evil.invalid/', undefined],
    ];
    const [sheet] = await readWorkbook(writeWith(xlsxFormat, { columns, rows }));
    const targets = new Set(sheet?.links.values());
    expect(targets).toEqual(new Set(['https://x.xhscdn.com/1', new URL(url).href]));
    expect(sheet?.rows.map((row) => row[1])).toEqual(rows.map((row) => row[1]));
  });

  it('cuts what a cell cannot hold, within no character, and says how often', async () => {
    const long = `${'😀'.repeat(16_383)}x`.repeat(2);
    const sheets = await readWorkbook(
      writeWith(xlsxFormat, { columns: pick('content'), rows: [[long], ['short']] }),
    );
    const cell = String(sheets[0]?.rows[0]?.[0]);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell.length).toBeGreaterThan(32_700);
    expect(long.startsWith(cell.slice(0, -1))).toBe(true);
    expect(cell.endsWith('…')).toBe(true);
    expect(encodeURIComponent(cell)).not.toBe('');
    expect(sheets.at(-1)?.rows).toContainEqual(['selection.cutTexts', 1]);
  });
});
