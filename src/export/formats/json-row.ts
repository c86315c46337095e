import type { Cell, ExportColumn } from '../columns.catalog';
import { createByteLine } from './byte-line';

const encoder = new TextEncoder();
const END = encoder.encode('}');
const TRUE = encoder.encode('true');
const FALSE = encoder.encode('false');
/** Counts are small and come again and again. */
const DIGITS = Array.from({ length: 1_000 }, (_, value) => encoder.encode(String(value)));

const toDigits = (value: number): Uint8Array => DIGITS[value] ?? encoder.encode(JSON.stringify(value));

/**
 * Rows as JSON objects, each with `ending` behind it: column id → value, `null` for what is not known; numbers and truths
 * as such. The names of the columns, which are most of a line, are ready as bytes; and columns that say the same as in
 * the row before are copied from it together. What is answered holds until the next row.
 */
export function createJsonRow(
  columns: readonly ExportColumn[],
  ending = '',
): (cells: readonly Cell[]) => Uint8Array {
  const names = columns.map(({ id }, index) =>
    encoder.encode(`${index === 0 ? '{' : ','}${JSON.stringify(id)}:`),
  );
  const unknowns = names.map((name) => Uint8Array.of(...name, ...encoder.encode('null')));
  const lineEnd = encoder.encode(ending);
  const line = createByteLine();
  const last: Cell[] = [];
  // Where each column ends, in the line before and in this one.
  let endsBefore = new Uint32Array(names.length);
  let ends = new Uint32Array(names.length);
  const put = (index: number, cell: Cell) => {
    if (cell === undefined) return line.bytes(unknowns[index] as Uint8Array);
    line.bytes(names[index] as Uint8Array);
    if (typeof cell === 'string') line.jsonString(cell);
    else if (typeof cell === 'number') line.bytes(toDigits(cell));
    else line.bytes(cell ? TRUE : FALSE);
  };
  return (cells) => {
    const isFirst = last.length === 0;
    [endsBefore, ends] = [ends, endsBefore];
    line.begin();
    for (let index = 0; index < names.length; index += 1) {
      const start = index;
      while (index < names.length && !isFirst && cells[index] === last[index]) index += 1;
      if (index > start) {
        const from = start === 0 ? 0 : (endsBefore[start - 1] as number);
        const shift = line.length() - from;
        line.again(from, endsBefore[index - 1] as number);
        for (let same = start; same < index; same += 1) ends[same] = (endsBefore[same] as number) + shift;
        if (index === names.length) break;
      }
      put(index, cells[index]);
      last[index] = cells[index];
      ends[index] = line.length();
    }
    line.bytes(END);
    line.bytes(lineEnd);
    return line.view();
  };
}
