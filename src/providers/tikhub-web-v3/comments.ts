import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { CommentSighting } from '../../model/comment';
import { ProviderError } from '../../model/providers/provider-error';
import type { CommentsRead } from '../../model/providers/operation-output';
import { parseCount } from '../../site/values/counts';
import { findNextCursor } from '../rows/next-cursor';
import { parseMoment } from '../rows/parse-moment';
import {
  countShape,
  flagShape,
  idShape,
  lenient,
  numberShape,
  textShape,
  timeShape,
} from '../rows/read-shape';
import { imageShape, mapImage } from './media';
import { mapPerson, personShape } from './person';

/** A comment without words is one with a picture; without either, the words have moved elsewhere. */
const hasContent = (row: { content?: unknown; pictures?: readonly unknown[] | null | undefined }): boolean =>
  row.content != null || (row.pictures?.length ?? 0) > 0;

/**
 * A comment in the words of the site's web API, which this series passes on: names and kinds up to `pictures` from public
 * clients (2026), the rest from the site's own answers (2024 to 2025), read should they come.
 */
const rowShape = z.object({
  id: idShape,
  content: textShape,
  createTime: timeShape,
  likeCount: countShape,
  ipLocation: textShape,
  userInfo: lenient(personShape),
  user: lenient(personShape),
  pictures: z.nullish(z.array(imageShape)),
  noteId: textShape,
  status: lenient(z.nullish(numberShape)),
  showTags: lenient(z.array(z.string())),
  atUsers: lenient(z.array(personShape)),
  targetComment: lenient(z.object({ id: textShape, userInfo: lenient(personShape) })),
});

const threadShape = z
  .extend(rowShape, {
    subCommentCount: countShape,
    subCommentHasMore: flagShape,
    subCommentCursor: textShape,
    subComments: z.nullish(z.array(rowShape.check(z.refine(hasContent, { path: ['content'] })))),
  })
  .check(z.refine(hasContent, { path: ['content'] }));

export const commentsShape = z.object({
  comments: z.array(threadShape),
  cursor: textShape,
  hasMore: flagShape,
});

type Row = z.infer<typeof rowShape>;
type ThreadRow = z.infer<typeof threadShape>;
type ThreadState = CommentsRead['threads'][string];

function mapReplyTo(row: Row): CommentSighting['replyTo'] {
  const found = omitUndefined({
    commentId: row.targetComment?.id || undefined,
    author: mapPerson(row.targetComment?.userInfo),
  });
  return Object.keys(found).length === 0 ? undefined : found;
}

function mapRow(row: Row, noteId: string, more: Partial<CommentSighting>): CommentSighting {
  return omitUndefined({
    commentId: row.id,
    noteId,
    replyTo: more.rootCommentId === undefined ? undefined : mapReplyTo(row),
    author: mapPerson(row.userInfo ?? row.user),
    content: row.content ?? undefined,
    createdAt: parseMoment(row.createTime),
    place: row.ipLocation || undefined,
    likes: parseCount(row.likeCount),
    byNoteAuthor: row.showTags?.includes('is_author'),
    pinned: row.showTags?.includes('user_top') ? true : undefined,
    pictures: row.pictures?.flatMap((picture) => mapImage(picture) ?? []),
    mentions: row.atUsers?.flatMap((person) => mapPerson(person) ?? []),
    status: row.status ?? undefined,
    ...more,
  });
}

function findThread(row: ThreadRow, embedded: number): ThreadState | undefined {
  const count = parseCount(row.subCommentCount);
  const hasMore = row.subCommentHasMore ?? (count && count.value > embedded);
  if (hasMore === undefined) return undefined;
  return omitUndefined({ hasMore, cursor: embedded > 0 ? row.subCommentCursor || undefined : undefined });
}

/** A page of comments, or, with `rootCommentId`, of one thread's replies; see `CommentsRead`. */
export function mapComments(
  body: z.infer<typeof commentsShape>,
  asked: {
    readonly noteId?: string | undefined;
    readonly rootCommentId?: string;
    readonly cursor?: string | undefined;
  },
): CommentsRead {
  const { noteId = '', rootCommentId } = asked;
  const comments: CommentSighting[] = [];
  const threads: Record<string, ThreadState> = {};
  let dropped = 0;
  const isOther = (row: Row) => (row.noteId != null && row.noteId !== noteId) || row.id === rootCommentId;
  for (const row of body.comments) {
    if (isOther(row)) dropped += 1;
    else if (rootCommentId !== undefined) comments.push(mapRow(row, noteId, { rootCommentId }));
    else {
      comments.push(mapRow(row, noteId, omitUndefined({ replyCount: parseCount(row.subCommentCount) })));
      const replies = (row.subComments ?? []).filter((reply) => !isOther(reply));
      dropped += (row.subComments?.length ?? 0) - replies.length;
      comments.push(...replies.map((reply) => mapRow(reply, noteId, { rootCommentId: row.id })));
      const thread = findThread(row, replies.length);
      if (thread) threads[row.id] = thread;
    }
  }
  if (comments.length === 0 && body.comments.some((row) => row.id !== rootCommentId)) {
    throw new ProviderError('invalid-response', { reason: 'wrong-note' });
  }
  const { cursor, hasMore } = body;
  const wayOn = findNextCursor({ cursor, hasMore, rows: body.comments.length, asked: asked.cursor });
  return { noteId, ...omitUndefined({ rootCommentId }), ...wayOn, comments, threads, dropped };
}
