// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { ListTable } from '../../../../../src/ui/library/lists/list-table';

const box = document.createElement('div');
document.body.append(box);
afterEach(() => act(() => render(null, box)));

function draw(count: number): HTMLTableElement {
  const rows = Array.from({ length: count }, (_, index) => `row ${String(index)}`);
  const columns = [{ id: 'name', label: 'Name', draw: (row: string) => row }];
  void act(() => render(<ListTable label="Rows" columns={columns} rows={rows} keyOf={(row) => row} />, box));
  const table = box.querySelector('table');
  if (!table) throw new Error('There is no table.');
  return table;
}

const cells = (table: HTMLTableElement) =>
  [...table.querySelectorAll('tbody tr:not([aria-hidden]) td')].map((cell) => cell.textContent);

test('few rows are all in the document', () => {
  const table = draw(60);
  expect(cells(table)).toHaveLength(60);
  expect(table.getAttribute('aria-rowcount')).toBeNull();
  expect(table.querySelector('[aria-hidden]')).toBeNull();
});

test('of many, those on screen are, and the table tells how many there are', () => {
  const table = draw(1_000);
  const drawn = cells(table);
  expect(drawn[0]).toBe('row 0');
  expect(drawn.length).toBeLessThan(100);
  expect(table.getAttribute('aria-rowcount')).toBe('1001');
  expect(table.querySelector('tbody tr')?.getAttribute('aria-rowindex')).toBe('2');
  const gap = table.querySelector<HTMLElement>('tr[aria-hidden] td');
  expect(gap?.style.height).toBe(`${String((1_000 - drawn.length) * 57)}px`);
});

test('a list that becomes short is shown from its beginning', () => {
  draw(1_000);
  expect(cells(draw(3))).toEqual(['row 0', 'row 1', 'row 2']);
});
