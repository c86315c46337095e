/** A cell of a list: what is not known is `undefined`. */
export type ListCell = string | number | boolean | undefined;

/** A column of a list: its stable name, and what stands in it. */
export interface ListColumn<Row> {
  readonly id: string;
  readonly cell: (row: Row) => ListCell;
}

/** One object a row, with the columns' names; what is not known is left out. */
export function toObjects<Row>(
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Record<string, ListCell>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ id, cell }) => {
        const value = cell(row);
        return value === undefined ? [] : [[id, value] as const];
      }),
    ),
  );
}

/** By what stands in a column; rows of which it is not known come last, in whichever direction. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: ListColumn<Row>,
  direction: 'up' | 'down',
): Row[] {
  const sign = direction === 'up' ? 1 : -1;
  const words = new Intl.Collator();
  return rows
    .map((row) => ({ row, cell: column.cell(row) }))
    .sort((a, b) => {
      if (a.cell === undefined || b.cell === undefined) {
        return Number(a.cell === undefined) - Number(b.cell === undefined);
      }
      if (typeof a.cell === 'number' && typeof b.cell === 'number') return sign * (a.cell - b.cell);
      return sign * words.compare(String(a.cell), String(b.cell));
    })
    .map(({ row }) => row);
}
