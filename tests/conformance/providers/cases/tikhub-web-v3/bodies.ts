import type { CommentSighting } from '../../../../../src/model/comment';
import type { NoteSighting } from '../../../../../src/model/note';

/** Invented rows in the shapes of Web V3 (public clients, 2026), and the model's words for each. */
export const NOTE = '66f0a1b2c3d4e5f607182901';
export const OTHER_NOTE = '66f0a1b2c3d4e5f607182902';
export const AUTHOR = '5f0000000000000000000a01';
export const ROOT = '66f1000000000000000000c1';
export const REPLY = '66f1000000000000000000c2';
const MASKED = 'a013cc2dddaf046d5eebfd3a10e00';
const AVATAR = 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg';
const PICTURE = 'http://sns-webpic-qc.xhscdn.com/202609010000/invented/1040g0invented';
const SHOWN = 'https://sns-webpic-qc.xhscdn.com/202609010000/invented/1040g0invented';

export const exact = (value: number) => ({ raw: String(value), value, approximate: false });

const user = { userId: AUTHOR, nickname: '面包师', avatar: AVATAR };
const author = { id: { kind: 'site', value: AUTHOR }, nickname: '面包师', avatarUrl: AVATAR } as const;
const interactInfo = { likedCount: '1.2万', collectedCount: '45', commentCount: '6', shareCount: '0' };
const counts = {
  likes: { raw: '1.2万', value: 12_000, approximate: true },
  collects: exact(45),
  comments: exact(6),
  shares: exact(0),
};

/** A note of pictures. */
export const card = {
  noteId: NOTE,
  title: '周末做面包',
  desc: '第一次成功 #面包[话题]#',
  type: 'normal',
  time: 1_788_000_000_000,
  lastUpdateTime: 1_788_000_600_000,
  ipLocation: '广东',
  user,
  interactInfo,
  tagList: [{ id: 't1', name: '面包', type: 'topic' }],
  imageList: [
    { urlDefault: `${PICTURE}!dft`, urlPre: `${PICTURE}!prv`, width: 1_080, height: 1_440, livePhoto: false },
  ],
};

/** The same as a video. `VIDEO_ID` stands for a number beyond 2^53. */
export const noteCard = {
  ...card,
  type: 'video',
  video: {
    capa: { duration: 13 },
    media: {
      videoId: 'VIDEO_ID',
      video: { duration: 14 },
      stream: {
        h265: [],
        h264: [
          {
            masterUrl: 'http://sns-video-hw.xhscdn.com/stream/invented_258.mp4',
            backupUrls: ['http://sns-bak-v1.xhscdn.com/stream/invented_258.mp4', ''],
            width: 720,
            height: 1_280,
            size: 8_599_698,
            avgBitrate: 4_949_466,
            streamType: 258,
            vmaf: -1,
          },
        ],
      },
    },
  },
};

export const note: NoteSighting = {
  noteId: NOTE,
  fields: {
    type: 'video',
    title: '周末做面包',
    text: '第一次成功 #面包[话题]#',
    author,
    publishedAt: 1_788_000_000_000,
    editedAt: 1_788_000_600_000,
    place: '广东',
    images: [{ url: `${SHOWN}!dft`, previewUrl: `${SHOWN}!prv`, width: 1_080, height: 1_440 }],
    video: {
      videoId: '135750916117632975',
      durationSeconds: 13,
      streams: [
        {
          codec: 'h264',
          url: 'https://sns-video-hw.xhscdn.com/stream/invented_258.mp4',
          backupUrls: ['https://sns-bak-v1.xhscdn.com/stream/invented_258.mp4'],
          width: 720,
          height: 1_280,
          bitrate: 4_949_466,
          sizeBytes: 8_599_698,
          streamType: 258,
        },
      ],
    },
    topics: [{ id: 't1', name: '面包', kind: 'topic' }],
  },
  counts,
};

export const listedCard = {
  displayTitle: '周末做面包',
  type: 'normal',
  cover: { urlDefault: `${PICTURE}!dft` },
  user,
  interactInfo,
};

export const listedNote: NoteSighting = {
  noteId: NOTE,
  fields: { type: 'normal', title: '周末做面包', author, cover: { url: `${SHOWN}!dft` } },
  counts,
  token: { xsecToken: 'ABx=' },
};

export const replyRow = {
  id: REPLY,
  noteId: NOTE,
  content: '谢谢',
  createTime: 1_788_001_000_000,
  likeCount: '11',
  ipLocation: '上海',
  userInfo: { userId: AUTHOR, nickname: '面包师', image: AVATAR },
  showTags: ['is_author'],
  targetComment: { id: ROOT, userInfo: { userId: MASKED, nickname: '路人', image: AVATAR } },
};

export const commentRow = {
  id: ROOT,
  noteId: NOTE,
  content: '好吃[偷笑R]',
  createTime: 1_788_000_900_000,
  likeCount: '150',
  user: { userId: MASKED, nickname: '路人', avatar: AVATAR },
  showTags: ['user_top'],
  status: 0,
  atUsers: [],
  pictures: [{ urlDefault: `${PICTURE}!c`, width: 3, height: 4 }],
  subCommentCount: '125',
  subCommentCursor: REPLY,
  subCommentHasMore: true,
  subComments: [replyRow],
};

const masked = { id: { kind: 'masked', value: MASKED }, nickname: '路人', avatarUrl: AVATAR } as const;

export const reply: CommentSighting = {
  commentId: REPLY,
  noteId: NOTE,
  rootCommentId: ROOT,
  replyTo: { commentId: ROOT, author: masked },
  author,
  content: '谢谢',
  createdAt: 1_788_001_000_000,
  place: '上海',
  likes: exact(11),
  byNoteAuthor: true,
};

export const comment: CommentSighting = {
  commentId: ROOT,
  noteId: NOTE,
  author: masked,
  content: '好吃[偷笑R]',
  createdAt: 1_788_000_900_000,
  likes: exact(150),
  replyCount: exact(125),
  byNoteAuthor: false,
  pinned: true,
  pictures: [{ url: `${SHOWN}!c`, width: 3, height: 4 }],
  mentions: [],
  status: 0,
};
