import { readXlsx } from 'hucre/xlsx';

/** A cell as a reader of workbooks gives it: times as `Date`s, empty cells as `null`. */
export type WorkbookCell = string | number | boolean | Date | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly header: readonly WorkbookCell[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Rows that stand still at the top. */
  readonly frozenRows: number;
  readonly filter: string | undefined;
  /** `B2` or `B2:B9` → where the link leads. */
  readonly links: ReadonlyMap<string, string>;
  /** Cells that hold a formula, which none must. */
  readonly formulas: readonly string[];
}

/** A workbook by a reader that is not ours; the XML of a sheet is looked at where the reader drops something. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  const { sheets } = await readXlsx(bytes);
  return sheets.map((sheet) => {
    const [header = [], ...rows] = sheet.rows as WorkbookCell[][];
    const links = new Map<string, string>();
    const formulas: string[] = [];
    for (const [place, cell] of sheet.cells ?? []) {
      const target = cell.hyperlink?.target;
      if (target !== undefined) links.set(place, target);
      if (cell.formula !== undefined) formulas.push(place);
    }
    return {
      name: sheet.name,
      header,
      rows,
      frozenRows: sheet.freezePane?.rows ?? 0,
      filter: sheet.autoFilter?.range,
      links,
      formulas,
    };
  });
}
