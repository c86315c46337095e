import * as z from 'zod/mini';

/** Up to where a note's comments have been exported in a format: the next file may hold only what came later. */
export const exportMarkSchema = z.object({
  noteId: z.string(),
  format: z.string(),
  /** Epoch ms at which the last saved export began. */
  exportedAt: z.number(),
  /** Rows it held. */
  rows: z.number(),
});

export type ExportMark = z.infer<typeof exportMarkSchema>;
