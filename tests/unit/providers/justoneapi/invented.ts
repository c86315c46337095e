/** Bodies as the vendor answers, with invented people and texts. */
export const NOTE_ID = '66aa00000000000000000001';
export const USER_ID = '5faa00000000000000000002';
export const MASKED_ID = 'a53c5dfd23210947ff7cf8d05400c';

export const wrap = (data: unknown) => ({ code: 0, data, message: null, recordTime: null, requestId: 'r-1' });

export const comment = (id: string, more: object = {}) => ({
  id,
  note_id: NOTE_ID,
  content: '好看',
  time: 1_700_000_100,
  like_count: 12,
  status: 0,
  hidden: false,
  comment_type: 0,
  sub_comment_count: 0,
  sub_comments: [],
  show_tags: [],
  show_tags_v2: [],
  at_users: [],
  user: {
    userid: MASKED_ID,
    nickname: '阿岚',
    images: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
    red_id: '9000001',
    level: { image: '' },
    current_user: 'false',
    ai_agent: false,
  },
  ...more,
});

export const note = {
  id: NOTE_ID,
  type: 'normal',
  title: '海边的一天',
  desc: '风很大 #海[话题]#',
  time: 1_700_000_000,
  last_update_time: 0,
  ip_location: '浙江',
  view_count: 0,
  user: {
    userid: USER_ID,
    nickname: '阿岚',
    red_id: '9000001',
    images: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
  },
  liked_count: 120,
  collected_count: 45,
  comments_count: 6,
  shared_count: 0,
  images_list: [
    {
      url: 'https://sns-img-qc.xhscdn.com/1?imageView2/2/w/576',
      url_size_large: '',
      width: 1080,
      height: 1440,
    },
  ],
  hash_tag: [{ id: 't1', name: '海', type: 'topic', link: '' }],
};
