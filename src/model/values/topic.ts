import * as z from 'zod/mini';

/** A hashtag, vote or the like that stands with a note. `kind` is the site's word: topic, interact_vote, interact_pk. */
export const topicSchema = z.object({
  id: z.optional(z.string()),
  name: z.string(),
  /** The topic's own page, which has an id of its own. */
  pageId: z.optional(z.string()),
  kind: z.optional(z.string()),
});

export type Topic = z.infer<typeof topicSchema>;
