/** Invented notes and comments in the shapes of the site's states (camelCase; 2025-07 to 2025-12). */
export const NOTE = '64e1a2b3c4d5e6f708192a3b';
export const OTHER_NOTE = '64e1a2b3c4d5e6f708192a3c';
export const USER = '5f0000000000000000000001';
export const AUTHOR = '5f0000000000000000000002';

const TOKEN = 'ABinventedinventedinventedinventedinventedinv=';
const IMAGE = 'http://sns-webpic-qc.xhscdn.com/202501010000/00/invented';

const hex = (number: number) => number.toString(16).padStart(24, '6');

export const personBody = (userId: string, nickname: string) => ({
  userId,
  nickname,
  avatar: 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg',
  xsecToken: TOKEN,
});

export function noteBody(noteId: string): Record<string, unknown> {
  return {
    noteId,
    xsecToken: TOKEN,
    type: 'normal',
    title: '周末做面包',
    desc: '第一次成功[微笑R]\n#面包[话题]#',
    time: 1_733_000_000_000,
    lastUpdateTime: 1_733_000_100_000,
    ipLocation: '浙江',
    user: personBody(AUTHOR, '面包师'),
    interactInfo: {
      liked: false,
      likedCount: '1.2万',
      collected: true,
      collectedCount: '10+',
      commentCount: '3',
      shareCount: '0',
      followed: false,
      relation: 'none',
    },
    imageList: [
      { width: 3, height: 4, urlDefault: `${IMAGE}!a`, urlPre: `${IMAGE}!b`, url: '', livePhoto: false },
    ],
    tagList: [{ id: hex(9), name: '面包', type: 'topic' }],
    atUserList: [],
  };
}

const plainComment = (noteId: string, number: number) => ({
  id: hex(number),
  noteId,
  content: `第 ${String(number)} 条`,
  createTime: 1_733_000_200_000 + number,
  ipLocation: '上海',
  liked: false,
  likeCount: String(number),
  status: 0,
  showTags: [],
  atUsers: [],
  userInfo: { userId: USER, nickname: '路人', image: 'https://sns-avatar-qc.xhscdn.com/avatar/b.jpg' },
});

export const replyBody = (noteId: string, number: number, targetId: string) => ({
  ...plainComment(noteId, number),
  showTags: ['is_author'],
  targetComment: { id: targetId, userInfo: { userId: USER, nickname: '路人', image: '' } },
});

/** A top-level comment with one reply, whose number is a thousand more. */
export const commentBody = (noteId: string, number: number) => ({
  ...plainComment(noteId, number),
  subCommentCount: '2',
  subCommentCursor: hex(number + 1_000),
  subCommentHasMore: true,
  subComments: [replyBody(noteId, number + 1_000, hex(number))],
});

export const commentId = hex;

/** The same value with the keys the API writes. */
export function toSnake(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSnake);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      toSnake(inner),
    ]),
  );
}
