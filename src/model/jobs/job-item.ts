import * as z from 'zod/mini';
import { errorReportSchema } from '../error-report';

/**
 * One part of a job that goes on by itself: a list of comments, a thread, a note, a person, a file. It is over when its
 * `state` is not `open`. `short`: over, with less than was promised.
 */
export const jobItemSchema = z.object({
  jobId: z.string(),
  itemId: z.string(),
  /** Items are taken in this order. */
  order: z.number(),
  state: z.enum(['open', 'done', 'short', 'failed', 'skipped']),
  /** Where it stands; as the kind says, and parsed by it. */
  work: z.unknown(),
  /** What the user reads: a note's title, a person's name. */
  label: z.optional(z.string()),
  /** The note it is about. */
  noteId: z.optional(z.string()),
  /** Failures in a row. */
  attempt: z.number(),
  notBefore: z.optional(z.number()),
  error: z.optional(errorReportSchema),
  /** Rows it has brought. */
  rows: z.number(),
});

export type JobItem = z.infer<typeof jobItemSchema>;

/** What happened to a job, for the user to read. */
export const jobLogEntrySchema = z.object({
  jobId: z.string(),
  seq: z.number(),
  at: z.number(),
  event: z.enum([
    'created',
    'started',
    'waiting',
    'paused',
    'resumed',
    'cancelled',
    'concluded',
    'retried',
    'source-changed',
    'broken-off',
    'item-failed',
    'budget-changed',
    'done',
    'partial',
    'failed',
  ]),
  itemId: z.optional(z.string()),
  label: z.optional(z.string()),
  error: z.optional(errorReportSchema),
});

export type JobLogEntry = z.infer<typeof jobLogEntrySchema>;
