import * as z from 'zod/mini';
import { pageRefSchema } from './page-ref';

/** A warning or refusal that the site gave; see `site/stop-signs`. */
export const stopSignSchema = z.object({
  sign: z.string(),
  /** What it stops. */
  class: z.enum(['all', 'login', 'note', 'profile']),
  code: z.optional(z.number()),
  at: z.number(),
});

export type GivenSign = z.infer<typeof stopSignSchema>;

/** What a site tab shows, as its content script last reported it and the background understood it. */
export const tabPageSchema = z.object({
  tabId: z.number(),
  windowId: z.number(),
  /** Firefox: the container in which the tab stands; absent: in none. */
  container: z.optional(z.string()),
  url: z.string(),
  ref: z.optional(pageRefSchema),
  /** The note that is in front: the page's own, or the one in the overlay over a feed. */
  note: z.optional(
    z.object({
      noteId: z.string(),
      xsecToken: z.optional(z.string()),
      xsecSource: z.optional(z.string()),
      shownAs: z.enum(['page', 'overlay']),
    }),
  ),
  /** Who looks: known from the page, never from cookies. */
  viewer: z.object({ loggedIn: z.optional(z.boolean()), userId: z.optional(z.string()) }),
  /** Since when its document says so: who logs in in one tab is seen in the others only when they are loaded anew. */
  viewerAt: z.optional(z.number()),
  /** The stop sign the page gave last, until it is gone. */
  stopSign: z.optional(stopSignSchema),
  /** `page-changed`: what could not be found where the site used to keep it. */
  missing: z.array(z.string()),
  updatedAt: z.number(),
  /** When the page itself last reported, by its own clock: an older report that comes later says nothing new. */
  reportedAt: z.optional(z.number()),
});

export type TabPage = z.infer<typeof tabPageSchema>;

/** How far a page has come that loads its comments, as it last said, and why it stopped. */
export const loadingStateSchema = z.object({
  /** Which loading it is: what an earlier one says late is not said of this. */
  loadId: z.string(),
  tabId: z.number(),
  noteId: z.string(),
  running: z.boolean(),
  steps: z.number(),
  /** Top-level comments and replies in the page's DOM at the last look. */
  shown: z.number(),
  /** Threads that were opened. */
  expanded: z.number(),
  stoppedBy: z.optional(
    z.enum([
      'end',
      'user',
      'limit',
      'stop-sign',
      'login-wanted',
      'hidden',
      'note-left',
      'stalled',
      'page-changed',
      'paused',
    ]),
  ),
  sign: z.optional(z.string()),
  updatedAt: z.number(),
});

export type LoadingState = z.infer<typeof loadingStateSchema>;
