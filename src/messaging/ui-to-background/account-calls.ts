import * as z from 'zod/mini';
import { accountListSchema } from '../../model/accounts/account-list';
import { accountNameSchema } from '../../model/accounts/saved-account';

const nothing = z.object({});
const name = z.object({ name: accountNameSchema });

/**
 * Several accounts on one browser. No answer ever holds a cookie. All but `account.list` and `account.switch` fail with
 * `accounts-off` until they are switched on, and with `vault-locked` while what is saved is locked.
 */
export const accountCalls = {
  'account.list': { input: nothing, output: accountListSchema },
  /**
   * Switches them on after the user has read what it means and the browser has given its leave; off, every saved login is
   * removed for good.
   */
  'account.switch': { input: z.object({ agreed: z.boolean() }), output: nothing },
  /** Saves the login that is in the browser; in Firefox it stays where it is: `invalid-input`. `login-wanted`, `account-name-taken`. */
  'account.save': { input: name, output: nothing, once: true },
  /**
   * Takes the login out of the browser and opens a window to log in as somebody else; in Firefox a window in a container of
   * its own, and the browser's login stays. `renews`: the id of an account whose container is gone, or whose login the
   * site does not know any more; where that is the one in the browser, it is saved at once. `adding-unfinished`,
   * `account-name-taken`.
   */
  'account.add': { input: z.extend(name, { renews: z.optional(z.string()) }), output: nothing, once: true },
  /**
   * Saves who has logged in there, and puts the first login back. `login-wanted`, `account-known`, `account-other-device`,
   * `account-unexpected` where a renewed account is another one; in Firefox `account-twice`.
   */
  'account.finish': { input: nothing, output: nothing, once: true },
  /** Puts the first login back without saving another. */
  'account.cancel': { input: nothing, output: nothing },
  /** Sets a saved login aside, or takes it up again. `account`: its name or id. */
  'account.change': {
    input: z.object({ account: z.string(), status: z.enum(['active', 'suspended']) }),
    output: nothing,
  },
  /** Gives a saved login another name. `account-unknown`, `account-name-taken`. */
  'account.rename': {
    input: z.extend(name, { account: z.string() }),
    output: nothing,
  },
  /** Deletes a saved login for good, in Firefox with its container; without one, the login in the browser itself is taken out of it. */
  'cookies.delete': {
    input: z.object({ account: z.optional(z.string()) }),
    output: z.object({ success: z.literal(true) }),
  },
} as const;
