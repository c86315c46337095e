import type { Language } from '../../i18n/t';
import { createLocalTimeFormat } from '../../lib/local-time';
import type { Comment } from '../../model/comment';
import type { Note } from '../../model/note';
import { createAnonymiser } from '../anonymise/create-anonymiser';
import { chooseColumns } from '../choose-columns';
import type { Cell } from '../columns.catalog';
import { toHeaders } from '../headers';
import { createRowMaker } from '../rows';
import { guardCell } from '../spreadsheet-guard';

export interface ClipboardTable {
  /** Rows without the header. */
  readonly rows: number;
  /** Cells with a tab between two, as spreadsheets exchange them. */
  readonly text: string;
  /** The same as a table, for documents. */
  readonly html: string;
}

export interface ClipboardChoice {
  readonly columns: string[];
  readonly anonymised: boolean;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
}

/** A few comments as a table for the clipboard; texts are guarded as in a CSV for spreadsheets, which run what is pasted. */
export function toClipboardTable(
  comments: readonly Comment[],
  note: Note,
  { columns: wanted, anonymised, language, timeZone }: ClipboardChoice,
): ClipboardTable {
  const columns = chooseColumns({ columns: wanted, withNoteColumns: false, anonymised });
  const names = note.author?.nickname === undefined ? [] : [note.author.nickname];
  const anonymiser = anonymised
    ? createAnonymiser(crypto.getRandomValues(new Uint8Array(32)), names)
    : undefined;
  const makeRow = createRowMaker(columns, {
    note: anonymiser?.note(note) ?? note,
    localTime: createLocalTimeFormat(timeZone),
    timeZone,
    redIds: new Map(),
  });
  const cells = comments.map((comment) =>
    makeRow(anonymiser?.comment(comment) ?? comment).map((cell, index) => toText(cell, columns[index]?.kind)),
  );
  const lines = [toHeaders(columns, 'excel', language), ...cells];
  return {
    rows: cells.length,
    text: lines.map((line) => line.map(quote).join('\t')).join('\r\n'),
    html: toHtml(lines),
  };
}

function toText(cell: Cell, kind: string | undefined): string {
  return typeof cell === 'string' && kind === 'text' ? guardCell(cell) : String(cell ?? '');
}

/** A cell with a tab or a line break stands in quotes, and quotes in it are doubled. */
function quote(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function toHtml([header = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (tag: 'th' | 'td', cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  return (
    `<meta charset="utf-8"><table><thead>${line('th', header)}</thead>` +
    `<tbody>${rows.map((row) => line('td', row)).join('')}</tbody></table>`
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br>');
}
