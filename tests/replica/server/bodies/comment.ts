import type { Viewer } from '../../page-contract';
import type { WorldComment, WorldNote } from '../../world/types';
import type { SiteState } from '../site-state';
import { toCommentPictureBody } from './media';
import { toCommentUserBody, toMentionBody } from './user';

/**
 * What a comment and a reply have in common (saved comment bodies, 2024-06 and 2024-09; pictures: hydrated state,
 * 2025-07). That one is pinned stands in no body that is known, only in the page's mark.
 */
function toPlainBody(state: SiteState, viewer: Viewer, comment: WorldComment) {
  return {
    id: comment.id,
    note_id: comment.noteId,
    content: comment.content,
    create_time: comment.createTime,
    ...(comment.ipLocation === undefined ? {} : { ip_location: comment.ipLocation }),
    liked: viewer.hasLikedComment(comment.id),
    like_count: viewer.countText(state.likesOfComment(comment)),
    status: comment.status,
    at_users: comment.mentions.map((person) => toMentionBody(state, person)),
    show_tags: comment.isNoteAuthor ? ['is_author'] : [],
    user_info: toCommentUserBody(state, comment.author),
    ...(comment.pictures.length === 0 ? {} : { pictures: comment.pictures.map(toCommentPictureBody) }),
  };
}

export function toReplyBody(state: SiteState, viewer: Viewer, reply: WorldComment) {
  const plain = toPlainBody(state, viewer, reply);
  if (reply.targetCommentId === undefined || reply.targetAuthor === undefined) return plain;
  return {
    ...plain,
    target_comment: { id: reply.targetCommentId, user_info: toCommentUserBody(state, reply.targetAuthor) },
  };
}

/** A top-level comment with at most one embedded reply; the cursor is that reply's id, and sub/page starts after it. */
export function toCommentBody(state: SiteState, viewer: Viewer, note: WorldNote, comment: WorldComment) {
  const replies = state.comments.repliesOf(note, comment);
  const first = replies[0];
  return {
    ...toPlainBody(state, viewer, comment),
    sub_comment_count: String(replies.length),
    sub_comment_cursor: first?.id ?? '',
    sub_comment_has_more: replies.length > 1,
    sub_comments: first === undefined ? [] : [toReplyBody(state, viewer, first)],
  };
}
