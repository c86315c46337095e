import * as z from 'zod/mini';
import { ERROR_CODES } from './errors';

/** Parses an `ErrorReport` that comes from another context or from storage. */
export const errorReportSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
