import type { ExportColumn } from '../../../../src/export/columns.catalog';
import type { FormatEnding, FormatOptions } from '../../../../src/export/format';
import type { ExportReport } from '../../../../src/model/exports/export-report';

/** Options as the worker hands them to a format, with ids for headers. */
export function toFormatOptions(
  columns: readonly ExportColumn[],
  patch: Partial<FormatOptions> = {},
): FormatOptions {
  return {
    columns,
    extraColumns: [],
    headers: columns.map((column) => column.id),
    preset: 'plain',
    language: 'en',
    localTime: (epochMs) => new Date(epochMs).toISOString().slice(0, 19).replace('T', ' '),
    notes: [],
    startedAt: 0,
    ...patch,
  };
}

const NOTHING_KNOWN: ExportReport['comments'] = {
  state: 'unknown',
  reason: null,
  expected: null,
  got: 0,
  topLevel: { got: 0 },
  replies: { expected: null, got: 0, withoutTopLevelComment: 0 },
  leftOutAsGone: 0,
  shortThreads: [],
};

/** An ending with a report that says little. */
export function toEnding(patch: Partial<ExportReport> = {}): FormatEnding {
  return {
    report: {
      kind: 'comments-export-report',
      version: 2,
      summary: ['Said for people.'],
      note: null,
      file: {
        name: 'file',
        bytes: null,
        rows: 0,
        format: 'csv',
        preset: 'plain',
        encoding: null,
        timeZone: 'UTC',
        columns: [],
        uniqueBy: null,
      },
      selection: {
        anonymised: false,
        filters: null,
        leftOutByFilter: 0,
        since: null,
        leftOutAsOld: 0,
        cutTexts: 0,
      },
      comments: NOTHING_KNOWN,
      notes: [],
      sources: [],
      created: { from: null, to: null },
      captured: { from: null, to: null },
      duplicates: { dropped: null },
      calls: null,
      risks: [],
      unknown: [],
      exportedAt: null,
      extensionVersion: '0',
      ...patch,
    },
  };
}
