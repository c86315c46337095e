import { createTranslate } from '../../i18n/t';
import { toIsoTime } from '../../lib/local-time';
import type { Collection } from '../../model/comment';
import type { CoverageReport, ExportReport } from '../../model/exports/export-report';
import type { ExportRequest } from '../../model/export';
import type { Note } from '../../model/note';
import type { Amounts } from '../../model/providers/price';
import { addPrice, CURRENCIES } from '../../model/providers/price';
import type { Count } from '../../model/values/count';
import type { ExportColumn } from '../columns.catalog';
import { toNoteUrl } from '../rows';
import type { Coverage } from './completeness';
import { mergeCoverage } from './merge-coverage';
import { summarise } from './summarise';

/** One note of a file. */
export interface NoteCoverage {
  readonly noteId: string;
  /** As it may be shown in this file. */
  readonly note: Note | undefined;
  readonly coverage: Coverage;
  /** What the last job that collected its comments came to, if there was one. */
  readonly collection: Collection | undefined;
}

export interface ReportInput {
  readonly request: ExportRequest;
  readonly notes: readonly NoteCoverage[];
  readonly columns: readonly ExportColumn[];
  readonly fileName: string;
  /** Rows in the file. */
  readonly rows: number;
  readonly leftOutByFilter: number;
  readonly leftOutAsOld: number;
  /** Epoch ms of the earliest mark that `onlyNew` went by. */
  readonly since: number | undefined;
  readonly extensionVersion: string;
  /** Epoch ms; the file holds what was stored before. */
  readonly startedAt: number;
}

/** The completeness report of a file; see `ExportReport`. The size of the file is added when it is known. */
export function createReport(input: ReportInput): ExportReport {
  const { request, notes } = input;
  const t = createTranslate(request.language);
  const isAnonymised = request.anonymised === true;
  const coverage = mergeCoverage(notes.map((one) => one.coverage));
  const [first] = notes;
  const isOne = notes.length === 1;
  return {
    kind: 'comments-export-report',
    version: 2,
    summary: summarise(input, coverage, t),
    note: isOne && first && !isAnonymised ? toNoteReport(first) : null,
    file: describeFile(input),
    selection: {
      anonymised: isAnonymised,
      filters: toFilters(request),
      leftOutByFilter: input.leftOutByFilter,
      since: input.since === undefined ? null : (toIsoTime(input.since) ?? null),
      leftOutAsOld: input.leftOutAsOld,
      cutTexts: 0,
    },
    comments: toCoverageReport(coverage),
    notes: isOne
      ? []
      : notes.map((one) => ({
          note: isAnonymised ? null : toNoteReport(one),
          comments: toCoverageReport(one.coverage),
        })),
    sources: [...coverage.sources],
    created: { from: coverage.createdFrom ?? null, to: coverage.createdTo ?? null },
    captured: { from: coverage.capturedFrom ?? null, to: coverage.capturedTo ?? null },
    ...sumCollections(notes.flatMap(({ collection }) => collection ?? [])),
    risks: isAnonymised ? [t('report.risk.texts'), t('report.risk.times'), t('report.risk.counts')] : [],
    unknown: listUnknown(input, coverage),
    exportedAt: toIsoTime(input.startedAt) ?? null,
    extensionVersion: input.extensionVersion,
  };
}

/** As it is written beside a file. */
export function toReportText(report: ExportReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function describeFile({ request, columns, rows, fileName }: ReportInput): ExportReport['file'] {
  const isText = request.format !== 'xlsx' && request.format !== 'parquet';
  const withMark = request.format === 'csv' && request.preset === 'excel';
  return {
    name: fileName,
    bytes: null,
    rows,
    format: request.format,
    preset: request.preset,
    encoding: isText ? (withMark ? 'UTF-8 with BOM' : 'UTF-8') : null,
    timeZone: request.timeZone,
    columns: columns.map((column) => column.id),
    uniqueBy: columns.some((column) => column.id === 'comment_id') ? 'comment_id' : null,
  };
}

function toNoteReport({ noteId, note }: NoteCoverage): NonNullable<ExportReport['note']> {
  return {
    noteId,
    title: note?.title ?? null,
    url: (note && toNoteUrl(note)) ?? null,
    standing: note?.standing ?? null,
  };
}

function toCoverageReport(coverage: Coverage): CoverageReport {
  return {
    state: coverage.state,
    reason: coverage.reason ?? null,
    expected: coverage.expected ?? null,
    got: coverage.rows,
    topLevel: { got: coverage.topLevel },
    replies: {
      expected: coverage.expectedReplies ?? null,
      got: coverage.replies,
      withoutTopLevelComment: coverage.repliesWithoutRoot,
    },
    leftOutAsGone: coverage.gone,
    shortThreads: coverage.shortThreads.map((thread) => ({ ...thread, expected: thread.expected ?? null })),
  };
}

/** Only what was set, so that it reads as what was asked for; an anonymised file says no names and places here either. */
function toFilters({ filter, anonymised }: ExportRequest): ExportReport['selection']['filters'] {
  if (!filter) return null;
  const { text, place, ...rest } = filter;
  const shown = anonymised === true ? { text: '…', place: '…' } : { text, place };
  const set = Object.entries({
    ...(text.trim() === '' ? {} : { text: shown.text }),
    ...(place === undefined ? {} : { place: shown.place }),
    ...rest,
  });
  return Object.fromEntries(set.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** What collecting came to; what only pages told is free, and nobody counts what they tell twice. */
function sumCollections(collections: readonly Collection[]): Pick<ExportReport, 'duplicates' | 'calls'> {
  if (collections.length === 0) return { duplicates: { dropped: null }, calls: null };
  const sum = (read: (collection: Collection) => number) =>
    collections.reduce((total, collection) => total + read(collection), 0);
  const costs = collections.flatMap(({ cost }) =>
    CURRENCIES.map((currency) => ({ currency, amount: cost[currency] ?? 0 })),
  );
  return {
    duplicates: { dropped: sum(({ duplicates }) => duplicates) },
    calls: {
      billed: sum(({ billedCalls }) => billedCalls),
      failed: sum(({ failedAttempts }) => failedAttempts),
      cost: costs
        .filter(({ amount }) => amount > 0)
        .reduce<Amounts>((total, price) => addPrice(total, price), {}),
      hasUnknownPrice: collections.some(({ hasUnknownPrice }) => hasUnknownPrice),
    },
  };
}

/** What cannot be said, by name. */
function listUnknown({ notes }: ReportInput, coverage: Coverage): string[] {
  const isOpen = (count: Count | undefined) => count === undefined || count.approximate;
  return [
    ...(notes.every(({ note }) => note) ? [] : ['note']),
    ...(isOpen(coverage.expected) ? ['comments.expected (exact)'] : []),
    ...(isOpen(coverage.expectedReplies) ? ['comments.replies.expected (exact)'] : []),
    'comments.topLevel.expected',
    ...(notes.some(({ collection }) => collection) ? [] : ['duplicates']),
  ];
}
