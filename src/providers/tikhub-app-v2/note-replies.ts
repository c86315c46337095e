import { appCommentsShape, mapAppComments } from '../rows/app-comments';
import { readPlace } from '../rows/json-cursor';
import { findNextCursor } from '../rows/next-cursor';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { findNoteGap, toNoteQuery } from '../tikhub/named-by';

/**
 * The cursor is the vendor's own text (`{"cursor","index"}`): that of the page before, or the one a thread carries, which
 * stands behind the reply that came embedded. The first page has index 1 (TikHub OpenAPI V5.3.2, 2026-03).
 */
const replies = defineTikhubEndpoint({
  operation: 'note.replies',
  path: '/api/v1/xiaohongshu/app_v2/get_note_sub_comments',
  findGap: findNoteGap,
  toQuery: (input) => {
    const { cursor, index = 1 } = readPlace(input.cursor);
    return { ...toNoteQuery(input), comment_id: input.rootCommentId, cursor, index };
  },
  shape: appCommentsShape,
  map: (page, { noteId, rootCommentId, cursor }) => {
    const wayOn = findNextCursor({
      cursor: page.cursor,
      hasMore: page.has_more,
      rows: page.comments.length,
      asked: cursor,
    });
    return {
      ...mapAppComments(page, { noteId, rootCommentId }),
      ...wayOn,
    };
  },
});

export const noteReplies = [replies] as const;
