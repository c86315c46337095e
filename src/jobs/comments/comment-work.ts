import * as z from 'zod/mini';
import { withoutKey } from '../../lib/without-key';
import type { JobItem } from '../../model/jobs/job-item';
import { jobProgressSchema } from '../../model/jobs/job-progress';
import { COMMENT_SORTS } from '../../model/providers/operation';
import { PROVIDER_IDS } from '../../model/providers/provider.catalog';
import { leftPlaceSchema, toPagedWorkAgain } from './change-source';
import { LIST_BREAKS, LIST_ENDS } from './list-end';

/** Where the reading of a list of comments stands: those of a note, or the replies of one thread. */
export const commentWorkSchema = z.object({
  type: z.literal('comments'),
  noteId: z.string(),
  xsecToken: z.optional(z.string()),
  /** The thread; absent: the note's own list. */
  rootCommentId: z.optional(z.string()),
  sort: z.optional(z.enum(COMMENT_SORTS)),
  maxAgeMs: z.optional(z.number()),
  /** When it was wanted anew: what was answered before is not what is asked for. */
  againAt: z.optional(z.number()),
  /** Only what is new: the list is read until a page is known, and threads that have grown. */
  untilKnown: z.boolean(),
  /** Replies that the root promises, and those that came with it. */
  expected: z.optional(z.number()),
  embedded: z.optional(z.number()),
  cursor: z.optional(z.string()),
  /** Series that could not go on, and are not asked again. */
  without: z.array(z.enum(PROVIDER_IDS)),
  /** Who gave the last page, or of a thread that has none yet, the cursor it begins with. */
  provider: z.optional(z.enum(PROVIDER_IDS)),
  /** Cursors that have been asked with, the last of them. */
  cursors: z.array(z.string()),
  pages: z.number(),
  /** Comments of the note's own list that its pages held, since it was begun. */
  topLevel: z.optional(z.number()),
  /** Pages that may still hold nothing new: the list was begun anew, and begins with what is known. */
  patience: z.number(),
  endedBy: z.optional(z.enum(LIST_ENDS)),
  /** Why an earlier part of the list broke off: what follows it does not make it whole. */
  brokenOff: z.optional(z.enum(LIST_BREAKS)),
  said: z.object({ comments: z.optional(z.number()), topLevel: z.optional(z.number()) }),
  left: z.optional(leftPlaceSchema),
  /** What this list alone has come to, where the job is about several notes. */
  tally: z.optional(jobProgressSchema),
});

export type CommentWork = z.infer<typeof commentWorkSchema>;

export type CommentTarget = Pick<
  CommentWork,
  | 'noteId'
  | 'xsecToken'
  | 'rootCommentId'
  | 'sort'
  | 'maxAgeMs'
  | 'againAt'
  | 'untilKnown'
  | 'expected'
  | 'embedded'
  | 'cursor'
  | 'provider'
>;

export const toCommentWork = (target: CommentTarget): CommentWork => ({
  type: 'comments',
  ...target,
  without: [],
  cursors: target.cursor === undefined ? [] : [target.cursor],
  pages: 0,
  patience: 0,
  said: {},
});

/** The note's own list is named after the note, a thread after both. */
export const toCommentItemId = (noteId: string, rootCommentId?: string): string =>
  rootCommentId === undefined ? noteId : `${noteId}/${rootCommentId}`;

/**
 * The same list, taken again: what came short begins anew and is not looked up in what was kept until then, what failed
 * goes on where it is or was left, and everybody may be asked again.
 */
export function toCommentWorkAgain(work: CommentWork, state: JobItem['state'], at: number): CommentWork {
  const ended = withoutKey(work, 'endedBy');
  if (state !== 'short') return toPagedWorkAgain(ended);
  return {
    ...withoutKey(withoutKey(withoutKey(ended, 'cursor'), 'left'), 'brokenOff'),
    without: [],
    cursors: [],
    againAt: at,
    pages: 0,
    topLevel: 0,
    patience: work.pages,
  };
}
