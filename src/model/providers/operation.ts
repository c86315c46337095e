import * as z from 'zod/mini';

/**
 * What can be asked of providers. Each is one call; a list is read page by page, the next page's `cursor` being what
 * the page before answered, opaque to all but the provider that made it.
 */
/** A share text or link stands for an id that is not known, with providers that take one. */
const shareText = z.optional(z.string());
const noteKey = { noteId: z.optional(z.string()), shareText };
const personKey = { userId: z.optional(z.string()), shareText };
const cursor = { cursor: z.optional(z.string()) };

export const SEARCH_SORTS = ['general', 'newest', 'most-liked', 'most-commented', 'most-collected'] as const;
export const SEARCH_TYPES = ['all', 'image', 'video', 'live'] as const;
export const SEARCH_TIMES = ['any', 'day', 'week', 'half-year'] as const;
export const COMMENT_SORTS = ['default', 'latest', 'most-liked'] as const;
export type CommentSort = (typeof COMMENT_SORTS)[number];
export const TOPIC_SORTS = ['trend', 'hot', 'newest'] as const;

/** Operation → what goes in. A provider that cannot express an input is passed over for it. */
export const operationInputs = {
  'note.detail': z.object({
    ...noteKey,
    /** When known, the door for that kind of note is taken; unknown: the one that answers both. */
    type: z.optional(z.enum(['normal', 'video'])),
    xsecToken: z.optional(z.string()),
  }),
  'note.comments': z.object({
    ...noteKey,
    xsecToken: z.optional(z.string()),
    sort: z.optional(z.enum(COMMENT_SORTS)),
    ...cursor,
  }),
  'note.replies': z.object({
    ...noteKey,
    rootCommentId: z.string(),
    xsecToken: z.optional(z.string()),
    ...cursor,
  }),
  'author.profile': z.object(personKey),
  'author.notes': z.object({ ...personKey, ...cursor }),
  'author.faved': z.object({ ...personKey, ...cursor }),
  'search.notes': z.object({
    keyword: z.string(),
    sort: z.optional(z.enum(SEARCH_SORTS)),
    type: z.optional(z.enum(SEARCH_TYPES)),
    time: z.optional(z.enum(SEARCH_TIMES)),
    ...cursor,
  }),
  'search.authors': z.object({ keyword: z.string(), ...cursor }),
  'topic.detail': z.object({ topicId: z.string(), noteId: z.optional(z.string()) }),
  'topic.notes': z.object({ topicId: z.string(), sort: z.optional(z.enum(TOPIC_SORTS)), ...cursor }),
  'link.resolve': z.object({ text: z.string() }),
  'account.balance': z.object({}),
  /** What the vendor itself says an endpoint costs. */
  'account.price': z.object({ endpoint: z.string() }),
} as const;

export type OperationName = keyof typeof operationInputs;
export type OperationInput<Name extends OperationName> = z.infer<(typeof operationInputs)[Name]>;

export const OPERATION_NAMES = Object.keys(operationInputs) as readonly OperationName[];
export const operationNameSchema = z.enum(OPERATION_NAMES as [OperationName, ...OperationName[]]);
