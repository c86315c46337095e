import type * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { CommentsRead } from '../../model/providers/operation-output';
import { mapAppComments } from '../rows/app-comments';
import type { appCommentsShape } from '../rows/app-comments';
import { findNextCursor } from '../rows/next-cursor';

/**
 * A page of comments or replies of TikHub's older web series: the app's rows, and a cursor that is handed back as it came
 * (TikHub Web comments, real call, 2026-02). What the site folds is not told apart.
 */
export function mapWholeCursorPage(
  page: z.infer<typeof appCommentsShape>,
  asked: {
    readonly noteId?: string | undefined;
    readonly rootCommentId?: string;
    readonly cursor?: string | undefined;
  },
): CommentsRead {
  const { noteId, rootCommentId } = asked;
  const wayOn = findNextCursor({
    cursor: page.cursor,
    hasMore: page.has_more,
    rows: page.comments.length,
    asked: asked.cursor,
  });
  return {
    ...mapAppComments(page, { noteId, ...omitUndefined({ rootCommentId }) }),
    ...wayOn,
  };
}
