import { expect, test } from 'vitest';
import { readCsv } from '../../support/read-csv';

test('reads quoted commas, quotes and line breaks, and drops the byte order mark', () => {
  const table = readCsv('\uFEFFid,text\r\n1,"a, ""b""\nc"\r\n2,\r\n');
  expect(table.header).toEqual(['id', 'text']);
  expect(table.rows).toEqual([
    { id: '1', text: 'a, "b"\nc' },
    { id: '2', text: '' },
  ]);
});

test('a header alone is a table without rows', () => {
  expect(readCsv('\uFEFFid,text\r\n')).toEqual({ header: ['id', 'text'], rows: [] });
});

test.each([
  ['a field too few', 'id,text\r\n1\r\n'],
  ['a field too many', 'id,text\r\n1,2,3\r\n'],
  ['an empty line between rows', 'id,text\r\n1,2\r\n\r\n3,4\r\n'],
  ['a quote left open', 'id,text\r\n1,"2\r\n'],
])('refuses %s', (_what, text) => {
  expect(() => readCsv(text)).toThrow(/Not a right CSV/);
});
