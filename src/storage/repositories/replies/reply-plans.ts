import { isEmptyPlan } from '../../../model/replies/reply-plan';
import type { ReplyPlan } from '../../../model/replies/reply-plan';
import { toPrefixRange } from '../../comment-range';
import type { WriteTransaction } from '../../database';

/** Which comment a plan is for. */
export type PlannedComment = Pick<ReplyPlan, 'noteId' | 'commentId' | 'rootCommentId'>;

/**
 * What the user means to do about a comment, under `[noteId, commentId]`: a draft, or that it is set aside.
 * Written by: the user through the reply box and the queue of unanswered comments, forgetting. Read by: both. Bounded by:
 * what the user has written; an empty plan is removed.
 */
export interface ReplyPlans {
  find(noteId: string, commentId: string): Promise<ReplyPlan | undefined>;
  /** Changes what stands there; what is not named stays. */
  change(
    comment: PlannedComment,
    change: { readonly [Part in 'draft' | 'isPrepared' | 'account' | 'aside']?: ReplyPlan[Part] | undefined },
    at: number,
  ): Promise<void>;
  removeOfNote(noteId: string): Promise<void>;
  /** Plans for comments that are not stored any more. */
  removeOrphans(): Promise<void>;
}

export function createReplyPlans(transaction: WriteTransaction): ReplyPlans {
  const store = transaction.objectStore('replyPlans');
  return {
    find: (noteId, commentId) => store.get([noteId, commentId]),
    change: async (comment, change, at) => {
      const { noteId, commentId, rootCommentId } = comment;
      const before = await store.get([noteId, commentId]);
      const { draft, isPrepared, account, aside, ...ids } = { ...before, ...comment, ...change };
      const plan: ReplyPlan = {
        ...ids,
        ...(rootCommentId === undefined ? {} : { rootCommentId }),
        ...(draft === undefined || draft === '' ? {} : { draft }),
        ...(isPrepared && draft ? { isPrepared } : {}),
        ...(account !== undefined && draft ? { account } : {}),
        ...(aside === undefined ? {} : { aside }),
        updatedAt: at,
      };
      if (isEmptyPlan(plan)) await store.delete([noteId, commentId]);
      else await store.put(plan);
    },
    removeOfNote: (noteId) => store.delete(toPrefixRange(noteId)),
    removeOrphans: async () => {
      const comments = transaction.objectStore('comments');
      for (const key of await store.getAllKeys())
        if ((await comments.getKey(key)) === undefined) await store.delete(key);
    },
  };
}
