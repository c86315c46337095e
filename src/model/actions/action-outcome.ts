import * as z from 'zod/mini';
import { ERROR_CODES } from '../errors';

/** What an action came to, as it is kept and as a page reports it; see `page-action`. */
export const actionOutcomeSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('done'),
    proof: z.enum(['answer', 'page']),
    commentId: z.optional(z.string().check(z.regex(/^[0-9a-f]{24}$/))),
    said: z.optional(z.string().check(z.maxLength(10_000))),
  }),
  z.object({ is: z.literal('already') }),
  z.object({ is: z.literal('rehearsed') }),
  z.object({
    is: z.literal('refused'),
    code: z.enum(ERROR_CODES),
    missing: z.optional(z.string().check(z.maxLength(100))),
    sign: z.optional(z.string().check(z.maxLength(100))),
    siteCode: z.optional(z.number()),
  }),
  z.object({ is: z.literal('uncertain') }),
]);
