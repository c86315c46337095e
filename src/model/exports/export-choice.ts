import * as z from 'zod/mini';
import { exportFormatIdSchema } from '../export';

/** What somebody chose for a file, to be offered again. */
export const exportChoiceSchema = z.object({
  format: exportFormatIdSchema,
  preset: z.enum(['excel', 'plain']),
  /** A ready-made choice of columns, or `own`: those of `columns`. */
  columnPreset: z.enum(['reading', 'analysis', 'standard', 'all', 'own']),
  /** Ids in their order. */
  columns: z.array(z.string()),
  /** `shown`: as the list on screen is filtered and sorted. `new`: since the last file of this note in this format. */
  rows: z.enum(['all', 'shown', 'new']),
  anonymised: z.boolean(),
  /** Empty: the usual name. */
  namePattern: z.string().check(z.maxLength(200)),
});

export type ExportChoice = z.infer<typeof exportChoiceSchema>;

export const DEFAULT_EXPORT_CHOICE: ExportChoice = {
  format: 'xlsx',
  preset: 'excel',
  columnPreset: 'standard',
  columns: [],
  rows: 'all',
  anonymised: false,
  namePattern: '',
};
