import type { Language } from '../../i18n/t';
import { createTranslate } from '../../i18n/t';
import type { Author } from '../../model/author';
import type { ErrorCode } from '../../model/errors';
import type { Cell } from '../columns.catalog';
import { toListCsv } from './list-csv';

/** A row of a list of people, with what became of it. */
export interface PersonRow {
  /** As it came. */
  readonly cells: readonly string[];
  readonly result: 'done' | 'failed' | 'open';
  readonly reason?: ErrorCode | undefined;
  readonly author?: Author | undefined;
  /** The person's page on the site. */
  readonly url?: string | undefined;
}

/** What is added behind the columns that came; unknown is empty. */
const COLUMNS = [
  { text: 'people.column-result', cell: ({ result }) => result },
  { text: 'people.column-reason', cell: ({ reason }) => reason },
  { text: 'explore.column-author_id', cell: ({ author }) => author?.id.value },
  { text: 'explore.column-author_name', cell: ({ author }) => author?.nickname },
  { text: 'explore.column-red_id', cell: ({ author }) => author?.redId },
  { text: 'explore.column-desc', cell: ({ author }) => author?.desc },
  { text: 'explore.column-place', cell: ({ author }) => author?.place },
  { text: 'explore.column-verified', cell: ({ author }) => author?.verified },
  { text: 'explore.column-fans', cell: ({ author }) => author?.counts.fans?.value },
  { text: 'explore.column-follows', cell: ({ author }) => author?.counts.follows?.value },
  { text: 'explore.column-notes', cell: ({ author }) => author?.counts.notes?.value },
  {
    text: 'explore.column-liked_and_collected',
    cell: ({ author }) => author?.counts.likedAndCollected?.value,
  },
  { text: 'explore.column-url', cell: ({ url }) => url },
] as const satisfies readonly { text: string; cell: (row: PersonRow) => Cell }[];

/**
 * A list of people as CSV for spreadsheets: the columns it came with, then the profiles. Rows with fewer or more cells
 * than columns keep theirs: what is missing is empty, and nothing is cut off.
 */
export function toPeopleCsv(
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly PersonRow[] },
  language: Language,
): string {
  const t = createTranslate(language);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), columns.length);
  const own = Array.from({ length: width }, (_, index) => columns[index] ?? '');
  const headers = [...own, ...COLUMNS.map(({ text }) => t(text))];
  return toListCsv(
    headers,
    rows.map((row) => [
      ...own.map((_, index) => row.cells[index] ?? ''),
      ...COLUMNS.map(({ cell }) => cell(row)),
    ]),
  );
}
