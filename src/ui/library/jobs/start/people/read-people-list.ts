import { findAuthorTarget } from '../../../explore/query/find-target';

/** A table as it came from a file or was pasted: one row a person. */
export interface PeopleTable {
  /** Empty where the table says nothing of its columns. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A row as `model/jobs/job-inputs` takes it. */
export interface PersonRow {
  readonly cells: string[];
  readonly userId?: string;
  readonly text?: string;
}

/** The rows of a table, and what the chosen column says of them. */
export interface PeopleRows {
  readonly rows: readonly PersonRow[];
  /** Different people, as far as that shows before links are looked up. */
  readonly people: number;
  /** Rows that name nobody, by their number from 1 and what stands there. They cost nothing. */
  readonly bad: readonly { readonly row: number; readonly cell: string }[];
}

/** So many rows one job takes at most. */
export const MOST_PEOPLE = 5_000;

/** The lines of a text, one person each; blank ones do not count. */
export function readPastedPeople(text: string): PeopleTable {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return { columns: [], rows: lines.filter((line) => line !== '').map((line) => [line]) };
}

/** The first row as names of the columns, or one row more. */
export const withHeader = (rows: readonly (readonly string[])[], hasHeader: boolean): PeopleTable =>
  hasHeader ? { columns: rows[0] ?? [], rows: rows.slice(1) } : { columns: [], rows };

/** As many columns as the widest row has. */
export const countColumns = ({ columns, rows }: PeopleTable): number =>
  rows.reduce((most, row) => Math.max(most, row.length), columns.length);

/** The column that names most people, among the first rows; the first one where none does. */
export function guessColumn(table: PeopleTable): number {
  const sample = table.rows.slice(0, 50);
  const named = Array.from(
    { length: countColumns(table) },
    (_, column) => sample.filter((row) => findPerson(row[column]) !== undefined).length,
  );
  return Math.max(0, named.indexOf(Math.max(...named)));
}

/** Whether the first row holds names of columns: nobody is named in it, and somebody below. */
export function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const column = guessColumn({ columns: [], rows });
  return findPerson(rows[0]?.[column]) === undefined && rows.slice(1).some((row) => findPerson(row[column]));
}

/** What the column says of every row. Rows that name nobody stay in the list, so that it comes back whole. */
export function toPeopleRows({ rows: all }: PeopleTable, column: number): PeopleRows {
  const named = new Set<string>();
  const bad: { row: number; cell: string }[] = [];
  const rows = all.map((cells, index): PersonRow => {
    const cell = (cells[column] ?? '').trim();
    const person = findPerson(cell);
    if (!person) bad.push({ row: index + 1, cell });
    else named.add('userId' in person ? person.userId : person.shareText);
    if (person && 'userId' in person) return { cells: [...cells], userId: person.userId };
    return { cells: [...cells], text: cell };
  });
  return { rows, people: named.size, bad };
}

/** Ids are written in small letters by the site; programs that saved a table may have changed that. */
const findPerson = (cell = '') =>
  findAuthorTarget(/^[0-9a-f]{24}$/i.test(cell.trim()) ? cell.toLowerCase() : cell);
