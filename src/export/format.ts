import type { Language } from '../i18n/t';
import type { Note } from '../model/note';
import type { Cell, ColumnId, ExportColumn } from './columns.catalog';
import type { ExportReport } from '../model/exports/export-report';

/** What a file is written with. */
export interface FormatOptions {
  readonly columns: readonly ExportColumn[];
  /** Columns that the format asked for (`needs`) and that were not chosen: their cells stand behind those of `columns`. */
  readonly extraColumns: readonly ExportColumn[];
  /** Headers in the order of the columns. */
  readonly headers: readonly string[];
  readonly preset: 'excel' | 'plain';
  readonly language: Language;
  /** Local time of the zone that the file is for. */
  readonly localTime: (epochMs: number) => string | undefined;
  /** The notes whose comments follow, as far as they are known, as they may be shown in this file. */
  readonly notes: readonly Note[];
  /** When writing began, epoch ms. */
  readonly startedAt: number;
}

/** What is known when the last row has been written. */
export interface FormatEnding {
  readonly report: ExportReport;
}

/** Writes one file of lines: the beginning, one line for each row whatever row it is, the end. */
export interface LineWriter {
  start(): string;
  /** The row as UTF-8, in a buffer that the next one is written into. */
  row(cells: readonly Cell[]): Uint8Array;
  /** What stands between two rows; nothing when absent. */
  readonly between?: string;
  end(ending: FormatEnding): string;
}

/** Takes the rows in their final order, and hands on what it writes; holds nothing of earlier rows but a few numbers. */
export interface OrderedWriter {
  start(): void;
  /** Rows of this note follow. */
  note(noteId: string): void;
  row(cells: readonly Cell[]): void;
  end(ending: FormatEnding): void;
}

/** Takes what is written; bytes must be copied before the call returns. */
export interface FileSink {
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
}

interface FormatFacts {
  readonly id: string;
  /** Without the dot. */
  readonly extension: string;
  /** Chromium renames a file whose type it does not know (measured, Chromium 156), so there is always one. */
  readonly mimeType: string;
  /** Columns without which it cannot be written. */
  readonly needs?: readonly ColumnId[];
}

/** Rows that do not know of each other: each is written once, and copied into its place as bytes. */
export interface LineFormat extends FormatFacts {
  readonly kind: 'lines';
  readonly createWriter: (options: FormatOptions) => LineWriter;
}

/** Rows that have to come in order: numbered, packed in groups, or nested. */
export interface OrderedFormat extends FormatFacts {
  readonly kind: 'ordered';
  readonly createWriter: (options: FormatOptions, sink: FileSink) => OrderedWriter;
}

/** A kind of file. */
export type ExportFormat = LineFormat | OrderedFormat;
