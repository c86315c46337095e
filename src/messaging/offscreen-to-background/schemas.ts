import * as z from 'zod/mini';
import { heldExportSchema } from '../background-to-offscreen/schemas';

const nothing = z.object({});

/** What the offscreen document tells the background (Chromium only). */
export const offscreenToBackground = {
  /** Rows read so far, a few times a second. */
  'export.progress': { input: z.object({ exportId: z.string(), rows: z.number() }), output: nothing },
  /** Written, or failed: one of `ready` and `error` is there. */
  'export.ended': { input: heldExportSchema, output: nothing },
} as const;

export type OffscreenToBackground = typeof offscreenToBackground;
