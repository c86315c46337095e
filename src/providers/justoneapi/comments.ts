import type { OperationInput } from '../../model/providers/operation';
import { defineEndpoint } from '../provider';
import type { Endpoint } from '../provider';
import { appCommentsShape, mapAppComments } from '../rows/app-comments';
import { findNextCursor } from '../rows/next-cursor';
import { readShape } from '../rows/read-shape';
import { omitUndefined } from '../../lib/omit-undefined';

const SORTS = { default: 'normal', latest: 'latest', 'most-liked': 'like_count' } as const;

function readComments(payload: unknown, asked: OperationInput<'note.comments'> & { rootCommentId?: string }) {
  const body = readShape(appCommentsShape, payload);
  const { noteId, rootCommentId } = asked;
  // Which rows the site folds is not said.
  const page = mapAppComments(body, { noteId, ...omitUndefined({ rootCommentId }) });
  const nextCursor = findNextCursor({
    cursor: body.cursor,
    hasMore: body.has_more,
    rows: body.comments.length,
    asked: asked.cursor,
  });
  return { ...page, ...omitUndefined({ nextCursor }) };
}

/** Both take the same and answer the same; the vendor lists v2, and v4 is still there (public-api of 2026-08). */
const defineComments = (version: 'v2' | 'v4'): Endpoint<'note.comments'> =>
  defineEndpoint('note.comments', {
    path: `/api/xiaohongshu/get-note-comment/${version}`,
    toQuery: ({ noteId, cursor, sort }) => ({ noteId, lastCursor: cursor, sort: sort && SORTS[sort] }),
    read: readComments,
  });

export const noteComments = [defineComments('v2'), defineComments('v4')];

export const noteReplies = defineEndpoint('note.replies', {
  path: '/api/xiaohongshu/get-note-sub-comment/v2',
  toQuery: ({ noteId, rootCommentId, cursor }) => ({ noteId, commentId: rootCommentId, lastCursor: cursor }),
  read: readComments,
});
