import type { ExportRequest } from '../model/export';
import type { ExportFormat } from './format';
import { csvFormat } from './formats/csv';
import { jsonFormat } from './formats/json';
import { jsonlFormat } from './formats/jsonl';
import { markdownFormat } from './formats/markdown/markdown';
import { parquetFormat } from './formats/parquet';
import { xlsxFormat } from './formats/xlsx/xlsx';

/** Every kind of file; the compiler asks for one per name in the request's schema. Imported by the worker that writes, alone. */
export const EXPORT_FORMATS: Readonly<Record<ExportRequest['format'], ExportFormat>> = {
  csv: csvFormat,
  xlsx: xlsxFormat,
  jsonl: jsonlFormat,
  json: jsonFormat,
  markdown: markdownFormat,
  parquet: parquetFormat,
};
