import { sortRows, type ListColumn } from '../../lists/list-column';
import type { FoundRow } from '../state/found-row';
import { AUTHOR_COLUMNS } from './author-columns';
import { NOTE_COLUMNS } from './note-columns';

/** By which column, and whether from small to large; `undefined` where used: as it was found. */
export interface RowOrder {
  readonly column: string;
  readonly direction: 'up' | 'down';
}

/** Orders offered beside the cards, by kind of row; each has a name of its own. */
export const USUAL_ORDERS = {
  note: { likes: 'likes', collects: 'collects', comments: 'comments', published: 'published_at' },
  author: { fans: 'fans' },
} as const;

/** The rows in an order; those of which the column is not known come last. */
export function orderRows(rows: readonly FoundRow[], order: RowOrder | undefined): readonly FoundRow[] {
  if (!order) return rows;
  const columns = columnsOf(rows);
  const column = columns.find(({ id }) => id === order.column);
  return column ? sortRows(rows, column, order.direction) : rows;
}

/** The columns for what these rows are: notes or people. */
export function columnsOf(rows: readonly FoundRow[]): readonly ListColumn<FoundRow>[] {
  const columns = rows[0]?.kind === 'author' ? AUTHOR_COLUMNS : NOTE_COLUMNS;
  return columns as readonly ListColumn<never>[] as readonly ListColumn<FoundRow>[];
}
