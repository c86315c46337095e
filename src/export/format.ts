import type { Cell, ExportColumn } from './columns.catalog';

/** What a file is written with. */
export interface FormatOptions {
  readonly columns: readonly ExportColumn[];
  /** Headers in the order of the columns. */
  readonly headers: readonly string[];
  readonly preset: 'excel' | 'plain';
}

/** Writes one file: the beginning, then one text for each row, then the end. Holds nothing of earlier rows. */
export interface FormatWriter {
  start(): string;
  row(cells: readonly Cell[]): string;
  end(): string;
}

/** A kind of file. */
export interface ExportFormat {
  readonly id: string;
  /** Without the dot. */
  readonly extension: string;
  /** Chromium renames a file whose type it does not know (measured, Chromium 156), so there is always one. */
  readonly mimeType: string;
  readonly createWriter: (options: FormatOptions) => FormatWriter;
}
