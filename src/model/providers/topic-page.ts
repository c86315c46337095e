import * as z from 'zod/mini';
import { countSchema } from '../values/count';
import { observationSchema } from '../values/observation';

/** A topic's own page: what stands above its notes. */
export const topicPageSchema = z.object({
  /** The page's id, which is not the id of the hashtag in a note. */
  topicId: z.string(),
  name: z.optional(z.string()),
  desc: z.optional(z.string()),
  imageUrl: z.optional(z.string()),
  views: z.optional(countSchema),
  discussions: z.optional(countSchema),
  notes: z.optional(countSchema),
  tabs: z.optional(z.array(z.string())),
});

export type TopicPage = z.infer<typeof topicPageSchema>;

/** A topic as it was last seen. */
export const storedTopicSchema = z.extend(topicPageSchema, {
  observed: observationSchema,
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
});

export type StoredTopic = z.infer<typeof storedTopicSchema>;
