import * as z from 'zod/mini';
import { hostSchema } from './note';

const on = { host: hostSchema };

/** What a page of the site is about. Made from its address by `site/routes`, and turned back into one there. */
export const pageRefSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('note'),
    ...on,
    noteId: z.string(),
    xsecToken: z.optional(z.string()),
    xsecSource: z.optional(z.string()),
    /** The form of the address it was read from. */
    via: z.enum(['explore', 'discovery', 'profile', 'search', 'board', 'notification', 'activity']),
    /** The profile or board under which the note was opened. */
    underId: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('feed'), ...on, channel: z.optional(z.string()) }),
  z.object({
    kind: z.literal('author'),
    ...on,
    userId: z.string(),
    xsecToken: z.optional(z.string()),
    xsecSource: z.optional(z.string()),
    tab: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('search'), ...on, keyword: z.string(), type: z.optional(z.string()) }),
  /** A hashtag: on the web a search of its own type. */
  z.object({ kind: z.literal('topic'), ...on, keyword: z.string() }),
  z.object({ kind: z.literal('board'), ...on, boardId: z.string() }),
  z.object({ kind: z.literal('notifications'), ...on }),
  /** A short link; where it leads is only known by opening it. */
  z.object({ kind: z.literal('short-link'), url: z.string() }),
  /** An address to which the site sends a visitor it stops. `sign` is one of `site/stop-signs`. */
  z.object({
    kind: z.literal('stopped'),
    ...on,
    sign: z.string(),
    code: z.optional(z.number()),
    redirectPath: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('other'), ...on }),
]);

export type PageRef = z.infer<typeof pageRefSchema>;
export type NoteRef = Extract<PageRef, { kind: 'note' }>;
