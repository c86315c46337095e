import { toListCsv } from '../../../export/lists/list-csv';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import { toObjects, type ListColumn } from './list-column';

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
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  return async ({ name, columns, rows, headerOf }, format) => {
    const stamp = new Date()
      .toISOString()
      .slice(0, 19)
      .replace(/\D/g, '')
      .replace(/^(\d{8})/, '$1-');
    const text =
      format === 'csv'
        ? toListCsv(
            columns.map(({ id }) => headerOf(id)),
            rows.map((row) => columns.map(({ cell }) => cell(row))),
          )
        : `${JSON.stringify(toObjects(columns, rows), undefined, 2)}\n`;
    const mimeType = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
    try {
      const saved = await ports.saveText({ fileName: `${name}-${stamp}.${format}`, mimeType, text });
      toasts.show(t('explore.exported', { name: saved }));
    } catch (thrown) {
      const isCancelled = /USER_CANCELED|cancell?ed by the user/i.test(String(thrown));
      if (isCancelled) toasts.show(t('explore.export-cancelled'));
      else toasts.show(t('error.download-failed'), { tone: 'bad' });
    }
  };
}
