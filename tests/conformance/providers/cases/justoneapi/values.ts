import { reply, thread, threadRow } from '../tikhub/app-threads';
import { AUTHOR, NOTE, REPLY, ROOT } from '../tikhub/app-values';

export const P = '/api/xiaohongshu';
export const SHORT = 'http://xhslink.com/a/AbCdEf';
export const CURSOR = `{"cursor":"${ROOT}","index":2,"pageArea":"UNFOLDED"}`;
export const wrap = (data: unknown) => ({
  code: 0,
  data,
  message: null,
  recordTime: null,
  requestId: 'joa-1',
});

export const commentsBody = wrap({
  comments: [threadRow],
  cursor: CURSOR,
  has_more: true,
  comment_count: 944,
  comment_count_l1: 801,
  all_sort_strategies: [],
  current_sort_strategy: 'default',
  user_id: AUTHOR,
});
export const comments = {
  noteId: NOTE,
  comments: [thread, reply],
  threads: { [ROOT]: { hasMore: true, cursor: `{"cursor":"${REPLY}","index":1}` } },
  said: { comments: 944, topLevel: 801 },
  dropped: 0,
  nextCursor: CURSOR,
};
export const commentTimes = ['data.comments.0.time', 'data.comments.0.sub_comments.0.time'];

/** A person as this vendor's search shows them: followers below the name (public clients, 2026). */
export const personCard = {
  id: AUTHOR,
  name: '面包师',
  red_id: '100200300',
  image: 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg',
  desc: '小红书号：100200300',
  sub_title: '粉丝 1.2万',
  link: `xhsdiscover://1/user/user.${AUTHOR}`,
  red_official_verified: false,
};
export const person = {
  id: { kind: 'site', value: AUTHOR },
  fields: { redId: '100200300', nickname: '面包师', avatarUrl: personCard.image },
  counts: { fans: { raw: '1.2万', value: 12_000, approximate: true } },
} as const;
