import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import type { OperationInput } from '../../model/providers/operation';
import type { CommentsRead } from '../../model/providers/operation-output';
import { defineEndpoint } from '../provider';
import type { Endpoint } from '../provider';
import { appCommentsShape, mapAppComments } from '../rows/app-comments';
import { writeCursor } from '../rows/json-cursor';
import { findMissingNoteId } from '../rows/missing-id';
import { findNextCursor } from '../rows/next-cursor';
import { parseBody } from '../rows/parse-body';
import { readShape } from '../rows/read-shape';

type Asked = OperationInput<'note.comments'>;
type Page = z.infer<typeof appCommentsShape>;

const SORTS = { default: 'normal', latest: 'latest', 'most-liked': 'like_count' } as const;

/** Where a list goes on that is read in the other order. The vendor's own cursors have no `sort`, and are kept as they are. */
const turnedShape = z.object({ sort: z.literal('normal'), lastCursor: z.optional(z.string()) });
const TURNED_START = writeCursor({ sort: 'normal' });

const readTurned = (cursor: string | undefined): z.infer<typeof turnedShape> | undefined =>
  cursor === undefined ? undefined : z.safeParse(turnedShape, parseBody(cursor)).data;

/** Which rows the site folds is not said. */
function readComments(
  body: Page,
  asked: Omit<Asked, 'sort'> & { readonly rootCommentId?: string },
): CommentsRead {
  const { noteId, rootCommentId, cursor } = asked;
  const wayOn = findNextCursor({
    cursor: body.cursor,
    hasMore: body.has_more,
    rows: body.comments.length,
    asked: cursor,
  });
  return {
    ...mapAppComments(body, { noteId, ...omitUndefined({ rootCommentId }) }),
    ...wayOn,
  };
}

/**
 * “If comments cannot be retrieved for some notes with `latest`, try again using `normal`” (public-api of 2026-08; `latest`
 * is also what it takes when told nothing). So a first page without rows, of a note that is not said to have none, leads
 * to the same list in the other order, which is a call of its own, and is read to its end under that order.
 */
function readInTurn(body: Page, asked: Asked): CommentsRead {
  const { sort = 'latest', cursor } = asked;
  const turned = readTurned(cursor);
  const page = readComments(body, { ...asked, cursor: turned ? turned.lastCursor : cursor });
  if (turned) {
    const { nextCursor: lastCursor } = page;
    const next = lastCursor === undefined ? {} : { nextCursor: writeCursor({ sort: 'normal', lastCursor }) };
    return { ...page, order: 'default', ...next };
  }
  const isFirst = cursor === undefined && sort === 'latest';
  const mayBeHidden = body.comments.length === 0 && page.said?.comments !== 0;
  if (!isFirst || !mayBeHidden) return page;
  return { ...withoutKey(page, 'brokenOff'), nextCursor: TURNED_START, nextArea: TURNED_START };
}

function toQuery({ noteId, cursor, sort }: Asked) {
  const turned = readTurned(cursor);
  if (turned) return { noteId, lastCursor: turned.lastCursor, sort: turned.sort };
  return { noteId, lastCursor: cursor, sort: sort && SORTS[sort] };
}

/** Both take the same and answer the same; the vendor lists v2, and v4 is still there (public-api of 2026-08). */
const defineComments = (version: 'v2' | 'v4'): Endpoint<'note.comments'> =>
  defineEndpoint('note.comments', {
    path: `/api/xiaohongshu/get-note-comment/${version}`,
    findGap: findMissingNoteId,
    toQuery,
    read: (payload, asked) => readInTurn(readShape(appCommentsShape, payload), asked),
  });

export const noteComments = [defineComments('v2'), defineComments('v4')];

export const noteReplies = defineEndpoint('note.replies', {
  path: '/api/xiaohongshu/get-note-sub-comment/v2',
  findGap: findMissingNoteId,
  toQuery: ({ noteId, rootCommentId, cursor }) => ({ noteId, commentId: rootCommentId, lastCursor: cursor }),
  read: (payload, asked) => readComments(readShape(appCommentsShape, payload), asked),
});
