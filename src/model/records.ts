import * as z from 'zod/mini';
import { personSchema } from './author';

/** What one viewer did with a note, as the page showed it to them; nobody else's view is touched by it. */
export const viewerNoteSchema = z.object({
  viewerId: z.string(),
  noteId: z.string(),
  liked: z.optional(z.boolean()),
  collected: z.optional(z.boolean()),
  /** Whether the viewer follows the note's author. */
  followed: z.optional(z.boolean()),
  seenAt: z.number(),
});

export type ViewerNote = z.infer<typeof viewerNoteSchema>;

/** A list of notes as a page showed it: a feed's channel, a search, an author's notes. Newest sight first. */
export const storedListingSchema = z.object({
  kind: z.enum(['feeds', 'searches', 'authors']),
  key: z.string(),
  noteIds: z.array(z.string()),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
});

export type StoredListing = z.infer<typeof storedListingSchema>;

/** A message of the notification page; `type` is the site's word (`comment/comment`, `liked/item`, `follow/you`…). */
export const storedNotificationSchema = z.object({
  id: z.string(),
  type: z.string(),
  title: z.optional(z.string()),
  at: z.optional(z.number()),
  from: z.optional(personSchema),
  noteId: z.optional(z.string()),
  commentId: z.optional(z.string()),
  content: z.optional(z.string()),
  /** The comment that it answers. */
  targetCommentId: z.optional(z.string()),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
});

export type StoredNotification = z.infer<typeof storedNotificationSchema>;

/** Notes that were forgotten a moment ago: hidden at once, removed from `dueAt` on unless it is undone. Epoch ms. */
export const trashedNotesSchema = z.object({
  trashId: z.string(),
  noteIds: z.array(z.string()),
  at: z.number(),
  dueAt: z.number(),
});

export type TrashedNotes = z.infer<typeof trashedNotesSchema>;
