import type { Language } from '../i18n/t';
import { createTranslate } from '../i18n/t';
import type { ExportRequest } from '../model/export';
import type { ExportColumn } from './columns.catalog';

/** The first line: stable English ids in the `plain` preset, the user's language in the `excel` preset. */
export function toHeaders(
  columns: readonly ExportColumn[],
  preset: ExportRequest['preset'],
  language: Language,
): string[] {
  if (preset === 'plain') return columns.map((column) => column.id);
  const t = createTranslate(language);
  return columns.map((column) => t(`export.column.${column.id}`));
}
