import * as z from 'zod/mini';
import { errorReportSchema } from './error-report';

export const exportRequestSchema = z.object({
  noteId: z.string(),
  format: z.enum(['csv']),
  preset: z.enum(['excel', 'plain']),
  withNoteColumns: z.boolean(),
  /** IANA name; local times in the file are of this zone. */
  timeZone: z.string(),
  language: z.enum(['zh-CN', 'en']),
});

export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** Where an export stands. It lives in session storage, so that any window can show it. */
export const exportStateSchema = z.object({
  exportId: z.string(),
  noteId: z.string(),
  state: z.enum(['writing', 'saving', 'done', 'failed']),
  rows: z.number(),
  expectedRows: z.number(),
  fileName: z.optional(z.string()),
  reportName: z.optional(z.string()),
  error: z.optional(errorReportSchema),
  startedAt: z.number(),
  updatedAt: z.number(),
});

export type ExportState = z.infer<typeof exportStateSchema>;
