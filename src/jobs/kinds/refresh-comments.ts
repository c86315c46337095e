import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { changeSource } from '../comments/change-source';
import {
  commentWorkSchema,
  toCommentItemId,
  toCommentWork,
  toCommentWorkAgain,
} from '../comments/comment-work';
import { findNewAge } from '../comments/find-new-age';
import { readCommentPage } from '../comments/read-comment-page';
import { toPlainEnd } from '../engine/finish-job';
import { defineJobKind } from '../job-kind';
import { askForNote, noteWorkSchema } from '../notes/ask-for-note';

/**
 * What is new of a note: its counts, the comments that came since (newest first, until a page is known), and the threads
 * among them that have grown. What lies further back is not looked at; that is what a whole collection is for.
 */
export const refreshComments = defineJobKind({
  name: 'refresh-comments',
  workSchema: z.discriminatedUnion('type', [commentWorkSchema, noteWorkSchema]),
  sideBySide: 8,
  plan: ({ noteId, xsecToken }) => [
    {
      itemId: `${noteId}/note`,
      noteId,
      work: { type: 'note' as const, noteId, ...omitUndefined({ xsecToken }) },
    },
    {
      itemId: toCommentItemId(noteId),
      noteId,
      work: toCommentWork({
        noteId,
        ...omitUndefined({ xsecToken }),
        sort: 'latest',
        untilKnown: true,
      }),
    },
  ],
  step: (context) => {
    const { work, item } = context;
    const terms = { ...context.terms, maxAgeMs: findNewAge(context) };
    return work.type === 'note'
      ? askForNote({ ...context, terms }, work)
      : readCommentPage({ ...context, terms, item }, work);
  },
  recover: ({ work, item }, error) =>
    work.type === 'comments' ? changeSource(work, item, error) : undefined,
  again: (work, state, at) => (work.type === 'comments' ? toCommentWorkAgain(work, state, at) : work),
  finish: (context) => Promise.resolve(toPlainEnd(context.job)),
});
