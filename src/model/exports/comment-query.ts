import * as z from 'zod/mini';

/** Which comments are meant, and in which order: what the list in the panel shows, as it goes with an export. */
export const commentQuerySchema = z.object({
  /** Matched without case in content, nickname and place. */
  text: z.string(),
  byNoteAuthor: z.optional(z.boolean()),
  pinned: z.optional(z.boolean()),
  withPicture: z.optional(z.boolean()),
  question: z.optional(z.boolean()),
  place: z.optional(z.string()),
  /** Epoch ms, both ends included. */
  from: z.optional(z.number()),
  to: z.optional(z.number()),
  sort: z.enum(['site', 'newest', 'oldest', 'likes', 'replies']),
});

export type StoredCommentQuery = z.infer<typeof commentQuerySchema>;
