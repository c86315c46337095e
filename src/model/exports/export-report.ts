import * as z from 'zod/mini';
import { amountsSchema } from '../providers/price';
import { countSchema } from '../values/count';

/**
 * Why something is missing. Only `not-returned` needs no evidence: it was promised, and did not come. `stopped`: the site
 * said that more follow, and reading ended there. `login-wanted`: the page said so. `failed`: it was asked for, and nobody gave it.
 */
export const shortReasonSchema = z.enum(['not-returned', 'stopped', 'login-wanted', 'failed']);
export type ShortReason = z.infer<typeof shortReasonSchema>;

const coverageReportSchema = z.object({
  state: z.enum(['complete', 'short', 'unknown']),
  reason: z.nullable(shortReasonSchema),
  /** The site's own number, replies included. */
  expected: z.nullable(countSchema),
  /** Comments and replies that are stored and still there. */
  got: z.number(),
  topLevel: z.object({ got: z.number() }),
  replies: z.object({
    expected: z.nullable(countSchema),
    got: z.number(),
    withoutTopLevelComment: z.number(),
  }),
  leftOutAsGone: z.number(),
  shortThreads: z.array(
    z.object({
      rootCommentId: z.string(),
      /** `null`: nobody says how many there are, only that there are more. */
      expected: z.nullable(countSchema),
      got: z.number(),
      reason: shortReasonSchema,
    }),
  ),
});

const noteReportSchema = z.object({
  noteId: z.string(),
  title: z.nullable(z.string()),
  url: z.nullable(z.string()),
  standing: z.nullable(z.string()),
});

const spanSchema = z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) });

/**
 * What goes with a file: what the site promised, what was got, what of that the file holds and why it is not more. For
 * people (`summary`, in their language) and programs (the rest, with stable English keys). `null`: not known.
 */
export const exportReportSchema = z.object({
  kind: z.literal('comments-export-report'),
  version: z.literal(2),
  summary: z.array(z.string()),
  /** The note; `null` where the file has several (`notes`), or is anonymised. */
  note: z.nullable(noteReportSchema),
  file: z.object({
    name: z.string(),
    /** `null` inside the file itself. */
    bytes: z.nullable(z.number()),
    rows: z.number(),
    format: z.string(),
    preset: z.string(),
    encoding: z.nullable(z.string()),
    timeZone: z.string(),
    columns: z.array(z.string()),
    uniqueBy: z.nullable(z.string()),
  }),
  /** What was asked for: of the stored rows, which are in the file. */
  selection: z.object({
    anonymised: z.boolean(),
    /** The filter and the order of the list on screen; `null`: all, in the site's order. */
    filters: z.nullable(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
    leftOutByFilter: z.number(),
    /** Rows stored before this time are left out, as they are in an earlier file. */
    since: z.nullable(z.string()),
    leftOutAsOld: z.number(),
    /** Texts that were longer than a cell of this kind of file can be. */
    cutTexts: z.number(),
  }),
  comments: coverageReportSchema,
  /** Note by note, where there are several. */
  notes: z.array(z.object({ note: z.nullable(noteReportSchema), comments: coverageReportSchema })),
  sources: z.array(z.object({ source: z.string(), rows: z.number() })),
  created: spanSchema,
  captured: spanSchema,
  /** Rows that came more than once in that collection, and are in the file once. */
  duplicates: z.object({ dropped: z.nullable(z.number()) }),
  /** Calls of providers by the last collection of these comments, and what they cost; `null`: there was none. */
  calls: z.nullable(
    z.object({
      billed: z.number(),
      /** Attempts that failed, on the way to an answer or for good. */
      failed: z.number(),
      cost: amountsSchema,
      hasUnknownPrice: z.boolean(),
    }),
  ),
  /** What anonymising leaves that may still tell who somebody is. */
  risks: z.array(z.string()),
  unknown: z.array(z.string()),
  exportedAt: z.nullable(z.string()),
  extensionVersion: z.string(),
});

export type ExportReport = z.infer<typeof exportReportSchema>;
export type CoverageReport = z.infer<typeof coverageReportSchema>;
