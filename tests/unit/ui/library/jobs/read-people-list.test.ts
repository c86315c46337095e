import { describe, expect, it } from 'vitest';
import {
  guessColumn,
  guessHeader,
  readPastedPeople,
  toPeopleRows,
  withHeader,
} from '../../../../../src/ui/library/jobs/start/people/read-people-list';
import { decodeTable, readTableFile } from '../../../../../src/ui/library/jobs/start/people/read-table-file';

const ID = '5e1a2b3c4d5e6f7a8b9c0d1e';
const OTHER = '6e1a2b3c4d5e6f7a8b9c0d1e';
const bytesOf = (...bytes: number[]) => new Uint8Array(bytes).buffer;

describe('a list of people', () => {
  it('names people by id, link and short link; what names nobody keeps its row', () => {
    const pasted = `${ID.toUpperCase()}\n\nhttps://www.xiaohongshu.com/user/profile/${OTHER}?x=1\nhttps://xhslink.com/m/abc\nnobody\n${ID}`;
    const table = readPastedPeople(pasted);
    const read = toPeopleRows(table, 0);
    expect(read.rows).toEqual([
      { cells: [ID.toUpperCase()], userId: ID },
      { cells: [`https://www.xiaohongshu.com/user/profile/${OTHER}?x=1`], userId: OTHER },
      { cells: ['https://xhslink.com/m/abc'], text: 'https://xhslink.com/m/abc' },
      { cells: ['nobody'], text: 'nobody' },
      { cells: [ID], userId: ID },
    ]);
    expect(read.people).toBe(3);
    expect(read.bad).toEqual([{ row: 4, cell: 'nobody' }]);
  });

  it('finds the column and the header of a table, and names rows that are too short', () => {
    const rows = [['name', 'who', 'fans'], ['A', ID, '3'], ['B', '', '4'], ['C']];
    expect(guessHeader(rows)).toBe(true);
    const table = withHeader(rows, true);
    expect(table.columns).toEqual(['name', 'who', 'fans']);
    expect(guessColumn(table)).toBe(1);
    expect(toPeopleRows(table, 1).bad).toEqual([
      { row: 2, cell: '' },
      { row: 3, cell: '' },
    ]);
    expect(
      guessHeader([
        ['A', ID],
        ['B', OTHER],
      ]),
    ).toBe(false);
    expect(guessHeader([])).toBe(false);
  });
});

describe('a file of a table', () => {
  it('is read in the encodings that spreadsheets write', () => {
    // The word for "author" in each of them.
    expect(decodeTable(bytesOf(0xef, 0xbb, 0xbf, 0xe4, 0xbd, 0x9c, 0xe8, 0x80, 0x85))).toBe('作者');
    expect(decodeTable(bytesOf(0xd7, 0xf7, 0xd5, 0xdf))).toBe('作者');
    expect(decodeTable(bytesOf(0xff, 0xfe, 0x5c, 0x4f, 0x05, 0x80))).toBe('作者');
    expect(decodeTable(bytesOf())).toBe('');
  });

  it('keeps quoted cells whole, whatever separates them, and leaves blank lines out', async () => {
    const commas = new Blob(['name,who\r\n"A, the ""first""\nline two",x\r\n\r\n,,\r\nB,y\r\n']);
    expect(await readTableFile(commas)).toEqual([
      ['name', 'who'],
      ['A, the "first"\nline two', 'x'],
      ['B', 'y'],
    ]);
    expect(await readTableFile(new Blob(['name\twho\nA\tx\n']))).toEqual([
      ['name', 'who'],
      ['A', 'x'],
    ]);
  });

  it('that is too large is not read', async () => {
    await expect(readTableFile({ size: 20_000_001 } as Blob)).rejects.toThrow('too large');
  });
});
