import type { Translate } from '../../../i18n/t';
import type { CoverageReport, ExportReport } from '../../../model/exports/export-report';
import type { SheetColumn, SheetRow } from './sheet-column';

/** Two columns: what is said, and of what. */
export const REPORT_COLUMNS: readonly SheetColumn[] = [
  { id: 'key', kind: 'text', width: 40 },
  { id: 'value', kind: 'text', width: 60 },
];

/** The completeness report as rows of a sheet: first for people, then value by value under its stable key. */
export function toReportRows(report: ExportReport, t: Translate): SheetRow[] {
  const { summary, comments, notes, ...rest } = report;
  return [
    ...summary.map((line): SheetRow => [t('report.summary'), line]),
    ...listValues('', rest),
    ...listCoverage('comments', comments),
    ...notes.flatMap(({ note, comments: ofNote }) => listCoverage(`notes.${note?.noteId ?? '?'}`, ofNote)),
  ];
}

function listCoverage(path: string, { shortThreads, ...rest }: CoverageReport): SheetRow[] {
  return [
    ...listValues(`${path}.`, rest),
    ...shortThreads.map(({ rootCommentId, expected, got, reason }): SheetRow => [
      `${path}.shortThreads.${rootCommentId}`,
      `${got} / ${expected?.raw ?? '?'} · ${reason}`,
    ]),
  ];
}

/** Objects key by key, lists in one cell; what is not known is empty. */
function listValues(path: string, value: object): SheetRow[] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]): SheetRow[] => {
    const name = path + key;
    if (one === null) return [[name, undefined]];
    if (Array.isArray(one)) return [[name, one.map(toWord).join('; ')]];
    if (typeof one === 'object') return listValues(`${name}.`, one as object);
    return [[name, typeof one === 'number' || typeof one === 'boolean' ? one : String(one)]];
  });
}

const toWord = (item: unknown): string =>
  typeof item === 'object' && item !== null ? Object.values(item).map(String).join(' ') : String(item);
