import * as z from 'zod/mini';
import { ERROR_CODES } from '../errors';

/** Where in our own scripts something failed: file, line, column. */
const frameSchema = z.string().check(z.regex(/^[\w./-]{1,80}\.js:\d{1,7}:\d{1,9}$/));

/** An error without anything of what was read: its kind, its message in known words, our own lines. */
export const failureSchema = z.object({
  name: z.string().check(z.maxLength(40)),
  message: z.string().check(z.maxLength(200)),
  frames: z.array(frameSchema).check(z.maxLength(5)),
});

export type Failure = z.infer<typeof failureSchema>;

/**
 * Something that went wrong and may be worth a report. Holds nothing private: no ids, tokens, names, texts or
 * addresses of what was read.
 */
export const problemSchema = z.object({
  /** When it was seen last, epoch ms. */
  at: z.number(),
  code: z.enum(ERROR_CODES),
  /** The message, the page or the part of the background in which it happened. */
  where: z.string(),
  /** `page-changed`: the call or state, and what was not found in it. */
  missing: z.optional(z.string()),
  failure: z.optional(failureSchema),
  /** How often it was seen; many within a minute count once. */
  times: z.number(),
});

export type Problem = z.infer<typeof problemSchema>;

/** Pages of the extension, as they name themselves in a report. */
export const pageNameSchema = z.enum(['popup', 'panel', 'options', 'library', 'welcome']);
export type PageName = z.infer<typeof pageNameSchema>;
