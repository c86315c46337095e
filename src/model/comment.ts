import * as z from 'zod/mini';
import { personSchema } from './author';
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
  firstSeenAt: z.number(),
  /** When a complete later collection no longer had it. */
  goneAt: z.optional(z.number()),
});

export type Comment = z.infer<typeof commentSchema>;

/** A comment as one source told it; storage adds where and when. */
export type CommentSighting = Omit<Comment, 'observed' | 'firstSeenAt' | 'goneAt'>;

/** What is known of a note's list of comments as a whole: how far the page has read it. */
export const commentListSchema = z.object({
  noteId: z.string(),
  /** The site's next cursor of the top level, and whether it says that more follow. */
  cursor: z.optional(z.string()),
  hasMore: z.optional(z.boolean()),
  /** Why the page shows no more than this, where the page said so. */
  endedBy: z.optional(z.enum(['end-marker', 'login-wanted'])),
  /** Per thread: replies the site promised and whether it says that more follow. */
  threads: z.record(z.string(), z.object({ hasMore: z.boolean() })),
  updatedAt: z.number(),
});

export type CommentList = z.infer<typeof commentListSchema>;
