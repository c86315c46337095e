import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { CommentSighting } from '../../model/comment';
import { ProviderError } from '../../model/providers/provider-error';
import type { CommentsRead } from '../../model/providers/operation-output';
import type { Image } from '../../model/values/media';
import { parseCount } from '../../site/values/counts';
import { parseMoment } from './parse-moment';
import { toPerson } from './person';
import { parsePictureUrl, pickPictureUrl } from './picture-url';
import { countShape, flagShape, idShape, lenient, numberShape, textShape, timeShape } from './read-shape';

const userShape = z.object({
  userid: textShape,
  nickname: textShape,
  images: textShape,
  red_id: textShape,
  ai_agent: flagShape,
});

const pictureShape = z.object({
  url: textShape,
  origin_url: textShape,
  width: numberShape,
  height: numberShape,
});

/** A comment without words is one with a picture; without either, the words have moved elsewhere. */
const hasContent = (row: { content?: unknown; pictures?: readonly unknown[] | null | undefined }): boolean =>
  row.content != null || (row.pictures?.length ?? 0) > 0;

const rowShape = z.object({
  id: idShape,
  note_id: textShape,
  content: textShape,
  time: timeShape,
  ip_location: textShape,
  like_count: countShape,
  status: numberShape,
  hidden: flagShape,
  show_tags_v2: lenient(z.array(z.object({ type: textShape }))),
  pictures: z.nullish(z.array(pictureShape)),
  at_users: lenient(z.array(userShape)),
  user: lenient(userShape),
  target_comment: lenient(z.object({ id: textShape, user: lenient(userShape) })),
});

const threadShape = z
  .extend(rowShape, {
    sub_comment_count: countShape,
    sub_comment_cursor: textShape,
    sub_comments: z.nullish(z.array(rowShape.check(z.refine(hasContent, { path: ['content'] })))),
  })
  .check(z.refine(hasContent, { path: ['content'] }));

/**
 * A page of comments or replies as the app's API writes it and several providers pass it on (TikHub Web comments,
 * 2026-02; JustOneAPI comments, 2026-03; TikHub App V2, 2026-08).
 */
export const appCommentsShape = z.object({
  comments: z.array(threadShape),
  cursor: textShape,
  has_more: flagShape,
  comment_count: countShape,
  comment_count_l1: countShape,
});

type Row = z.infer<typeof rowShape>;
type ThreadRow = z.infer<typeof threadShape>;
type UserRow = z.infer<typeof userShape>;

const mapUser = (row: UserRow | null | undefined) =>
  toPerson({ id: row?.userid, nickname: row?.nickname, avatars: [row?.images], redId: row?.red_id });

/** `url` is the preview in the list, `origin_url` the picture as it opens. */
function mapPicture(row: z.infer<typeof pictureShape>): Image[] {
  const url = pickPictureUrl(row.url, row.origin_url);
  if (url === undefined) return [];
  return [
    omitUndefined({
      width: row.width ?? undefined,
      height: row.height ?? undefined,
      url,
      originUrl: parsePictureUrl(row.origin_url),
    }),
  ];
}

function mapReplyTo(row: Row): CommentSighting['replyTo'] {
  const found = omitUndefined({
    commentId: row.target_comment?.id || undefined,
    author: mapUser(row.target_comment?.user),
  });
  return Object.keys(found).length === 0 ? undefined : found;
}

function mapRow(row: Row, noteId: string, more: Partial<CommentSighting>): CommentSighting {
  const tags = row.show_tags_v2?.map((tag) => tag.type);
  return omitUndefined({
    commentId: row.id,
    noteId,
    replyTo: more.rootCommentId === undefined ? undefined : mapReplyTo(row),
    author: mapUser(row.user),
    content: row.content ?? undefined,
    createdAt: parseMoment(row.time),
    place: row.ip_location || undefined,
    likes: parseCount(row.like_count),
    byNoteAuthor: tags?.includes('is_author'),
    pinned: tags?.includes('user_top') ? true : undefined,
    likedByNoteAuthor: tags?.includes('author_liked') ? true : undefined,
    hidden: row.hidden ?? undefined,
    byMachine: row.user?.ai_agent ?? undefined,
    pictures: row.pictures?.flatMap(mapPicture),
    mentions: row.at_users?.flatMap((user) => mapUser(user) ?? []),
    status: row.status ?? undefined,
    ...more,
  });
}

type ThreadState = CommentsRead['threads'][string];

/**
 * Whether replies are missing that the site counts, and where they go on. The provider's cursor stands behind the reply
 * that came embedded; where none came, reading begins at the start.
 */
function findThread(row: ThreadRow, embedded: number): ThreadState | undefined {
  const count = parseCount(row.sub_comment_count);
  if (!count) return undefined;
  const cursor = embedded > 0 ? row.sub_comment_cursor || undefined : undefined;
  return omitUndefined({ hasMore: count.value > embedded, cursor });
}

/** The note a page is of: the one asked for, else, asked for by a share text, the one its rows name; `''` without rows. */
function getNoteId(body: z.infer<typeof appCommentsShape>, asked: string | undefined): string {
  const noteId = asked || body.comments.find((row) => row.note_id)?.note_id || '';
  if (noteId === '' && body.comments.length > 0) {
    throw new ProviderError('invalid-response', { reason: 'comments.0.note_id' });
  }
  return noteId;
}

/**
 * Comments with their embedded replies, or, with `rootCommentId`, the replies of a thread. Rows of another note are left
 * out and counted; when there are no others, throws `invalid-response` with the reason `wrong-note`, and `comments.0.note_id`
 * where no id was asked for and no row names one.
 */
export function mapAppComments(
  body: z.infer<typeof appCommentsShape>,
  asked: { readonly noteId?: string | undefined; readonly rootCommentId?: string; readonly folded?: boolean },
): Pick<CommentsRead, 'noteId' | 'rootCommentId' | 'comments' | 'threads' | 'said' | 'dropped'> {
  const { rootCommentId, folded } = asked;
  const noteId = getNoteId(body, asked.noteId);
  const comments: CommentSighting[] = [];
  const threads: Record<string, ThreadState> = {};
  let dropped = 0;
  const isOther = (row: Row) => (row.note_id != null && row.note_id !== noteId) || row.id === rootCommentId;
  const more = omitUndefined({ folded });
  for (const row of body.comments) {
    if (isOther(row)) {
      dropped += 1;
      continue;
    }
    if (rootCommentId !== undefined) {
      comments.push(mapRow(row, noteId, { ...more, rootCommentId }));
      continue;
    }
    const replyCount = parseCount(row.sub_comment_count);
    comments.push(mapRow(row, noteId, { ...more, ...omitUndefined({ replyCount }) }));
    const replies = (row.sub_comments ?? []).filter((reply) => !isOther(reply));
    dropped += (row.sub_comments?.length ?? 0) - replies.length;
    comments.push(...replies.map((reply) => mapRow(reply, noteId, { ...more, rootCommentId: row.id })));
    const thread = findThread(row, replies.length);
    if (thread) threads[row.id] = thread;
  }
  if (comments.length === 0 && body.comments.some((row) => row.id !== rootCommentId)) {
    throw new ProviderError('invalid-response', { reason: 'wrong-note' });
  }
  const said = omitUndefined({
    comments: parseCount(body.comment_count)?.value,
    topLevel: parseCount(body.comment_count_l1)?.value,
  });
  return {
    ...omitUndefined({ noteId: noteId || undefined, rootCommentId }),
    comments,
    threads,
    ...(Object.keys(said).length === 0 ? {} : { said }),
    dropped,
  };
}
