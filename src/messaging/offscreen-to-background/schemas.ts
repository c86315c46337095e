import * as z from 'zod/mini';
import { mediaStateSchema } from '../../model/exports/media-request';
import { heldExportSchema } from '../background-to-offscreen/schemas';

const nothing = z.object({});

/** What the offscreen document tells the background (Chromium only). */
export const offscreenToBackground = {
  /** Rows read or files tried so far, a few times a second. */
  'export.progress': {
    input: z.object({
      exportId: z.string(),
      rows: z.number(),
      expectedRows: z.optional(z.number()),
      media: z.optional(mediaStateSchema),
    }),
    output: nothing,
  },
  /** Written, or failed: one of `ready` and `error` is there. */
  'export.ended': { input: heldExportSchema, output: nothing },
} as const;

export type OffscreenToBackground = typeof offscreenToBackground;
