import type { Cell, ExportColumn } from '../../columns.catalog';

/** A column of a sheet: what its cells are, and how wide it stands, in characters. */
export interface SheetColumn {
  readonly id: string;
  readonly kind: ExportColumn['kind'];
  readonly width: number;
}

/** One row of a sheet, in the order of its columns. */
export type SheetRow = readonly Cell[];

/** `A`, `B` … `Z`, `AA` … for 0, 1 … */
export function toColumnName(index: number): string {
  const rest = index % 26;
  const name = String.fromCharCode(65 + rest);
  return index < 26 ? name : toColumnName(Math.floor(index / 26) - 1) + name;
}
