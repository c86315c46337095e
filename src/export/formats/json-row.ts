import type { Cell, ExportColumn } from '../columns.catalog';

/**
 * Rows as JSON objects: column id → value, `null` for what is not known; numbers and truths as such. One object is filled
 * again for every row: the browser writes an object of a known shape faster than anybody puts its parts together.
 */
export function createJsonRow(columns: readonly ExportColumn[]): (cells: readonly Cell[]) => string {
  const ids = columns.map(({ id }) => id);
  const row: Record<string, Cell | null> = Object.fromEntries(ids.map((id) => [id, null]));
  return (cells) => {
    for (let index = 0; index < ids.length; index += 1) row[ids[index] as string] = cells[index] ?? null;
    return JSON.stringify(row);
  };
}
