import type { CommentSighting } from '../../../../../src/model/comment';
import { NOTE, AUTHOR, MASKED, ROOT, REPLY, PICTURE, SHOWN, AVATAR, exact } from './app-values';

const user = (userid: string, nickname: string) => ({
  userid,
  nickname,
  images: AVATAR,
  red_id: '700800900',
  level: { image: '' },
  current_user: 'false',
  ai_agent: false,
});

const person = (kind: 'site' | 'masked', value: string, nickname: string) => ({
  id: { kind, value },
  nickname,
  avatarUrl: AVATAR,
  redId: '700800900',
});

export const replyRow = {
  id: REPLY,
  note_id: NOTE,
  content: '谢谢',
  time: 1_788_001_000,
  like_count: 11,
  status: 0,
  hidden: false,
  ip_location: '上海',
  show_tags_v2: [{ type: 'is_author', text: '作者' }],
  at_users: [],
  user: user(AUTHOR, '面包师'),
  target_comment: { id: ROOT, status: 4, user: user(MASKED, '路人') },
};

/** A pinned thread with a picture, liked by the author, of someone whose id is masked; one reply came with it. */
export const threadRow = {
  id: ROOT,
  note_id: NOTE,
  content: '好吃[偷笑R]',
  time: 1_788_000_900,
  like_count: 150,
  liked: false,
  status: 4,
  hidden: false,
  comment_type: 2,
  sub_comment_count: 125,
  sub_comment_cursor: `{"cursor":"${REPLY}","index":1}`,
  sub_comments: [replyRow],
  show_tags: [],
  show_tags_v2: [
    { type: 'user_top', text: '置顶' },
    { type: 'author_liked', text: '作者赞过' },
  ],
  pictures: [
    { url: `${PICTURE}!small`, origin_url: `${PICTURE}!large`, width: 1_968, height: 1_365, file_id: 'x' },
  ],
  at_users: [],
  user: user(MASKED, '路人'),
};

export const reply: CommentSighting = {
  commentId: REPLY,
  noteId: NOTE,
  rootCommentId: ROOT,
  replyTo: { commentId: ROOT, author: person('masked', MASKED, '路人') },
  author: person('site', AUTHOR, '面包师'),
  content: '谢谢',
  createdAt: 1_788_001_000_000,
  place: '上海',
  likes: exact(11),
  byNoteAuthor: true,
  hidden: false,
  byMachine: false,
  mentions: [],
  status: 0,
};

export const thread: CommentSighting = {
  commentId: ROOT,
  noteId: NOTE,
  author: person('masked', MASKED, '路人'),
  content: '好吃[偷笑R]',
  createdAt: 1_788_000_900_000,
  likes: exact(150),
  replyCount: exact(125),
  byNoteAuthor: false,
  pinned: true,
  likedByNoteAuthor: true,
  hidden: false,
  byMachine: false,
  pictures: [{ width: 1_968, height: 1_365, url: `${SHOWN}!small`, originUrl: `${SHOWN}!large` }],
  mentions: [],
  status: 4,
};
