import type { Translate } from '../i18n/t';
import { createTranslate } from '../i18n/t';
import { toIsoTime } from '../lib/local-time';
import type { Count } from '../model/values/count';
import type { ExportRequest } from '../model/export';
import type { Note } from '../model/note';
import type { ExportColumn } from './columns.catalog';
import type { Coverage } from './completeness';
import { toNoteUrl } from './rows';

export interface ReportInput {
  readonly coverage: Coverage;
  readonly note: Note | undefined;
  readonly request: ExportRequest;
  readonly columns: readonly ExportColumn[];
  readonly fileName: string;
  readonly bytes: number;
  readonly extensionVersion: string;
  /** Epoch ms; the file holds what was stored before. */
  readonly startedAt: number;
}

/**
 * The completeness report that goes with a file, as JSON text for people and programs alike: `summary` says it in the
 * user's language, the rest has stable English keys. What is not known is `null`, and named in `unknown`.
 */
export function toReport(input: ReportInput): string {
  const { coverage, note, request } = input;
  const t = createTranslate(request.language);
  const report = {
    kind: 'comments-export-report',
    version: 1,
    summary: summarise(coverage, note, t),
    note: {
      noteId: request.noteId,
      title: note?.title ?? null,
      url: (note && toNoteUrl(note)) ?? null,
      standing: note?.standing ?? null,
    },
    file: {
      name: input.fileName,
      bytes: input.bytes,
      rows: coverage.rows,
      format: request.format,
      preset: request.preset,
      encoding: request.preset === 'excel' ? 'UTF-8 with BOM' : 'UTF-8',
      timeZone: request.timeZone,
      columns: input.columns.map((column) => column.id),
      uniqueBy: 'comment_id',
    },
    comments: {
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
      shortThreads: coverage.shortThreads,
    },
    sources: coverage.sources,
    created: { from: coverage.createdFrom ?? null, to: coverage.createdTo ?? null },
    captured: { from: coverage.capturedFrom ?? null, to: coverage.capturedTo ?? null },
    unknown: listUnknown(coverage, note),
    exportedAt: toIsoTime(input.startedAt) ?? null,
    extensionVersion: input.extensionVersion,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function summarise(coverage: Coverage, note: Note | undefined, t: Translate): string[] {
  const lines = [
    t('report.got', { rows: coverage.rows, topLevel: coverage.topLevel, replies: coverage.replies }),
    coverage.expected
      ? t(coverage.expected.approximate ? 'report.expected-about' : 'report.expected', {
          count: coverage.expected.raw,
        })
      : t('report.expected-unknown'),
    t(`report.state.${coverage.state}`),
  ];
  if (coverage.reason) lines.push(t(`report.reason.${coverage.reason}`));
  if (coverage.rows === 0) lines.push(t('report.empty'));
  if (coverage.shortThreads.length > 0)
    lines.push(t('report.short-threads', { count: coverage.shortThreads.length }));
  if (coverage.repliesWithoutRoot > 0)
    lines.push(t('report.orphans', { count: coverage.repliesWithoutRoot }));
  if (coverage.gone > 0) lines.push(t('report.gone', { count: coverage.gone }));
  if (note?.standing && note.standing !== 'public') lines.push(t(`report.standing.${note.standing}`));
  return lines;
}

/** What cannot be said, by name. Duplicates: the database keeps one row for each comment and does not count the rest. */
function listUnknown(coverage: Coverage, note: Note | undefined): string[] {
  const isOpen = (count: Count | undefined) => count === undefined || count.approximate;
  return [
    ...(note ? [] : ['note']),
    ...(isOpen(coverage.expected) ? ['comments.expected (exact)'] : []),
    ...(isOpen(coverage.expectedReplies) ? ['comments.replies.expected (exact)'] : []),
    'comments.topLevel.expected',
    'duplicates',
  ];
}
