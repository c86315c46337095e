import * as z from 'zod/mini';
import { ACTION_NAMES } from './action.catalog';
import { actionOutcomeSchema } from './action-outcome';

/** What an action is done to, and with which words. */
export const actionTargetSchema = z.object({
  action: z.enum(ACTION_NAMES),
  noteId: z.string(),
  xsecToken: z.optional(z.string()),
  commentId: z.optional(z.string()),
  /** The thread in which the comment stands, where it is a reply. */
  rootCommentId: z.optional(z.string()),
  /** One line of text. */
  content: z.optional(z.string()),
  /** Who acts, by the site's id of the account. */
  viewerId: z.string(),
  /** The name of a saved login by which it was ordered: another one in the browser is no hindrance. */
  account: z.optional(z.string()),
});

export type ActionTarget = z.infer<typeof actionTargetSchema>;

/**
 * One attempt at an action: written before the page is asked for it, so that none is ever made twice, and kept as the log
 * of what was done in the user's name.
 */
export const actionEntrySchema = z.extend(actionTargetSchema, {
  actionId: z.string(),
  /** When it was begun, epoch ms. */
  at: z.number(),
  mode: z.enum(['send', 'assist', 'rehearse']),
  jobId: z.string(),
  /** Absent: it is under way, or nobody knows yet what came of it. */
  outcome: z.optional(actionOutcomeSchema),
  endedAt: z.optional(z.number()),
  /** The user has emptied the log: it is not listed any more, and holds no words. */
  isEmptied: z.optional(z.boolean()),
});

export type ActionEntry = z.infer<typeof actionEntrySchema>;

/** Whether the site may have heard of the attempt: what was refused before the gesture, or was so already, cost nothing. */
export function mayHaveBeenSent({ outcome }: Pick<ActionEntry, 'outcome'>): boolean {
  if (outcome === undefined || outcome.is === 'done' || outcome.is === 'uncertain') return true;
  return outcome.is === 'refused' && (outcome.siteCode !== undefined || outcome.sign !== undefined);
}
