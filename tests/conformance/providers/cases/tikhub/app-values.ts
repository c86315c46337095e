import type { AuthorSighting, Person } from '../../../../../src/model/author';

/** Invented rows in the shapes of the app's API (real calls, 2023 and 2026-08), and the model's words for each. */
export const NOTE = '66f0a1b2c3d4e5f607182901';

export const OTHER_NOTE = '66f0a1b2c3d4e5f607182902';

export const VIDEO_NOTE = '66f0a1b2c3d4e5f607182903';

export const AUTHOR = '5f0000000000000000000a01';

export const READER = '5f0000000000000000000a02';

/** 29 characters, as upstreams without a login give them. */
export const MASKED = 'a013cc2dddaf046d5eebfd3a10e00';

export const ROOT = '66f1000000000000000000c1';

export const REPLY = '66f1000000000000000000c2';

export const TOPIC_PAGE = '5c0000000000000000000d01';

export const PICTURE = 'http://sns-webpic-qc.xhscdn.com/202609010000/invented/1040g0invented';

export const SHOWN = 'https://sns-webpic-qc.xhscdn.com/202609010000/invented/1040g0invented';

export const STREAM = 'http://sns-video-hw.xhscdn.com/stream/110/258/invented_258.mp4?sign=a&t=b';

export const PLAYED = 'https://sns-video-hw.xhscdn.com/stream/110/258/invented_258.mp4?sign=a&t=b';

export const AVATAR = 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg';

export const exact = (value: number) => ({ raw: String(value), value, approximate: false });

export const noteUser = {
  userid: AUTHOR,
  id: AUTHOR,
  nickname: '面包师',
  name: '面包师',
  red_id: '100200300',
  image: AVATAR,
};

export const noteAuthor: Person = {
  id: { kind: 'site', value: AUTHOR },
  nickname: '面包师',
  avatarUrl: AVATAR,
  redId: '100200300',
};

export const authorBeside: AuthorSighting = {
  id: noteAuthor.id,
  fields: { nickname: '面包师', avatarUrl: AVATAR, redId: '100200300' },
  counts: {},
};

export const linkTo = (noteId: string) =>
  `https://www.xiaohongshu.com/discovery/item/${noteId}?app_platform=ios&xsec_token=CBinvented%3D&xsec_source=app_share`;

export const sharedToken = { xsecToken: 'CBinvented=', xsecSource: 'app_share' } as const;

/** A share text as the app writes it, and the link in it. */
export const SHORT_LINK = 'http://xhslink.com/a/invented';
export const SHARED = `面包师发布了一篇笔记，快来看吧！ ${SHORT_LINK}，复制本条信息`;
