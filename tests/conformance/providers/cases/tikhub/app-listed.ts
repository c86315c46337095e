import type { AuthorSighting } from '../../../../../src/model/author';
import type { NoteSighting } from '../../../../../src/model/note';
import { NOTE, AUTHOR, READER, PICTURE, SHOWN, AVATAR, exact, noteAuthor } from './app-values';

/** A note in an author's list: `likes`, its own cursor, no time. */
export const listedRow = {
  id: NOTE,
  title: '周末做面包',
  display_title: '周末做面包',
  desc: '第一次成',
  type: 'normal',
  likes: 142,
  inlikes: false,
  collected_count: 7,
  comments_count: 3,
  share_count: 1,
  view_count: 0,
  create_time: 1_788_000_000,
  last_update_time: 0,
  sticky: false,
  images_list: [
    { url: `${PICTURE}?w/540`, url_size_large: `${PICTURE}?w/1080`, width: 1_080, height: 1_440 },
  ],
  user: { userid: AUTHOR, nickname: '面包师', images: AVATAR },
  cursor: NOTE,
};

export const listed: NoteSighting = {
  noteId: NOTE,
  fields: {
    type: 'normal',
    title: '周末做面包',
    author: { id: noteAuthor.id, nickname: '面包师', avatarUrl: AVATAR },
    publishedAt: 1_788_000_000_000,
    cover: { width: 1_080, height: 1_440, url: `${SHOWN}?w/1080`, previewUrl: `${SHOWN}?w/540` },
  },
  counts: { likes: exact(142), collects: exact(7), comments: exact(3), shares: exact(1) },
};

export const profileRow = {
  userid: AUTHOR,
  nickname: '面包师',
  red_id: '100200300',
  desc: '每天一个面包',
  images: AVATAR,
  imageb: `${AVATAR}?b`,
  gender: 1,
  ip_location: '湖北',
  location: '',
  fans: 5_968,
  follows: 34,
  liked: 103_505,
  collected: 49_818,
  ndiscovery: 50,
  interactions: [
    { type: 'follows', name: '关注', count: 34 },
    { type: 'fans', name: '粉丝', count: 5_968 },
    { type: 'interaction', name: '获赞与收藏', count: 153_323 },
  ],
  note_num_stat: { posted: 52, liked: 103_505, collected: 49_818 },
  tags: [
    { icon: '', name: '面包学院', tag_type: 'college' },
    { icon: 'x', tag_type: 'info' },
  ],
  banner_info: { image: `${PICTURE}banner`, bg_color: '0b0507' },
  red_official_verify_type: 2,
  red_official_verify_content: '面包品牌',
  result: { success: true, code: 0, message: 'success' },
};

export const profile: AuthorSighting = {
  id: { kind: 'site', value: AUTHOR },
  fields: {
    redId: '100200300',
    nickname: '面包师',
    avatarUrl: AVATAR,
    desc: '每天一个面包',
    gender: 'female',
    place: '湖北',
    tags: [{ kind: 'college', name: '面包学院' }],
    verified: '面包品牌',
    bannerUrl: `${SHOWN}banner`,
  },
  counts: {
    follows: exact(34),
    fans: exact(5_968),
    likedAndCollected: exact(153_323),
    liked: exact(103_505),
    collected: exact(49_818),
    notes: exact(52),
  },
};

/** A found note: the words searched for are marked, and a token of its own stands beside. */
export const foundItem = {
  model_type: 'note',
  mix_track_id: 'invented',
  note: {
    id: NOTE,
    title: '周末做<em>面包</em>',
    desc: '第一次成',
    type: 'normal',
    timestamp: 1_788_000_000,
    update_time: 1_788_000_600_000,
    last_update_time: 1_788_000_600,
    liked_count: 3_088,
    collected_count: 747,
    comments_count: 1_109,
    shared_count: 87,
    nice_count: 0,
    xsec_token: 'ABinvented=',
    images_list: [
      { url: `${PICTURE}?w/576`, url_size_large: `${PICTURE}?w/1440`, original: '', width: 3, height: 4 },
    ],
    user: { userid: AUTHOR, nickname: '面包师', images: AVATAR, red_id: '100200300' },
    at_user_list: [{ user_id: READER, nickname: '路人', user_oid: 'x' }],
    video_info_v2: {
      media: { video_id: 1, stream: { h265: [{ master_url: 'http://x.xhscdn.com/a.m4s' }] } },
    },
  },
};

export const found: NoteSighting = {
  noteId: NOTE,
  fields: {
    type: 'normal',
    title: '周末做面包',
    author: noteAuthor,
    publishedAt: 1_788_000_000_000,
    editedAt: 1_788_000_600_000,
    mentions: [{ id: { kind: 'site', value: READER }, nickname: '路人' }],
    cover: { width: 3, height: 4, url: `${SHOWN}?w/1440`, previewUrl: `${SHOWN}?w/576` },
  },
  counts: { likes: exact(3_088), collects: exact(747), comments: exact(1_109), shares: exact(87) },
  token: { xsecToken: 'ABinvented=' },
};

export const agentItem = { model_type: 'search_agent', mix_track_id: 'DQA' };

/** An entry of a topic's list: the H5 twin's keys, times in ms. */
export const topicEntry = {
  id: NOTE,
  type: 'normal',
  title: '周末做面包',
  likes: 9,
  collected_count: 2,
  create_time: 1_788_000_000_000,
  cursor_score: '1788000000.12',
  user: { userid: AUTHOR, nickname: '面包师', images: AVATAR },
};

export const topicNote: NoteSighting = {
  noteId: NOTE,
  fields: {
    type: 'normal',
    title: '周末做面包',
    author: { id: noteAuthor.id, nickname: '面包师', avatarUrl: AVATAR },
    publishedAt: 1_788_000_000_000,
  },
  counts: { likes: exact(9), collects: exact(2) },
};
