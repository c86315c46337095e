import * as z from 'zod/mini';
import { actionTargetSchema } from '../actions/action-entry';
import { exportRequestSchema } from '../export';
import { COMMENT_SORTS, operationInputs } from '../providers/operation';
import type { JobKindName } from './job-kind.catalog';

const noteTarget = { noteId: z.string(), xsecToken: z.optional(z.string()) };

/** Where a list of notes comes from. */
export const notesFromSchema = z.discriminatedUnion('kind', [
  /** Picked or pasted: ids, or links and share texts that are resolved when their turn comes. */
  z.object({
    kind: z.literal('listed'),
    notes: z.array(
      z.object({
        noteId: z.optional(z.string()),
        xsecToken: z.optional(z.string()),
        text: z.optional(z.string()),
      }),
    ),
  }),
  z.object({ kind: z.literal('author'), userId: z.string() }),
  z.object({ kind: z.literal('topic'), input: z.omit(operationInputs['topic.notes'], { cursor: true }) }),
  z.object({ kind: z.literal('search'), input: z.omit(operationInputs['search.notes'], { cursor: true }) }),
]);

/** A person in a list that was pasted or read from a file; `cells` are the row as it came. */
export const listedPersonSchema = z.object({
  cells: z.array(z.string()),
  userId: z.optional(z.string()),
  /** A link or share text, where the row has no id. */
  text: z.optional(z.string()),
});

/** Kind of job → what it is told to do. */
export const jobInputs = {
  /** All comments of a note with all replies, from providers. `maxAgeMs`: how old a kept answer may be. */
  'collect-comments': z.object({
    ...noteTarget,
    sort: z.optional(z.enum(COMMENT_SORTS)),
    maxAgeMs: z.optional(z.number()),
  }),
  /** Only what is new: newest first until known rows, with the note's counts and the threads that have grown. */
  'refresh-comments': z.object(noteTarget),
  /**
   * Notes of a list, at most `most`; `details`: each is asked for by itself; `comments`: with all comments. `onlyNew`: as
   * they are now, and of the comments only what came since: newest first until known rows, and threads that have grown.
   */
  'collect-notes': z.object({
    from: notesFromSchema,
    most: z.number().check(z.int(), z.positive()),
    details: z.boolean(),
    comments: z.boolean(),
    onlyNew: z.optional(z.boolean()),
  }),
  /** Profiles for a list of people; `columns` names the cells that came with them. */
  'enrich-authors': z.object({ columns: z.array(z.string()), rows: z.array(listedPersonSchema) }),
  /** A note's counts, again and again; `until`: epoch ms, absent: until stopped. */
  'watch-note': z.object({
    ...noteTarget,
    everyMs: z.number().check(z.minimum(600_000)),
    until: z.optional(z.number()),
  }),
  /** Files of what is stored: one for all notes of the request, or one for each. */
  export: z.object({ request: exportRequestSchema }),
  /** The comments of a note that its page loads by itself; `tabId`: where it was in front when that was asked for. */
  'load-comments': z.object({ noteId: z.string(), tabId: z.number() }),
  /** Actions in pages, in this order; `assist`: the last gesture of each is the user's own. */
  act: z.object({
    mode: z.enum(['send', 'assist', 'rehearse']),
    targets: z.array(actionTargetSchema).check(z.minLength(1)),
  }),
} as const satisfies Record<JobKindName, z.core.$ZodType>;

export type JobInput<Name extends JobKindName> = z.infer<(typeof jobInputs)[Name]>;
