import { PINNED_HEADER } from '../../page-contract';
import type { WorldComment, WorldNote } from '../../world/types';
import { toCommentBody, toReplyBody } from '../bodies/comment';
import {
  type ApiCall,
  type ApiResult,
  type Endpoint,
  findLoginRefusal,
  findNote,
  findNoteByToken,
  refuse,
  succeed,
  textOf,
} from './api-call';

const PAGE_SIZE = 10;
/** "No comments beyond the first few" for who is logged out (saved pages, 2025-12); how few is the replica's choice. */
const GUEST_COMMENTS = 4;

/** GET v2/comment/page. A guest gets a few and, asking on, -101. */
export const listComments: Endpoint = (call) => {
  const found = findNoteByToken(call, call.query.get('note_id') ?? '', call.query.get('xsec_token') ?? '');
  if ('refusal' in found) return found.refusal;
  const cursor = call.query.get('cursor') ?? '';
  if (cursor !== '') {
    const refusal = findLoginRefusal(call);
    if (refusal !== undefined) return refusal;
  }
  const note = findServedNote(call, found.note);
  const listed = call.state.comments.listOf(note);
  const slice = sliceAfter(
    listed,
    cursor,
    call.viewer.loggedIn ? PAGE_SIZE : GUEST_COMMENTS,
    call.state.faults.duplicateRows,
  );
  const pinned = slice.rows.filter((comment) => comment.pinned).map(({ id }) => id);
  return {
    ...succeed({
      comments: slice.rows.map((comment) => toCommentBody(call.state, call.viewer, note, comment)),
      ...pageEnd(call, note, slice, cursor),
    }),
    ...(pinned.length === 0 ? {} : { headers: { [PINNED_HEADER]: pinned.join(',') } }),
  };
};

/** GET v2/comment/sub/page: the replies after the cursor. */
export const listReplies: Endpoint = (call) => {
  const found = findNoteByToken(call, call.query.get('note_id') ?? '', call.query.get('xsec_token') ?? '');
  if ('refusal' in found) return found.refusal;
  const login = findLoginRefusal(call);
  if (login !== undefined) return login;
  const { note } = found;
  const root = call.state.comments.findRoot(note, call.query.get('root_comment_id') ?? '');
  const replies = root === undefined ? [] : call.state.comments.repliesOf(note, root);
  const cursor = call.query.get('cursor') ?? '';
  const slice = sliceAfter(
    replies,
    cursor,
    Number(call.query.get('num') ?? PAGE_SIZE),
    call.state.faults.duplicateRows,
  );
  return succeed({
    comments: slice.rows.map((reply) => toReplyBody(call.state, call.viewer, reply)),
    ...pageEnd(call, note, slice, cursor),
  });
};

interface Slice {
  readonly rows: readonly WorldComment[];
  readonly hasMore: boolean;
}

function sliceAfter(
  list: readonly WorldComment[],
  cursor: string,
  size: number,
  repeatsLast: boolean,
): Slice {
  const at = cursor === '' ? -1 : list.findIndex((comment) => comment.id === cursor);
  if (cursor !== '' && at === -1) return { rows: [], hasMore: false };
  const start = repeatsLast && at >= 0 ? at : at + 1;
  return { rows: list.slice(start, at + 1 + size), hasMore: at + 1 + size < list.length };
}

/** `user_id` is the visitor, not the author; the cursor is the id of the last row. */
function pageEnd(call: ApiCall, note: WorldNote, slice: Slice, cursor: string) {
  const last = slice.rows.at(-1)?.id ?? cursor;
  const isStuck = call.state.faults.repeatedCursor && cursor !== '';
  return {
    cursor: isStuck ? cursor : last,
    has_more: isStuck || slice.hasMore,
    time: Date.now(),
    user_id: call.viewer.userId,
    xsec_token: call.state.tokens.issue(note.noteId, 'comment_page'),
  };
}

function findServedNote(call: ApiCall, note: WorldNote): WorldNote {
  if (call.state.faults.commentsBody !== 'other-note') return note;
  return (
    call.state.world.notes.find(
      (other) => other !== note && other.standing === 'public' && other.comments.length > 0,
    ) ?? note
  );
}

/** POST v1/comment/post {note_id, content, target_comment_id?, at_users}. */
export const postComment: Endpoint = (call) => {
  const refusal = findLoginRefusal(call);
  if (refusal !== undefined) return refusal;
  const found = findNote(call, textOf(call.input['note_id']));
  if ('refusal' in found) return found.refusal;
  const { note } = found;
  const { author } = call.viewer;
  const content = textOf(call.input['content']);
  if (note.commentsClosed) return refuse(10001);
  if (content.trim() === '' || author === undefined) return refuse(400);
  const targetId = textOf(call.input['target_comment_id']);
  const target = targetId === '' ? undefined : call.state.comments.find(note, targetId);
  if (targetId !== '' && target === undefined) return refuse(400);
  const comment = call.state.comments.post(note, author, content, target);
  const body =
    target === undefined
      ? toCommentBody(call.state, call.viewer, note, comment)
      : toReplyBody(call.state, call.viewer, comment);
  return succeed({ comment: body, time: comment.createTime, toast: '评论已发布' });
};

/** POST v1/comment/delete {note_id, comment_id}. */
export const deleteComment: Endpoint = (call) => {
  const refusal = findLoginRefusal(call);
  if (refusal !== undefined) return refusal;
  const found = findNote(call, textOf(call.input['note_id']));
  if ('refusal' in found) return found.refusal;
  const { author } = call.viewer;
  const isDone =
    author !== undefined && call.state.comments.remove(found.note, author, textOf(call.input['comment_id']));
  return isDone ? succeed({}) : refuse(400);
};

/** POST v1/comment/like and dislike {note_id, comment_id}. */
export function createCommentLike(isLike: boolean): Endpoint {
  return (call): ApiResult => {
    const refusal = findLoginRefusal(call);
    if (refusal !== undefined) return refusal;
    const found = findNote(call, textOf(call.input['note_id']));
    if ('refusal' in found) return found.refusal;
    const comment = call.state.comments.find(found.note, textOf(call.input['comment_id']));
    if (comment === undefined) return refuse(400);
    if (isLike) call.session.likedComments.add(comment.id);
    else call.session.likedComments.delete(comment.id);
    return succeed({});
  };
}
