import * as z from 'zod/mini';
import { jobSchema } from '../../model/jobs/job';
import { asideSchema } from '../../model/replies/reply-plan';

/** A comment or reply, with the thread in which it stands where it is a reply. */
const comment = { noteId: z.string(), commentId: z.string(), rootCommentId: z.optional(z.string()) };
const nothing = z.object({});

/** What the user means to answer. A single reply is sent by `comment.reply`, which takes its draft away. */
export const replyCalls = {
  /**
   * Keeps what is being written under a comment; an empty text removes it. `isPrepared`: it is ready to go out; `account`:
   * under which saved account, by the site's id; absent: the browser's own login.
   */
  'reply.draft': {
    input: z.object({
      ...comment,
      draft: z.string(),
      isPrepared: z.optional(z.boolean()),
      account: z.optional(z.string()),
    }),
    output: nothing,
  },
  /** Takes a comment out of the queue of unanswered ones, or back in with `null`. */
  'reply.set-aside': {
    input: z.object({ ...comment, aside: z.nullable(asideSchema) }),
    output: nothing,
  },
  /** Takes one reply, or whatever else a job does, out of it while it waits for its turn; what is on its way is left alone. */
  'reply.leave-out': { input: z.object({ jobId: z.string(), itemId: z.string() }), output: jobSchema },
  /**
   * Sends the prepared drafts under these comments, in this order, as one job. Each is put into the page's box for the user
   * to press send, unless the settings say that queues send by themselves. Each is said by the account that was chosen for
   * it. Fails as `comment.reply` does; `nothing-found` where none of them is prepared.
   */
  'reply.send-prepared': {
    input: z.object({ comments: z.array(z.object(comment)).check(z.minLength(1)) }),
    output: jobSchema,
    once: true,
  },
} as const;
