import * as z from 'zod/mini';
import { actionTargetSchema } from '../actions/action-entry';
import type { ActionEntry } from '../actions/action-entry';
import type { ErrorReport } from '../errors';
import type { Job } from '../jobs/job';
import type { JobItem } from '../jobs/job-item';

/** What a target of a job that acts holds, as far as it says how a reply stands; see `jobs/acting/act-work`. */
const targetWorkSchema = z.object({
  stage: z.enum(['due', 'begun', 'sent']),
  target: actionTargetSchema,
  actionId: z.optional(z.string()),
  mode: z.optional(z.enum(['send', 'assist', 'rehearse'])),
});

/**
 * How a reply stands that was ordered. `queued`: its turn comes, at `notBefore` where that is known. `sending`: a page is
 * at it, or the user's own press is awaited there (`assist`). `stopped`: waits until the user says go on; `isBegun`: its
 * attempt is written down, so that it cannot be taken out of its queue any more. `uncertain`: sent, and nobody can say what
 * came of it; `isOver`: its job was cancelled, nothing looks for it any more. `isLeftOut`: it was taken out of its queue,
 * which goes on. `failed`: it did not happen.
 */
export type ReplyState =
  | {
      readonly is: 'queued';
      readonly notBefore?: number | undefined;
      /** Why it waits, where the moment alone does not say enough. */
      readonly error?: ErrorReport | undefined;
    }
  | { readonly is: 'sending'; readonly mode: ActionEntry['mode'] }
  | {
      readonly is: 'stopped';
      readonly error?: ErrorReport | undefined;
      readonly isBegun?: boolean;
    }
  | { readonly is: 'cancelled'; readonly isLeftOut?: boolean }
  | { readonly is: 'sent'; readonly sentId?: string | undefined }
  | { readonly is: 'rehearsed' }
  | { readonly is: 'uncertain'; readonly isOver?: boolean }
  | { readonly is: 'failed'; readonly error?: ErrorReport | undefined };

/** The newest order to answer one comment. */
export interface ReplyAttempt {
  readonly noteId: string;
  readonly commentId: string;
  readonly rootCommentId?: string | undefined;
  readonly jobId: string;
  readonly itemId: string;
  readonly content: string;
  /** Who says it, by the site's id, where a saved account was chosen; absent: the browser's own login. */
  readonly accountId?: string | undefined;
  /** What that account is called. */
  readonly account?: string | undefined;
  /** How far it is taken: as it was begun under the settings of then, else as it was ordered. */
  readonly mode: ActionEntry['mode'];
  readonly orderedAt: number;
  readonly state: ReplyState;
}

/** What an item of a job that acts is about, or `undefined` where it is something else. */
export function findActWork(item: Pick<JobItem, 'work'>): z.infer<typeof targetWorkSchema> | undefined {
  const work = targetWorkSchema.safeParse(item.work);
  return work.success ? work.data : undefined;
}

/** The reply that an item of a job is about, or `undefined` where it is something else. */
export function findReplyWork(item: Pick<JobItem, 'work'>): ReturnType<typeof findActWork> {
  const work = findActWork(item);
  return work?.target.action === 'reply' ? work : undefined;
}

/** How a reply stands, by its job, its item in it, and what the log says of the last attempt. */
export function toReplyAttempt(
  job: Job,
  item: JobItem,
  entry: Pick<ActionEntry, 'outcome'> | undefined,
): ReplyAttempt | undefined {
  const work = findReplyWork(item);
  const { commentId, rootCommentId, content = '', noteId, account, viewerId } = work?.target ?? {};
  if (!work || noteId === undefined || commentId === undefined) return undefined;
  const mode = work.mode ?? readMode(job.input);
  return {
    ...{ noteId, commentId, rootCommentId, content, mode },
    ...(account === undefined ? {} : { account, accountId: viewerId }),
    ...{ jobId: job.jobId, itemId: item.itemId, orderedAt: job.createdAt },
    state: toAttemptState(job, item, { stage: work.stage, mode, outcome: entry?.outcome }),
  };
}

const modeSchema = z.object({ mode: z.enum(['send', 'assist', 'rehearse']) });

/** How far a job that acts is to be taken, as it was ordered. */
export function readMode(input: unknown): ActionEntry['mode'] {
  const parsed = modeSchema.safeParse(input);
  return parsed.success ? parsed.data.mode : 'send';
}

/** How one target of a job that acts stands; `outcome`: of its last attempt, as the log has it. */
export function toAttemptState(
  job: Job,
  item: JobItem,
  { stage, mode, outcome }: Pick<ActionEntry, 'mode' | 'outcome'> & { readonly stage: string },
): ReplyState {
  switch (item.state) {
    case 'done':
      if (outcome?.is === 'rehearsed') return { is: 'rehearsed' };
      return { is: 'sent', ...(outcome?.is === 'done' ? { sentId: outcome.commentId } : {}) };
    case 'short':
      return { is: 'uncertain' };
    case 'failed':
      return { is: 'failed', error: item.error };
    case 'skipped':
      return { is: 'cancelled', isLeftOut: true };
    case 'open':
      if (job.state === 'cancelled') return stage === 'due' ? { is: 'cancelled' } : toEnd(outcome);
      if (job.state === 'paused' || job.state === 'failed')
        return { is: 'stopped', error: job.error, ...(stage === 'due' ? {} : { isBegun: true }) };
      return stage === 'due'
        ? { is: 'queued', notBefore: item.notBefore, error: item.error }
        : { is: 'sending', mode };
  }
}

/** Of one that was on its way when its job was cancelled: what its page has said since. */
function toEnd(outcome: ActionEntry['outcome']): ReplyState {
  if (outcome?.is === 'done') return { is: 'sent', sentId: outcome.commentId };
  return outcome?.is === 'refused' ? { is: 'cancelled' } : { is: 'uncertain', isOver: true };
}

/** While an answer stands so, no second one is begun. */
export const isPending = ({ is }: ReplyState): boolean =>
  is === 'queued' || is === 'sending' || is === 'stopped' || is === 'uncertain';

/** Whether the comment needs nothing more of the user: it is answered, or is about to be. */
export const isAnswering = ({ is }: ReplyState): boolean =>
  is === 'queued' || is === 'sending' || is === 'sent';
