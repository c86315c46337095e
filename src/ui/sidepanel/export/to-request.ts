import { COLUMN_PRESETS } from '../../../export/column-presets.catalog';
import type { ColumnId } from '../../../export/columns.catalog';
import { EXPORT_COLUMNS } from '../../../export/columns.catalog';
import type { ExportChoice } from '../../../model/exports/export-choice';
import type { CommentQuery } from '../../../workers/comment-view/types';
import type { WantedFile } from '../../stores/export-store';

/** The columns of a choice, in their order. */
export function listChosenColumns({ columnPreset, columns }: ExportChoice): readonly ColumnId[] {
  if (columnPreset === 'own') return columns.filter(isColumnId);
  const preset = COLUMN_PRESETS[columnPreset];
  if (typeof preset !== 'string') return preset;
  return EXPORT_COLUMNS.filter(({ group }) => preset === 'every' || group === 'comment').map(({ id }) => id);
}

/** What the background is asked for. `query`: the list on screen. */
export function toWantedFile(choice: ExportChoice, query: CommentQuery): WantedFile {
  const { format, preset, columnPreset, rows, anonymised, namePattern } = choice;
  return {
    format,
    preset,
    withNoteColumns: columnPreset === 'all',
    columns: [...listChosenColumns(choice)],
    ...(rows === 'shown' && isNarrowed(query) ? { filter: query } : {}),
    ...(rows === 'new' ? { onlyNew: true } : {}),
    ...(anonymised ? { anonymised } : {}),
    ...(namePattern.trim() === '' ? {} : { namePattern: namePattern.trim() }),
  };
}

/** Whether the list shows something else than everything in the site's order. */
export function isNarrowed({ text, sort, ...filters }: CommentQuery): boolean {
  return text.trim() !== '' || sort !== 'site' || Object.keys(filters).length > 0;
}

const IDS: ReadonlySet<string> = new Set(EXPORT_COLUMNS.map(({ id }) => id));
const isColumnId = (id: string): id is ColumnId => IDS.has(id);
