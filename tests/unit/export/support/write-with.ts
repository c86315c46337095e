import type { Cell, ExportColumn } from '../../../../src/export/columns.catalog';
import type { ExportFormat, FormatEnding, FormatOptions } from '../../../../src/export/format';
import { toEnding, toFormatOptions } from './format-options';

export interface Written {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly options?: Partial<FormatOptions>;
  readonly ending?: FormatEnding;
  /** Note id → before which row it begins. */
  readonly notes?: ReadonlyMap<number, string>;
}

/** A whole file of any format, as bytes; texts go through UTF-8 as they do on their way to the disk. */
export function writeWith(format: ExportFormat, file: Written): Uint8Array {
  const options = toFormatOptions(file.columns, file.options);
  const ending = file.ending ?? toEnding();
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const text = (part: string) => void parts.push(encoder.encode(part));
  if (format.kind === 'lines') {
    const writer = format.createWriter(options);
    text(writer.start());
    file.rows.forEach((row, index) => {
      if (index > 0) text(writer.between ?? '');
      parts.push(writer.row(row).slice());
    });
    text(writer.end(ending));
  } else {
    const writer = format.createWriter(options, { text, bytes: (bytes) => void parts.push(bytes.slice()) });
    writer.start();
    file.rows.forEach((row, index) => {
      const noteId = file.notes?.get(index);
      if (noteId !== undefined) writer.note(noteId);
      writer.row(row);
    });
    writer.end(ending);
  }
  return Uint8Array.from(Buffer.concat(parts));
}
