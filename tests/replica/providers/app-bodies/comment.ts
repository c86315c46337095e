import type { SiteState } from '../../server/site-state';
import { findEmbeddedReply } from '../../world/comment-paging';
import type { WorldAuthor, WorldComment, WorldNote } from '../../world/types';
import { toCommentPerson } from './person';
import { toCommentPicture } from './picture';

/** Whose comments, and under which ids their authors go. */
export interface CommentView {
  readonly site: SiteState;
  readonly note: WorldNote;
  readonly idOf: (author: WorldAuthor) => string;
}

/** A thread with up to one of its replies (real bodies of App V2, web V1 and JustOneAPI V4, 2026-02 to 2026-08). */
export function toThread(view: CommentView, root: WorldComment) {
  const replies = view.site.comments.repliesOf(view.note, root);
  const embedded = findEmbeddedReply(root, replies);
  return {
    ...toPlain(view, root),
    track_id: 'interaction-service.local',
    invalid: false,
    media_source_type: 0,
    sub_comment_count: replies.length,
    ...(embedded === undefined ? {} : { sub_comment_cursor: writeCursor({ cursor: embedded.id, index: 1 }) }),
    sub_comments: embedded === undefined ? [] : [toReply(view, embedded)],
  };
}

/** Replies say what they answer. */
export function toReply(view: CommentView, reply: WorldComment) {
  const plain = toPlain(view, reply);
  if (reply.targetCommentId === undefined || reply.targetAuthor === undefined) return plain;
  return {
    ...plain,
    target_comment: { id: reply.targetCommentId, status: 0, user: toPerson(view, reply.targetAuthor) },
  };
}

/** A cursor as the app writes it: JSON within text. */
export function writeCursor(parts: {
  readonly cursor?: string | undefined;
  readonly index: number;
  readonly pageArea?: string;
}): string {
  return JSON.stringify(parts);
}

function toPlain(view: CommentView, comment: WorldComment) {
  const isPicture = comment.pictures.length > 0;
  return {
    id: comment.id,
    note_id: comment.noteId,
    content: comment.content,
    time: Math.floor(comment.createTime / 1000),
    like_count: view.site.likesOfComment(comment),
    liked: false,
    status: comment.status,
    hidden: false,
    collected: false,
    downvoted: false,
    comment_type: isPicture ? 2 : 0,
    ...(comment.ipLocation === undefined ? {} : { ip_location: comment.ipLocation }),
    ...(isPicture
      ? { pictures: comment.pictures.map((image, index) => toCommentPicture(image, index === 0)) }
      : {}),
    ...tagsOf(comment),
    show_type: 'common',
    at_users: comment.mentions.map((person) => ({ userid: view.idOf(person), nickname: person.nickname })),
    ...hashTagsOf(comment),
    biz_label: { group_invite: 'unknown', product_review: false, rich_text: 'unknown' },
    friend_liked_msg: '',
    relatable_to_note: false,
    score: 0,
    share_strategy: 0,
    translation_strategy: 9,
    user: toPerson(view, comment.author),
  };
}

function toPerson(view: CommentView, author: WorldAuthor) {
  return toCommentPerson(author, view.idOf(author));
}

function tagsOf(comment: WorldComment) {
  const tag = (type: string, text: string) => ({ type, text, style_id: 'gray', pos: 'cmt_bottom' });
  return {
    show_tags: [],
    show_tags_v2: [
      ...(comment.pinned ? [tag('user_top', '置顶')] : []),
      ...(comment.isNoteAuthor ? [tag('is_author', '作者')] : []),
    ],
  };
}

/** `#name[话题]#` in a comment comes along as a list. */
function hashTagsOf(comment: WorldComment) {
  const names = [...comment.content.matchAll(/#([^#[\]]+)\[话题\]#/g)].map((match) => match[1] ?? '');
  if (names.length === 0) return {};
  return { hash_tags: names.map((name) => ({ name, type: 'topic', link: '', disable_jump: true })) };
}
