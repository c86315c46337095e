import { changeSource } from '../comments/change-source';
import { closeCollection } from '../comments/close-collection';
import {
  commentWorkSchema,
  toCommentItemId,
  toCommentWork,
  toCommentWorkAgain,
} from '../comments/comment-work';
import { readCommentPage } from '../comments/read-comment-page';
import { toPlainEnd } from '../engine/finish-job';
import { defineJobKind } from '../job-kind';

/** Lists read at a time: the comments themselves and some of their threads. */
const SIDE_BY_SIDE = 8;

/**
 * All comments of a note with all their replies, from providers. Every list is an item of its own, so one thread that
 * nobody answers ends short and named, and the rest goes on.
 */
export const collectComments = defineJobKind({
  name: 'collect-comments',
  workSchema: commentWorkSchema,
  sideBySide: SIDE_BY_SIDE,
  plan: (target) => [
    {
      itemId: toCommentItemId(target.noteId),
      noteId: target.noteId,
      work: toCommentWork({ ...target, untilKnown: false }),
    },
  ],
  step: (context) => readCommentPage(context, context.work),
  recover: ({ work, item }, error) => changeSource(work, item, error),
  again: toCommentWorkAgain,
  finish: async (context) => {
    const isComplete = await closeCollection(context, context.input.noteId);
    const end = toPlainEnd(context.job);
    return end.state === 'done' && !isComplete ? { state: 'partial' } : end;
  },
});
