import type { WorldNote } from '../../world/types';
import { createEmojiMap } from '../../world/emoji-codes';
import { toConnectionMessage, toLikeMessage, toMentionMessage } from '../bodies/messages';
import { toMeBody, toProfileBody } from '../bodies/profile';
import { type ApiCall, type Endpoint, findLoginRefusal, refuse, succeed, textOf } from './api-call';
import { findPublicNotes } from './note-endpoints';

/** GET v2/user/me: guests are answered too. */
export const showMe: Endpoint = (call) => succeed(toMeBody(call.viewer));

/** GET v1/user/selfinfo. */
export const showSelf: Endpoint = (call) => {
  const refusal = findLoginRefusal(call);
  if (refusal !== undefined || call.viewer.author === undefined) return refusal ?? refuse(-101);
  return succeed(toProfileBody(call.viewer, call.viewer.author));
};

/** GET v1/user/otherinfo?target_user_id=…; nobody of that id: -1001. */
export const showOther: Endpoint = (call) => {
  const author = call.state.world.findAuthor(call.query.get('target_user_id') ?? '');
  return author === undefined ? refuse(-1001) : succeed(toProfileBody(call.viewer, author));
};

/** POST v1/user/follow and unfollow {target_user_id}. */
export function createFollow(isFollow: boolean): Endpoint {
  return (call) => {
    const refusal = findLoginRefusal(call);
    if (refusal !== undefined) return refusal;
    const userId = textOf(call.input['target_user_id']);
    if (call.state.world.findAuthor(userId) === undefined) return refuse(-1001);
    if (isFollow) call.session.following.add(userId);
    else call.session.following.delete(userId);
    return succeed({ fstatus: isFollow ? 'follows' : 'none' });
  };
}

/** GET api/sns/web/unread_count (public client code, 2023). */
export const countUnread: Endpoint = () =>
  succeed({ unread_count: 0, likes: 0, connections: 0, mentions: 0 });

/** GET api/im/redmoji/detail. The page keeps the codes as `redMoji.mojiData.redmojiMap` (rendered page, 2026-05). */
export const listEmoji: Endpoint = () => succeed({ redmoji_map: createEmojiMap() });

/** GET api/im/redmoji/version. */
export const showEmojiVersion: Endpoint = () => succeed({ version: 1 });

const PAGE_SIZE = 20;

/** The notes whose comments the notification page tells of: those of the world, as though the visitor had written them. */
function findTalkedAbout(call: ApiCall): readonly WorldNote[] {
  return findPublicNotes(call)
    .filter((note) => note.comments.length > 0)
    .slice(0, 8);
}

function createMessages(build: (call: ApiCall) => readonly unknown[], extra: object = {}): Endpoint {
  return (call) => {
    const refusal = findLoginRefusal(call);
    if (refusal !== undefined) return refusal;
    const all = build(call);
    const start = Number(call.query.get('cursor') ?? 0) || 0;
    const end = start + (Number(call.query.get('num') ?? PAGE_SIZE) || PAGE_SIZE);
    return succeed({
      ...extra,
      message_list: all.slice(start, end),
      cursor: Math.min(end, all.length),
      has_more: end < all.length,
    });
  };
}

/** GET v1/you/mentions: comments and answers. */
export const listMentions = createMessages((call) =>
  findTalkedAbout(call).flatMap((note) =>
    note.comments
      .slice(0, 3)
      .flatMap((root) => [root, ...root.replies.slice(0, 1)])
      .map((comment) =>
        toMentionMessage(
          { id: messageId(comment.id), person: comment.author, note, time: comment.createTime },
          comment,
          call.viewer,
        ),
      ),
  ),
);

/** GET v1/you/likes; only this list has a `result` (saved bodies, 2023). */
export const listLikes = createMessages(
  (call) =>
    findTalkedAbout(call).flatMap((note) =>
      note.comments
        .slice(0, 2)
        .map((comment, index) =>
          toLikeMessage(
            { id: messageId(comment.id), person: comment.author, note, time: comment.createTime },
            index === 0 ? 'liked/item' : 'faved/item',
          ),
        ),
    ),
  { result: { success: true, code: 0, message: '' } },
);

/** GET v1/you/connections. */
export const listConnections = createMessages((call) =>
  call.state.world.authors.slice(2, 14).map((person, index) =>
    toConnectionMessage({
      id: String(256_000_000 - index),
      person,
      time: Date.UTC(2026, 4, 20) - index * 3_600_000,
    }),
  ),
);

/** Nine digits, as ids of messages have. */
function messageId(commentId: string): string {
  return String(200_000_000 + (Number.parseInt(commentId.slice(-7), 16) % 99_999_999));
}
