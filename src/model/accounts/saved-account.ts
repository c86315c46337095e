import * as z from 'zod/mini';

/** A cookie of a login, as it lies in the browser. */
export const loginCookieSchema = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string(),
  hostOnly: z.boolean(),
  path: z.string(),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['no_restriction', 'lax', 'strict', 'unspecified']),
  /** Epoch seconds; absent: it goes with the browser. */
  expiresAt: z.optional(z.number()),
});

export type LoginCookie = z.infer<typeof loginCookieSchema>;

export const accountNameSchema = z.string().check(z.minLength(1), z.maxLength(40));

/** A login that the user has saved under a name. Its cookies never leave the background. */
export const savedAccountSchema = z.object({
  /** The site's id of who it is: one saved login each. */
  userId: z.string(),
  name: accountNameSchema,
  /** Where it was logged in: `www.xiaohongshu.com` or `www.rednote.com`. */
  host: z.string(),
  /** `suspended`: kept, and not used. */
  status: z.enum(['active', 'suspended']),
  /** The device under which it was logged in; under another one it is refused. */
  deviceId: z.string(),
  cookies: z.array(loginCookieSchema),
  /** Firefox: the container in which its user is logged in; it has no cookies here then, and no device of its own. */
  container: z.optional(z.string()),
  savedAt: z.number(),
  /** When a page under it said last that nobody is logged in; absent: none has. */
  loggedOutAt: z.optional(z.number()),
});

export type SavedAccount = z.infer<typeof savedAccountSchema>;

/** A login that is being added, as far as it has come; the browser's first login lies in it until it is back. */
export const addingAccountSchema = z.object({
  name: accountNameSchema,
  host: z.string(),
  /**
   * `clearing`: the login is being taken out of the browser. `making`: a container is being made (Firefox). `waiting`: for
   * somebody to log in. `restoring`: it is put back.
   */
  stage: z.enum(['clearing', 'making', 'waiting', 'restoring']),
  first: z.object({ userId: z.optional(z.string()), cookies: z.array(loginCookieSchema) }),
  deviceId: z.string(),
  /** Firefox: the containers that there were before, and the one that was made for it. */
  container: z.optional(z.object({ before: z.array(z.string()), id: z.optional(z.string()) })),
  /** Whose account is to get another login, in Firefox another container: nobody else is taken. */
  renews: z.optional(z.string()),
  startedAt: z.number(),
});

export type AddingAccount = z.infer<typeof addingAccountSchema>;

/** Everything that is kept of logins. */
export const savedLoginsSchema = z.object({
  accounts: z.array(savedAccountSchema),
  adding: z.optional(addingAccountSchema),
});

export type SavedLogins = z.infer<typeof savedLoginsSchema>;

export const NO_LOGINS: SavedLogins = { accounts: [] };

/** A container that was made for an account (Firefox). */
export const madeContainerSchema = z.object({ id: z.string() });

export type MadeContainer = z.infer<typeof madeContainerSchema>;

/** The window in which somebody is to log in whose login is being added. */
export const addingWindowSchema = z.object({ tabId: z.number(), windowId: z.number() });

export type AddingWindow = z.infer<typeof addingWindowSchema>;

/** A tab whose requests carry a saved login. */
export const accountTabSchema = z.object({
  tabId: z.number(),
  windowId: z.number(),
  viewerId: z.string(),
  /** What it was opened for. */
  noteId: z.string(),
});

export type AccountTab = z.infer<typeof accountTabSchema>;
