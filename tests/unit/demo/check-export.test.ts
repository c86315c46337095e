import { describe, expect, test } from 'vitest';
import { checkExport } from '../../demo/check-export';

const id = (digit: string) => digit.repeat(24);
const csv = (...rows: string[]) => `\uFEFFNote,Id,Root,Text\r\n${rows.map((row) => `${row}\r\n`).join('')}`;
const note = id('f');

describe('checkExport', () => {
  test('finds the column of the ids and nothing wrong in a right file', () => {
    const text = csv(
      `${note},${id('1')},,a`,
      `${note},${id('2')},${id('1')},"b\nc"`,
      `${note},'${id('3')},${id('1')},`,
    );
    expect(checkExport(text, [id('1'), id('2'), id('3')])).toEqual({
      rows: 3,
      idColumn: 'Id',
      differences: [],
    });
  });

  test('names what is missing and what is too much', () => {
    const { differences } = checkExport(csv(`${note},${id('1')},,a`, `${note},${id('4')},,b`), [
      id('1'),
      id('2'),
      id('3'),
    ]);
    expect(differences).toEqual([
      '2 rows for 3 comments served',
      `missing: ${id('2')}, ${id('3')}`,
      `not served: ${id('4')}`,
    ]);
  });

  test('a comment written twice is a difference', () => {
    const row = `${note},${id('1')},,a`;
    const { differences } = checkExport(csv(row, row), [id('1')]);
    expect(differences).toContain('2 rows for 1 comments served');
  });

  test('a file without rows is a difference as soon as something was served', () => {
    expect(checkExport(csv(), [id('1')]).differences).not.toEqual([]);
  });
});
