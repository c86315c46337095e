import { readCsv } from '../support/read-csv';

export interface ExportCheck {
  readonly rows: number;
  /** Name of the column that holds each comment's own id. */
  readonly idColumn: string | undefined;
  /** What is wrong, in words; empty when the file holds exactly what was served. */
  readonly differences: readonly string[];
}

/** A comment id in a cell; the spreadsheet form of the file may wrap it to keep it text. */
const idPattern = /[0-9a-f]{24}/;

/**
 * Compares a CSV with the ids that the server has sent: a row for each, none twice, none besides. The column of the
 * comment's own id is the one whose values are all different and which has the most served ids.
 */
export function checkExport(csv: string, servedIds: readonly string[]): ExportCheck {
  const { header, rows } = readCsv(csv);
  const served = new Set(servedIds);
  const idsOf = (column: string) => rows.map((row) => idPattern.exec(row[column] ?? '')?.[0] ?? '');
  const candidates = header
    .map((column) => ({ column, ids: idsOf(column) }))
    .filter(({ ids }) => new Set(ids).size === ids.length && ids.some((id) => served.has(id)))
    .map((each) => ({ ...each, hits: each.ids.filter((id) => served.has(id)).length }))
    .sort((a, b) => b.hits - a.hits);
  const differences: string[] = [];
  if (rows.length !== served.size) differences.push(`${rows.length} rows for ${served.size} comments served`);
  const best = candidates[0];
  if (!best)
    return {
      rows: rows.length,
      idColumn: undefined,
      differences: [...differences, 'no column holds the ids of the comments, each once'],
    };
  const written = new Set(best.ids);
  const missing = servedIds.filter((id) => !written.has(id));
  const extra = best.ids.filter((id) => !served.has(id));
  if (missing.length > 0) differences.push(`missing: ${missing.join(', ')}`);
  if (extra.length > 0) differences.push(`not served: ${extra.join(', ')}`);
  return { rows: rows.length, idColumn: best.column, differences };
}
