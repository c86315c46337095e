import * as z from 'zod/mini';
import { AppError } from '../../model/errors';
import { mapComment, replyShape } from '../rows/comment-row';
import { ID_PATTERN, flagShape, textShape } from '../rows/read-shape';
import { findPaging, findQueryNoteId, findViewer } from './comment-page';
import { defineEndpoint } from './define-endpoint';

/**
 * GET v2/comment/sub/page: ten replies of one thread, from behind the cursor on (saved body 2024-09). The answer does
 * not say which thread it is: only the address does.
 */
export const commentSubPage = defineEndpoint({
  id: 'comment-sub-page',
  kind: 'notes',
  path: /^v\d\/comment\/sub\/page$/,
  findNoteId: findQueryNoteId,
  shape: z.object({
    comments: z.array(replyShape),
    cursor: textShape,
    hasMore: flagShape,
    userId: textShape,
  }),
  map: (row, asked) => {
    const noteId = findQueryNoteId(asked) ?? row.comments[0]?.noteId;
    const rootCommentId = asked.query.get('root_comment_id');
    if (noteId === undefined || rootCommentId === null || !ID_PATTERN.test(rootCommentId)) {
      const missing = noteId === undefined ? 'note_id' : 'root_comment_id';
      throw new AppError('page-changed', { details: { endpoint: 'comment-sub-page', missing } });
    }
    const kept = row.comments.filter((reply) => reply.noteId === noteId);
    return {
      sightings: {
        comments: {
          noteId,
          level: 'replies',
          rootCommentId,
          comments: kept.map((reply) => mapComment(reply, rootCommentId)),
          threads: row.hasMore == null ? {} : { [rootCommentId]: { hasMore: row.hasMore } },
          whole: false,
          ...findPaging(row, asked),
        },
        viewer: findViewer(row.userId),
      },
      dropped: row.comments.filter((reply) => reply.noteId !== noteId).map((reply) => reply.id),
    };
  },
});
