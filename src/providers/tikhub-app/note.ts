import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { readAppDetail } from '../rows/app/app-detail';
import { appCommentsShape, mapAppComments } from '../rows/app-comments';
import { readPlace } from '../rows/json-cursor';
import { findMissingNoteId } from '../rows/missing-id';
import { findNextCursor } from '../rows/next-cursor';
import { findNoteGap, toNoteQuery } from '../tikhub/named-by';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';

/** For notes with pictures: of a video it has no streams (guide, 2026-05), so a known video is left to others. */
const detail = defineTikhubEndpoint({
  operation: 'note.detail',
  path: '/api/v1/xiaohongshu/app/get_note_info',
  findGap: (input) => findNoteGap(input) ?? (input.type === 'video' ? 'video' : undefined),
  toQuery: toNoteQuery,
  shape: z.unknown(),
  map: (content, input) => readAppDetail(content, input.noteId),
});

/** 1 is the vendor's default order, 2 the latest first; by likes it cannot. */
const SORTS = { default: 1, latest: 2 } as const;

/** What the page says it is of; nothing where its cursor does not name one. */
function findFolded(cursor: string | null | undefined): boolean | undefined {
  const { pageArea } = readPlace(cursor);
  return pageArea === 'FOLDED' ? true : pageArea === 'UNFOLDED' ? false : undefined;
}

/** `start` is the page before's cursor as it is, JSON text or an id (TikHub OpenAPI V5.3.2, 2026-03). */
const comments = defineTikhubEndpoint({
  operation: 'note.comments',
  path: '/api/v1/xiaohongshu/app/get_note_comments',
  findGap: ({ noteId, sort }) =>
    findMissingNoteId({ noteId }) ?? (sort === 'most-liked' ? 'sort' : undefined),
  toQuery: ({ noteId, sort, cursor }) => ({
    note_id: noteId,
    start: cursor,
    sort_strategy: sort === 'default' ? SORTS.default : SORTS.latest,
  }),
  shape: appCommentsShape,
  map: (page, { noteId, cursor }) => {
    const asked = cursor;
    const rows = page.comments.length;
    const wayOn = findNextCursor({ cursor: page.cursor, hasMore: page.has_more, rows, asked });
    const folded = findFolded(page.cursor);
    return {
      ...mapAppComments(page, { noteId, ...omitUndefined({ folded }) }),
      ...wayOn,
    };
  },
});

/** `start` is the last reply's id (guide, 2026-05); a thread's own cursor holds that of its embedded reply. */
const replies = defineTikhubEndpoint({
  operation: 'note.replies',
  path: '/api/v1/xiaohongshu/app/get_sub_comments',
  findGap: findMissingNoteId,
  toQuery: ({ noteId, rootCommentId, cursor }) => ({
    note_id: noteId,
    comment_id: rootCommentId,
    start: readPlace(cursor).cursor,
  }),
  shape: appCommentsShape,
  map: (page, { noteId, rootCommentId, cursor }) => {
    const last = page.comments.at(-1)?.id;
    const asked = readPlace(cursor).cursor;
    const rows = page.comments.length;
    return {
      ...mapAppComments(page, { noteId, rootCommentId }),
      ...findNextCursor({ cursor: last, hasMore: page.has_more, rows, asked }),
    };
  },
});

export const noteDetail = [detail] as const;
export const noteComments = [comments] as const;
export const noteReplies = [replies] as const;
