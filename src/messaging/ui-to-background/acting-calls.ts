import * as z from 'zod/mini';
import { toolResultSchema } from '../../model/actions/tool-result';
import { jobSchema } from '../../model/jobs/job';

/** The note; without a token the newest one that is known of it is used. */
const note = { noteId: z.string(), xsecToken: z.optional(z.string()) };
/** Who acts: one account by its name or id, several, or all that are active; absent: the one that is logged in. */
const who = {
  account: z.optional(z.string()),
  accounts: z.optional(z.union([z.array(z.string()).check(z.minLength(1)), z.literal('all')])),
  /** Of several: those the user has confirmed, one by one. All of them must be. */
  confirmed: z.optional(z.array(z.string())),
};
/** `send` unless said otherwise; see `model/actions/page-action`. */
const how = { mode: z.optional(z.enum(['send', 'assist', 'rehearse'])) };
/** A comment or reply, with the thread in which it stands where it is a reply. */
const comment = { commentId: z.string(), rootCommentId: z.optional(z.string()) };
const content = z.string().check(z.minLength(1));

/**
 * Everything that can be done in a page with the user's own session, by the names and parameters of the tool set it is
 * modelled on. Each is written down as a job, which is answered at once; what it came to is read in the log of actions.
 * `consent-missing`, `paused`, `login-wanted` where nobody is known to be logged in, `account-unknown`,
 * `account-suspended`, `accounts-unconfirmed`, `vault-locked`, `invalid-input`, `thread-wrong` where the comment is known to
 * stand elsewhere than in the thread that is named, or that is no id.
 */
export const actingCalls = {
  /** Likes a note, or takes the like back. */
  'feed.like': {
    input: z.object({ ...note, unlike: z.optional(z.boolean()), ...who, ...how }),
    output: jobSchema,
    once: true,
  },
  /** Collects a note, or takes it out of the collection. */
  'feed.favorite': {
    input: z.object({ ...note, unfavorite: z.optional(z.boolean()), ...who, ...how }),
    output: jobSchema,
    once: true,
  },
  /** Writes a comment under a note. */
  'comment.post': {
    input: z.object({ ...note, content, ...who, ...how }),
    output: jobSchema,
    once: true,
  },
  /** Answers a comment or a reply; one account, unless several were confirmed. */
  'comment.reply': {
    input: z.object({ ...note, ...comment, content, ...who, ...how }),
    output: jobSchema,
    once: true,
  },
  /** Likes a comment or a reply, or takes the like back. */
  'comment.like': {
    input: z.object({ ...note, ...comment, unlike: z.optional(z.boolean()), ...who, ...how }),
    output: jobSchema,
    once: true,
  },
  /**
   * Deletes a comment or a reply of the account's own, for good. `confirmed`: the user was shown it and has said yes twice;
   * without that only a rehearsal is taken, anything else is `deletion-unconfirmed`.
   */
  'comment.delete': {
    input: z.object({
      ...note,
      ...comment,
      account: z.optional(z.string()),
      confirmed: z.optional(z.boolean()),
      ...how,
    }),
    output: jobSchema,
    once: true,
  },
  /**
   * What a command has come to so far: one account gives the plain object, several an array in their order, without those
   * of which nothing is known yet. `null`: nothing is known yet, or there is no such job.
   */
  'action.results': {
    input: z.object({ jobId: z.string() }),
    output: z.nullable(z.union([toolResultSchema, z.array(toolResultSchema)])),
  },
  /** Empties the log of actions, but for what is under way; see `storage/repositories/actions`. */
  'action.empty-log': { input: z.object({}), output: z.object({}) },
  /** Who is logged in on the site, as its pages last said; `null`: nobody, or no page has said it yet. */
  'viewer.find': { input: z.object({}), output: z.nullable(z.object({ userId: z.string() })) },
} as const;
