import * as z from 'zod/mini';

/** What pages of the extension may know of a saved login: never its cookies. */
export const accountViewSchema = z.object({
  userId: z.string(),
  name: z.string(),
  host: z.string(),
  status: z.enum(['active', 'suspended']),
  /** The device cookie of the browser is another one now: the login is refused. */
  isForeign: z.boolean(),
  /** Firefox: its container was removed, and the login with it. */
  isGone: z.optional(z.boolean()),
  /** The site does not know the login any more, as a page under it has shown. */
  isLoggedOut: z.optional(z.boolean()),
  savedAt: z.number(),
});

export type AccountView = z.infer<typeof accountViewSchema>;

/**
 * Saved logins as they stand. `off`: not switched on, or the browser's leave is missing. `locked`: sealed, and nobody has
 * unlocked them since the browser was started.
 */
export const accountListSchema = z.object({
  state: z.enum(['off', 'locked', 'ready']),
  accounts: z.array(accountViewSchema),
  /** One is being added under this name; `userId`: somebody is logged in in its window by now, who may be saved. */
  adding: z.optional(z.object({ name: z.string(), userId: z.optional(z.string()) })),
  /** Who is logged in in the browser itself, as the pages of the site say. */
  own: z.optional(z.object({ userId: z.string(), host: z.string() })),
});

export type AccountList = z.infer<typeof accountListSchema>;
