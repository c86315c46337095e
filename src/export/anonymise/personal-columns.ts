import type { ColumnId, ExportColumn } from '../columns.catalog';

/** What an anonymised file has no column for. */
const PERSONAL: ReadonlySet<ColumnId> = new Set<ColumnId>([
  'reply_to_author_name',
  'place',
  'author_id_kind',
  'author_name',
  'author_red_id',
  'picture_count',
  'pictures',
  'mentions',
  'mention_ids',
]);

/** The columns that an anonymised file can have. */
export function withoutPersonal(columns: readonly ExportColumn[]): ExportColumn[] {
  return columns.filter(({ id, group }) => !PERSONAL.has(id) && (group === 'comment' || id === 'note_type'));
}
