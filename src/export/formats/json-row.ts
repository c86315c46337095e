import type { Cell, ExportColumn } from '../columns.catalog';

/**
 * Rows as JSON objects: column id → value, `null` for what is not known; numbers and truths as such. What a column said
 * last is remembered as text: many say the same in every row.
 */
export function createJsonRow(columns: readonly ExportColumn[]): (cells: readonly Cell[]) => string {
  const keys = columns.map(({ id }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(id)}:`);
  const last: Cell[] = columns.map(() => undefined);
  const written = columns.map(() => 'null');
  return (cells) => {
    if (keys.length === 0) return '{}';
    let text = '';
    for (let index = 0; index < keys.length; index += 1) {
      const cell = cells[index];
      if (cell !== last[index]) {
        last[index] = cell;
        written[index] = cell === undefined ? 'null' : JSON.stringify(cell);
      }
      text += (keys[index] ?? '') + (written[index] ?? 'null');
    }
    return `${text}}`;
  };
}
