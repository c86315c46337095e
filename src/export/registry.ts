import type { ExportRequest } from '../model/export';
import type { ExportFormat } from './format';
import { csvFormat } from './formats/csv';

/** Every kind of file; the compiler asks for one per name in the request's schema. */
export const EXPORT_FORMATS: Readonly<Record<ExportRequest['format'], ExportFormat>> = {
  csv: csvFormat,
};
