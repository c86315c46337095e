import type { ExportRequest } from '../model/export';
import { withoutPersonal } from './anonymise/personal-columns';
import type { ExportColumn } from './columns.catalog';
import { EXPORT_COLUMNS } from './columns.catalog';

/** The columns of a file: those of the comment, and on request those of the note. */
export function listColumns(withNoteColumns: boolean): readonly ExportColumn[] {
  return EXPORT_COLUMNS.filter((column) => withNoteColumns || column.group === 'comment');
}

/**
 * The columns that a request asks for, in its order, each once; ids that no column has are left out, as are columns an
 * anonymised file cannot have. Where nothing is left of a choice, everything is written instead of nothing.
 */
export function chooseColumns(
  request: Pick<ExportRequest, 'columns' | 'withNoteColumns' | 'anonymised'>,
): readonly ExportColumn[] {
  const allowed = (columns: readonly ExportColumn[]) =>
    request.anonymised === true ? withoutPersonal(columns) : columns;
  const chosen = [...new Set(request.columns ?? [])].flatMap(
    (id) => EXPORT_COLUMNS.find((column) => column.id === id) ?? [],
  );
  const columns = allowed(chosen);
  return columns.length > 0 ? columns : allowed(listColumns(request.withNoteColumns));
}
