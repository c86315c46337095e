/** Bodies as the series answers, with invented people and texts. */
export const NOTE_ID = '66aa00000000000000000001';
export const USER_ID = '5faa00000000000000000002';
export const MASKED_ID = 'a53c5dfd23210947ff7cf8d05400c';

/** The two envelopes around a payload. */
export const wrap = (data: unknown, ok = true) => ({
  code: 200,
  request_id: 'req-7',
  params: {},
  cache_url: 'https://cache.tikhub.io/api/v1/cache/public/req-7?sign=s',
  data: { ok, data },
});

export const user = {
  userId: USER_ID,
  nickname: '阿岚',
  avatar: 'http://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
};

export const card = {
  noteId: NOTE_ID,
  title: '海边的一天',
  desc: '风很大 #海[话题]#',
  type: 'video',
  time: 1_700_000_000_000,
  lastUpdateTime: 1_700_000_500_000,
  ipLocation: '浙江',
  user,
  interactInfo: { likedCount: '1.2万', collectedCount: '45', commentCount: '6', shareCount: '0' },
  tagList: [{ id: 't1', name: '海', type: 'topic' }],
  imageList: [
    {
      urlDefault: 'http://sns-webpic-qc.xhscdn.com/1/cover!nd_dft',
      urlPre: 'http://sns-webpic-qc.xhscdn.com/1/cover!nd_prv',
      width: 1080,
      height: 1440,
      livePhoto: false,
    },
  ],
  video: {
    media: {
      video: { duration: 42 },
      stream: {
        h264: [
          {
            masterUrl: 'http://sns-video-bd.xhscdn.com/stream/1.mp4',
            backupUrls: ['http://sns-bak-v1.xhscdn.com/stream/1.mp4', 'ftp://x'],
            width: 720,
            height: 1280,
            size: 3_000_000,
            avgBitrate: 900,
            streamType: 258,
          },
        ],
        h265: [],
      },
    },
    capa: { duration: 41 },
  },
};

export const comment = (id: string, more: object = {}) => ({
  id,
  content: '好看',
  createTime: 1_700_000_100_000,
  likeCount: '12',
  ipLocation: '上海',
  userInfo: { userId: USER_ID, nickname: '阿岚', image: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg' },
  ...more,
});
