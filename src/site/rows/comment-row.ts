import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { CommentSighting } from '../../model/comment';
import { parseCount } from '../values/counts';
import { parseTimestamp } from '../values/times';
import { imageShape, mapImages } from './media-rows';
import { knownPersonShape, mapPeople, mapPerson, personShape } from './person-row';
import { countShape, flagShape, idShape, textShape, timeShape } from './read-shape';

const plainShape = z.object({
  id: idShape,
  noteId: idShape,
  content: textShape,
  createTime: timeShape,
  ipLocation: textShape,
  likeCount: countShape,
  status: z.nullish(z.number()),
  showTags: z.nullish(z.array(z.string())),
  atUsers: z.nullish(z.array(personShape)),
  pictures: z.nullish(z.array(imageShape)),
  userInfo: knownPersonShape,
  targetComment: z.nullish(z.object({ id: textShape, userInfo: z.nullish(personShape) })),
});

/** A comment without words is one with a picture; without either, the words have moved elsewhere. */
const hasContent = (row: { content?: unknown; pictures?: readonly unknown[] | null | undefined }): boolean =>
  row.content != null || (row.pictures?.length ?? 0) > 0;

export const replyShape = plainShape.check(z.refine(hasContent, { path: ['content'] }));

/** A top-level comment (calls of 2024-06 and 2024-09, hydrated state of 2025-07). */
export const commentShape = z
  .extend(plainShape, {
    subCommentCount: countShape,
    subCommentHasMore: flagShape,
    subComments: z.nullish(z.array(replyShape)),
  })
  .check(z.refine(hasContent, { path: ['content'] }));

type PlainRow = z.infer<typeof plainShape>;
export type CommentRow = z.infer<typeof commentShape>;

/**
 * `is_author` stands in the web's own bodies and states (2025-07). The other two are words of the app's `show_tags_v2`
 * (2026), unproven for the web: they are read should they come, and that a comment is pinned is read from its mark in
 * the page (`SELECTORS.pinnedMark`).
 */
function mapTags(tags: readonly string[] | null | undefined) {
  return {
    byNoteAuthor: tags?.includes('is_author'),
    pinned: tags?.includes('user_top') ? true : undefined,
    likedByNoteAuthor: tags?.includes('author_liked') ? true : undefined,
  };
}

function mapReplyTo(row: PlainRow): CommentSighting['replyTo'] {
  const target = row.targetComment;
  if (!target) return undefined;
  const found = omitUndefined({ commentId: target.id || undefined, author: mapPerson(target.userInfo) });
  return Object.keys(found).length === 0 ? undefined : found;
}

/** One comment or reply; `rootCommentId` for a reply. The place in the list is for storage to know. */
export function mapComment(row: PlainRow, rootCommentId?: string): CommentSighting {
  return omitUndefined({
    commentId: row.id,
    noteId: row.noteId,
    rootCommentId,
    replyTo: rootCommentId === undefined ? undefined : mapReplyTo(row),
    author: mapPerson(row.userInfo),
    content: row.content ?? undefined,
    createdAt: parseTimestamp(row.createTime, 'ms'),
    place: row.ipLocation || undefined,
    likes: parseCount(row.likeCount),
    ...mapTags(row.showTags),
    pictures: row.pictures ? mapImages(row.pictures) : undefined,
    mentions: row.atUsers ? mapPeople(row.atUsers) : undefined,
    status: row.status ?? undefined,
  });
}

export interface MappedComments {
  /** Every top-level comment with its embedded replies right behind it. */
  readonly comments: readonly CommentSighting[];
  readonly threads: Readonly<Record<string, { readonly hasMore: boolean }>>;
  /** Ids of rows that belong to another note. */
  readonly dropped: readonly string[];
}

/** Top-level rows and their embedded replies; rows that say they belong to another note are left out and named. */
export function mapThreads(rows: readonly CommentRow[], noteId: string): MappedComments {
  const comments: CommentSighting[] = [];
  const threads: Record<string, { hasMore: boolean }> = {};
  const dropped: string[] = [];
  for (const row of rows) {
    if (row.noteId !== noteId) {
      dropped.push(row.id);
      continue;
    }
    comments.push(omitUndefined({ ...mapComment(row), replyCount: parseCount(row.subCommentCount) }));
    if (row.subCommentHasMore != null) threads[row.id] = { hasMore: row.subCommentHasMore };
    for (const reply of row.subComments ?? []) {
      if (reply.noteId === noteId) comments.push(mapComment(reply, row.id));
      else dropped.push(reply.id);
    }
  }
  return { comments, threads, dropped };
}
