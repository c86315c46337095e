import { findMissingNoteId } from '../rows/missing-id';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { commentsShape, mapComments } from './comments';

/**
 * Comments and replies want the note's token (vendor's guide of 2026-05; its specification of 2026-03 did not know the
 * parameter yet). They come in the site's own order only.
 */
export const noteComments = defineTikhubEndpoint({
  operation: 'note.comments',
  path: '/api/v1/xiaohongshu/web_v3/fetch_note_comments',
  findGap: ({ noteId, xsecToken, sort = 'default' }) =>
    findMissingNoteId({ noteId }) ?? (sort !== 'default' ? 'sort' : xsecToken ? undefined : 'xsec-token'),
  toQuery: ({ noteId, xsecToken, cursor }) => ({ note_id: noteId, xsec_token: xsecToken, cursor }),
  shape: commentsShape,
  map: mapComments,
});

/** What it gives unless told otherwise; a higher number is not known to be kept to (TikHub OpenAPI V5.3.2, 2026-03). */
const REPLIES_A_PAGE = 10;

export const noteReplies = defineTikhubEndpoint({
  operation: 'note.replies',
  path: '/api/v1/xiaohongshu/web_v3/fetch_sub_comments',
  findGap: ({ noteId, xsecToken }) => findMissingNoteId({ noteId }) ?? (xsecToken ? undefined : 'xsec-token'),
  toQuery: ({ noteId, rootCommentId, xsecToken, cursor }) => ({
    note_id: noteId,
    root_comment_id: rootCommentId,
    xsec_token: xsecToken,
    num: REPLIES_A_PAGE,
    cursor,
  }),
  shape: commentsShape,
  map: mapComments,
});
