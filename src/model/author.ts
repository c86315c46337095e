import * as z from 'zod/mini';
import { countSchema } from './values/count';
import { observationSchema } from './values/observation';

/**
 * Who someone is. `site` ids are the site's own (24 hex digits) and build links; some providers send `masked` ids for
 * the same person, which never overwrite a site id and never build a link.
 */
export const authorIdSchema = z.object({
  kind: z.enum(['site', 'masked']),
  value: z.string(),
});

export type AuthorId = z.infer<typeof authorIdSchema>;

/** A person as mentioned beside a note or comment. `xsecToken` opens their page. */
export const personSchema = z.object({
  id: authorIdSchema,
  nickname: z.optional(z.string()),
  avatarUrl: z.optional(z.string()),
  /** The public account number: the same for a person whose id one source masks and another does not. */
  redId: z.optional(z.string()),
  xsecToken: z.optional(z.string()),
});

export type Person = z.infer<typeof personSchema>;

/** A person's profile, as far as it was seen. */
export const authorSchema = z.object({
  id: authorIdSchema,
  redId: z.optional(z.string()),
  nickname: z.optional(z.string()),
  avatarUrl: z.optional(z.string()),
  desc: z.optional(z.string()),
  gender: z.optional(z.enum(['male', 'female', 'unknown'])),
  place: z.optional(z.string()),
  tags: z.optional(z.array(z.object({ kind: z.string(), name: z.string() }))),
  counts: z.object({
    follows: z.optional(countSchema),
    fans: z.optional(countSchema),
    likedAndCollected: z.optional(countSchema),
    liked: z.optional(countSchema),
    collected: z.optional(countSchema),
    notes: z.optional(countSchema),
  }),
  /** What the site's mark of verification says, e.g. the name of a brand. */
  verified: z.optional(z.string()),
  bannerUrl: z.optional(z.string()),
  xsecToken: z.optional(z.string()),
  /** Field name → where it was last seen. */
  observed: z.record(z.string(), observationSchema),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
});

export type Author = z.infer<typeof authorSchema>;

/** What one source told of a person's profile at one moment; storage merges it into the `Author`. */
export const authorSightingSchema = z.object({
  id: authorIdSchema,
  fields: z.partial(
    z.omit(authorSchema, { id: true, counts: true, observed: true, firstSeenAt: true, lastSeenAt: true }),
  ),
  counts: authorSchema.shape.counts,
});

export type AuthorSighting = z.infer<typeof authorSightingSchema>;

/** `site:6a…`: one string for keys and comparisons. */
export function toAuthorKey(id: AuthorId): string {
  return `${id.kind}:${id.value}`;
}
