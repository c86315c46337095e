import type { Cell, ExportColumn } from '../columns.catalog';
import type { ByteLine } from './byte-line';

const encoder = new TextEncoder();
const END = encoder.encode('}');
const TRUE = encoder.encode('true');
const FALSE = encoder.encode('false');

/** Counts are small and come again and again. */
const DIGITS = Array.from({ length: 1_000 }, (_, value) => encoder.encode(String(value)));

/** From so many rows in a row on it pays to have a cell ready as bytes. */
const OFTEN = 16;

const join = (name: Uint8Array, value: string): Uint8Array =>
  Uint8Array.of(...name, ...encoder.encode(value));

const toDigits = (value: number): Uint8Array => DIGITS[value] ?? encoder.encode(JSON.stringify(value));

/**
 * Rows as JSON objects: column id → value, `null` for what is not known; numbers and truths as such. The names of the
 * columns, which are most of a line, are ready as bytes and are copied into it.
 */
export function createJsonRow(
  columns: readonly ExportColumn[],
): (cells: readonly Cell[], into: ByteLine) => void {
  const names = columns.map(({ id }, index) =>
    encoder.encode(`${index === 0 ? '{' : ','}${JSON.stringify(id)}:`),
  );
  const last: (Cell | undefined)[] = [];
  const times = new Uint32Array(columns.length);
  const repeated: Uint8Array[] = [];
  const unknowns = names.map((name) => join(name, 'null'));
  return (cells, into) => {
    for (let index = 0; index < names.length; index += 1) {
      const cell = cells[index];
      if (cell === undefined) {
        into.bytes(unknowns[index] as Uint8Array);
        continue;
      }
      if (typeof cell === 'string') {
        // The note, the zone, where it was read: many columns say the same in every row.
        if (cell !== last[index]) {
          last[index] = cell;
          times[index] = 0;
        } else if ((times[index] = (times[index] ?? 0) + 1) >= OFTEN) {
          if (times[index] === OFTEN)
            repeated[index] = join(names[index] as Uint8Array, JSON.stringify(cell));
          into.bytes(repeated[index] as Uint8Array);
          continue;
        }
      }
      into.bytes(names[index] as Uint8Array);
      if (typeof cell === 'string') into.jsonString(cell);
      else if (typeof cell === 'number') into.bytes(toDigits(cell));
      else into.bytes(cell ? TRUE : FALSE);
    }
    into.bytes(END);
  };
}
