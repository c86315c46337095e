import * as z from 'zod/mini';
import { personSchema } from './author';
import { amountsSchema } from './providers/price';
import { countSchema } from './values/count';
import { imageSchema } from './values/media';
import { observationSchema } from './values/observation';

/** A comment; a reply is a comment with `rootCommentId`. Everything unknown is absent. Times are epoch ms. */
export const commentSchema = z.object({
  commentId: z.string(),
  noteId: z.string(),
  /** The top-level comment of the thread; absent for a top-level comment. */
  rootCommentId: z.optional(z.string()),
  /** Whom a reply answers: the root or another reply, which may have been deleted since. */
  replyTo: z.optional(z.object({ commentId: z.optional(z.string()), author: z.optional(personSchema) })),
  author: z.optional(personSchema),
  /** Text with the site's emoji codes. */
  content: z.optional(z.string()),
  createdAt: z.optional(z.number()),
  place: z.optional(z.string()),
  likes: z.optional(countSchema),
  /** Replies the site says the thread has; only top-level comments carry it. */
  replyCount: z.optional(countSchema),
  byNoteAuthor: z.optional(z.boolean()),
  pinned: z.optional(z.boolean()),
  likedByNoteAuthor: z.optional(z.boolean()),
  folded: z.optional(z.boolean()),
  /** The site keeps it from others than its author. */
  hidden: z.optional(z.boolean()),
  /** Written by the site's own machine. */
  byMachine: z.optional(z.boolean()),
  pictures: z.optional(z.array(imageSchema)),
  mentions: z.optional(z.array(personSchema)),
  /** Place in the site's own order when last listed, within its level (0 = first); see `storage/repositories/comments`. */
  position: z.optional(z.number()),
  /** The site's number; 0 is normal, 3 and -2 have been seen, their meaning is not known. */
  status: z.optional(z.number()),
  observed: observationSchema,
  /** At the source; an answer that was kept tells of the time when it was given. */
  firstSeenAt: z.number(),
  /**
   * When it came into the store, or came back: later than it was seen where an answer was kept, or a backup was put in.
   * Absent: before that was written down, and then when it was seen.
   */
  storedAt: z.optional(z.number()),
  /** When a complete later collection no longer had it. */
  goneAt: z.optional(z.number()),
  /** The job that collected it last. */
  collectedBy: z.optional(z.string()),
  /** Others that collected it before and may go on still, the last of them first. */
  alsoCollectedBy: z.optional(z.array(z.string())),
});

export type Comment = z.infer<typeof commentSchema>;

/** When a comment could be in a file for the first time. */
export const toStoredAt = ({ storedAt, firstSeenAt }: Pick<Comment, 'storedAt' | 'firstSeenAt'>): number =>
  storedAt ?? firstSeenAt;

/** Whether a job that may go on still has collected the comment. */
export const isCollectedBy = (
  { collectedBy, alsoCollectedBy = [] }: Pick<Comment, 'collectedBy' | 'alsoCollectedBy'>,
  jobId: string,
): boolean => collectedBy === jobId || alsoCollectedBy.includes(jobId);

/** A comment as one source told it; storage adds where and when. */
export type CommentSighting = Omit<
  Comment,
  'observed' | 'firstSeenAt' | 'storedAt' | 'goneAt' | 'collectedBy' | 'alsoCollectedBy'
>;

/** What the last job that collected a note's comments came to. */
export const collectionSchema = z.object({
  jobId: z.string(),
  startedAt: z.number(),
  endedAt: z.number(),
  /**
   * `complete`: all lists were read to their ends, no thread is short, and as many came as there are said to be; `unknown`:
   * the same, but nobody says how many there are.
   */
  state: z.enum(['complete', 'short', 'unknown']),
  topLevel: z.number(),
  replies: z.number(),
  /** What the sources say there is, which need not be what they give. */
  said: z.object({ comments: z.optional(z.number()), topLevel: z.optional(z.number()) }),
  /** Why the top level was not read on; `end` is the source's own word. */
  endedBy: z.enum([
    ...['end', 'known', 'nothing-new', 'no-cursor', 'repeated-cursor', 'empty-page'],
    ...['failed', 'stopped'],
  ] as const),
  /** Threads of which nobody gave more, though more was asked for. */
  failedThreads: z.array(z.string()),
  /** Rows that came more than once, and were counted once. */
  duplicates: z.number(),
  /** Series that gave rows, in the order in which they were asked. */
  sources: z.array(z.string()),
  restarts: z.number(),
  failedAttempts: z.number(),
  billedCalls: z.number(),
  cost: amountsSchema,
  hasUnknownPrice: z.boolean(),
});

export type Collection = z.infer<typeof collectionSchema>;

/**
 * Of one thread: whether its source says that more follow. `isBrokenOff`: it said so, and gave no way to them. `hasGrown`: a
 * refresh has seen that it has grown, and has not come to its end so far.
 */
const threadReading = {
  hasMore: z.boolean(),
  isBrokenOff: z.optional(z.boolean()),
  hasGrown: z.optional(z.boolean()),
};
export const threadReadingSchema = z.object(threadReading);
export type ThreadReading = z.infer<typeof threadReadingSchema>;

/** The same as it is stored. `open`: more follow, or were broken off; 1 or absent, as an index knows no booleans. */
export const commentThreadSchema = z.object({
  noteId: z.string(),
  rootCommentId: z.string(),
  ...threadReading,
  open: z.optional(z.literal(1)),
});
export type CommentThread = z.infer<typeof commentThreadSchema>;

export function toCommentThread(
  noteId: string,
  rootCommentId: string,
  { hasMore, isBrokenOff, hasGrown }: ThreadReading,
): CommentThread {
  return {
    noteId,
    rootCommentId,
    hasMore,
    ...(isBrokenOff === undefined ? {} : { isBrokenOff }),
    ...(hasGrown === undefined ? {} : { hasGrown }),
    ...(hasMore || isBrokenOff === true ? { open: 1 } : {}),
  };
}

/** What is known of a note's list of comments as a whole: how far the page has read it. Its threads are stored beside it. */
export const commentListSchema = z.object({
  noteId: z.string(),
  /** The site's next cursor of the top level, and whether it says that more follow. */
  cursor: z.optional(z.string()),
  hasMore: z.optional(z.boolean()),
  /** Whether a reading of what is new began at the newest and has not come to what was known before. */
  hasGap: z.optional(z.boolean()),
  /** When the first such reading began, of a list that has a gap: what was seen since does not lie behind it. */
  gapSince: z.optional(z.number()),
  /** Who gave the list said that more follow, and gave no way to them. */
  isBrokenOff: z.optional(z.boolean()),
  /** Why the page shows no more than this, where the page said so. */
  endedBy: z.optional(z.enum(['end-marker', 'login-wanted'])),
  collected: z.optional(collectionSchema),
  updatedAt: z.number(),
});

export type StoredCommentList = z.infer<typeof commentListSchema>;

/** The list, and how far each of its threads was read, by the id of its root. */
export interface CommentList extends StoredCommentList {
  readonly threads: Readonly<Record<string, ThreadReading>>;
}
