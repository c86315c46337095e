import * as z from 'zod/mini';
import { errorReportSchema } from '../../model/error-report';
import { exportRequestSchema } from '../../model/export';
import { exportReportSchema } from '../../model/exports/export-report';
import { mediaRequestSchema, mediaStateSchema } from '../../model/exports/media-request';
import { loadingStateSchema } from '../../model/page-state';

const nothing = z.object({});
const one = z.object({ exportId: z.string() });

/** A file that has been written and waits to be saved: its own address and its report's where it has one apart, good until it is dropped. */
export const readyExportSchema = z.object({
  rows: z.number(),
  fileUrl: z.string(),
  reportUrl: z.optional(z.string()),
  fileName: z.string(),
  reportName: z.optional(z.string()),
  report: z.optional(exportReportSchema),
  media: z.optional(mediaStateSchema),
});

export type ReadyExport = z.infer<typeof readyExportSchema>;

/** An export that the host knows of: being written while neither `ready` nor `error` is there. */
export const heldExportSchema = z.object({
  exportId: z.string(),
  ready: z.optional(readyExportSchema),
  error: z.optional(errorReportSchema),
});

export type HeldExport = z.infer<typeof heldExportSchema>;

/** What the background asks of the offscreen document, which can do what a service worker cannot (Chromium only). */
export const backgroundToOffscreen = {
  /** Starts writing a file; answers at once. Asked twice for the same export, it is written once. */
  'export.write': {
    input: z.object({
      exportId: z.string(),
      request: z.union([exportRequestSchema, mediaRequestSchema]),
      startedAt: z.number(),
      extensionVersion: z.string(),
      since: z.optional(z.record(z.string(), z.number())),
      stoppedBy: loadingStateSchema.shape.stoppedBy,
    }),
    output: nothing,
  },
  /** Stops writing, takes the addresses back and removes the files. */
  'export.drop': { input: one, output: nothing },
  /** Everything that is being written or waits to be dropped. */
  'export.held': { input: nothing, output: z.array(heldExportSchema) },
} as const;

export type BackgroundToOffscreen = typeof backgroundToOffscreen;
