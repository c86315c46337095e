import * as z from 'zod/mini';
import { commentQuerySchema } from './exports/comment-query';
import { errorReportSchema } from './error-report';
import { exportReportSchema } from './exports/export-report';
import { mediaStateSchema } from './exports/media-request';
import type { MediaRequest } from './exports/media-request';

/** The kinds of file, in the order in which they are offered. */
export const EXPORT_FORMAT_IDS = ['csv', 'xlsx', 'markdown', 'json', 'jsonl', 'parquet'] as const;
export const exportFormatIdSchema = z.enum(EXPORT_FORMAT_IDS);
export type ExportFormatId = z.infer<typeof exportFormatIdSchema>;

export const exportRequestSchema = z.object({
  noteId: z.string(),
  /** Several notes, `noteId` among them, in the order in which they are written. */
  noteIds: z.optional(z.array(z.string())),
  /** Of several notes: a file each instead of one for all. */
  oneFileEach: z.optional(z.boolean()),
  format: exportFormatIdSchema,
  /** `excel`: headers in the user's language, texts guarded; `plain`: stable ids, values as they are. */
  preset: z.enum(['excel', 'plain']),
  withNoteColumns: z.boolean(),
  /** Columns by id, in their order, instead of what `withNoteColumns` says; unknown ids are left out. */
  columns: z.optional(z.array(z.string())),
  /** Only what matches, in this order; absent: everything in the site's order. */
  filter: z.optional(commentQuerySchema),
  /** Only what was first seen after the last whole export of this note in this format. */
  onlyNew: z.optional(z.boolean()),
  anonymised: z.optional(z.boolean()),
  /** What the file is called, see `export/file-name`. */
  namePattern: z.optional(z.string()),
  /** IANA name; local times in the file are of this zone. */
  timeZone: z.string(),
  language: z.enum(['zh-CN', 'en']),
});

export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** Everything that ends as a file: rows of comments, or media. */
export type FileRequest = ExportRequest | MediaRequest;

/** The notes of a request, each once; `noteId` alone where no list is given. */
export function listNoteIds({ noteId, noteIds }: Pick<ExportRequest, 'noteId' | 'noteIds'>): string[] {
  return noteIds === undefined || noteIds.length === 0 ? [noteId] : [...new Set(noteIds)];
}

/** Where an export stands. It lives in session storage, so that any window can show it. */
export const exportStateSchema = z.object({
  exportId: z.string(),
  noteId: z.string(),
  state: z.enum(['writing', 'saving', 'done', 'failed']),
  /** Rows; of media, files that were tried. */
  rows: z.number(),
  expectedRows: z.number(),
  /** There when the file holds media, not rows. */
  media: z.optional(mediaStateSchema),
  fileName: z.optional(z.string()),
  reportName: z.optional(z.string()),
  /** How complete the file is, once it is written; of short threads only the first. */
  report: z.optional(exportReportSchema),
  error: z.optional(errorReportSchema),
  startedAt: z.number(),
  updatedAt: z.number(),
});

export type ExportState = z.infer<typeof exportStateSchema>;
