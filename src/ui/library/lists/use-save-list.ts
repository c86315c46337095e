import { toListCsv } from '../../../export/lists/list-csv';
import { toObjects, type ListColumn } from './list-column';
import { useSaveText } from './use-save-text';

export interface ListFile<Row> {
  /** Begins the file's name, in plain letters. */
  readonly name: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  /** What a column is called in the first line of a CSV. */
  readonly headerOf: (columnId: string) => string;
}

/** Puts a list into the user's downloads, as a table for spreadsheets or as JSON with stable names, and says so. */
export function useSaveList(): <Row>(list: ListFile<Row>, format: 'csv' | 'json') => Promise<void> {
  const saveText = useSaveText();
  return async ({ name, columns, rows, headerOf }, format) => {
    const text =
      format === 'csv'
        ? toListCsv(
            columns.map(({ id }) => headerOf(id)),
            rows.map((row) => columns.map(({ cell }) => cell(row))),
          )
        : `${JSON.stringify(toObjects(columns, rows), undefined, 2)}\n`;
    await saveText({ name, format, text });
  };
}
