import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { AppError } from '../../model/errors';
import { commentShape, mapThreads } from '../rows/comment-row';
import { ID_PATTERN, flagShape, textShape } from '../rows/read-shape';
import type { Asked } from './define-endpoint';
import { defineEndpoint } from './define-endpoint';

export const findQueryNoteId = (asked: Asked): string | undefined => {
  const noteId = asked.query.get('note_id');
  return noteId !== null && ID_PATTERN.test(noteId) ? noteId : undefined;
};

/** Where the page of a list stands: what it was asked with, and what the site says comes next. */
export function findPaging(
  row: { cursor?: string | null | undefined; hasMore?: boolean | null | undefined },
  asked: Asked,
) {
  return omitUndefined({
    askedCursor: asked.query.get('cursor') ?? undefined,
    nextCursor: row.cursor || undefined,
    hasMore: row.hasMore ?? undefined,
  });
}

/** The `user_id` of a page of comments is the one who looks, not the author (saved bodies, 2024). */
export function findViewer(userId: string | null | undefined): { userId?: string } {
  return userId && ID_PATTERN.test(userId) ? { userId } : {};
}

/**
 * GET v2/comment/page: ten top-level comments with a reply or so each (saved body 2024-06). The key of the list may be
 * missing where there is none, but not where more are promised.
 */
export const commentPage = defineEndpoint({
  id: 'comment-page',
  kind: 'notes',
  path: /^v\d\/comment\/page$/,
  findNoteId: findQueryNoteId,
  shape: z.object({
    comments: z.nullish(z.array(commentShape)),
    cursor: textShape,
    hasMore: flagShape,
    userId: textShape,
  }),
  map: (row, asked) => {
    if (!row.comments && row.hasMore !== false) {
      throw new AppError('page-changed', { details: { endpoint: 'comment-page', missing: 'comments' } });
    }
    const rows = row.comments ?? [];
    const noteId = findQueryNoteId(asked) ?? rows[0]?.noteId;
    const viewer = findViewer(row.userId);
    if (noteId === undefined) return { sightings: { viewer } };
    const { comments, threads, dropped } = mapThreads(rows, noteId);
    return {
      sightings: {
        comments: { noteId, level: 'top', comments, threads, whole: false, ...findPaging(row, asked) },
        viewer,
      },
      dropped,
    };
  },
});
