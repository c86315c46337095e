import type { Cell } from '../../export/columns.catalog';
import type { ExportFormat, FormatEnding, FormatOptions } from '../../export/format';
import type { SyncFile } from './export-files';
import type { TextFile } from './text-file';

/**
 * Writes rows of any format in two steps. Each row is put aside by itself in the order in which it is read: the very line
 * of the file where rows do not know of each other, else its cells. Then it is taken from there in its
 * final order.
 */
export interface RowWriter {
  start(): void;
  note(noteId: string): void;
  /** Appends the row to a file of rows; answers how many bytes it takes. */
  aside(cells: readonly Cell[], rows: TextFile): number;
  /** Whether `take` may be handed several rows that lie one behind the other. */
  readonly takesRuns: boolean;
  take(from: SyncFile, at: number, length: number): void;
  end(ending: FormatEnding): void;
}

export function createRowWriter(format: ExportFormat, options: FormatOptions, file: TextFile): RowWriter {
  return format.kind === 'lines'
    ? createLineRows(format.createWriter(options), file)
    : createOrderedRows(format, options, file);
}

function createLineRows(
  writer: ReturnType<Extract<ExportFormat, { kind: 'lines' }>['createWriter']>,
  file: TextFile,
): RowWriter {
  let isFirst = true;
  return {
    start: () => void file.append(writer.start()),
    note: () => undefined,
    aside(cells, rows) {
      const line = writer.row(cells);
      rows.put(line);
      return line.length;
    },
    takesRuns: writer.between === undefined,
    take(from, at, length) {
      if (!isFirst && writer.between !== undefined) file.append(writer.between);
      isFirst = false;
      file.copy(from, at, length);
    },
    end: (ending) => void file.append(writer.end(ending)),
  };
}

function createOrderedRows(
  format: Extract<ExportFormat, { kind: 'ordered' }>,
  options: FormatOptions,
  file: TextFile,
): RowWriter {
  const writer = format.createWriter(options, {
    text: (text) => void file.append(text),
    bytes: (bytes) => file.put(bytes),
  });
  const decoder = new TextDecoder();
  let buffer = new Uint8Array(1 << 16);
  return {
    start: () => writer.start(),
    note: (noteId) => writer.note(noteId),
    // `null` has no cell, so it can stand for what is not known; halves of surrogate pairs come as codes of JSON.
    aside: (cells, rows) => rows.append(JSON.stringify(cells.map((cell) => cell ?? null))),
    takesRuns: false,
    take(from, at, length) {
      if (buffer.length < length) buffer = new Uint8Array(length * 2);
      const view = buffer.subarray(0, length);
      const moved = from.read(view, { at });
      if (moved !== length) throw new Error(`Read ${moved} of ${length} bytes.`);
      const cells = JSON.parse(decoder.decode(view)) as (Exclude<Cell, undefined> | null)[];
      writer.row(cells.map((cell) => cell ?? undefined));
    },
    end: (ending) => writer.end(ending),
  };
}
