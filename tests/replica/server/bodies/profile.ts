import type { Viewer } from '../../page-contract';
import type { WorldAuthor } from '../../world/types';

/** `v2/user/me`: the visitor (hydrated profile state, 2024-11; site client code, 2026-05). */
export function toMeBody(viewer: Viewer) {
  const { author } = viewer;
  if (author === undefined) return { guest: true, user_id: viewer.userId };
  return {
    guest: false,
    user_id: author.userId,
    red_id: author.redId,
    nickname: author.nickname,
    desc: author.desc,
    gender: author.gender,
    images: author.avatarUrl,
    imageb: author.avatarUrl.replace('/w/120/', '/w/540/'),
  };
}

/** `v1/user/selfinfo` and `otherinfo`; `tagType` stays in camel case here too (saved body, 2023). */
export function toProfileBody(viewer: Viewer, author: WorldAuthor) {
  const place = author.ipLocation;
  return {
    basic_info: {
      nickname: author.nickname,
      images: author.avatarUrl,
      imageb: author.avatarUrl.replace('/w/120/', '/w/540/'),
      red_id: author.redId,
      gender: author.gender,
      ip_location: place ?? '',
      desc: author.desc,
    },
    interactions: [
      { type: 'follows', name: '关注', count: viewer.countText(author.follows) },
      { type: 'fans', name: '粉丝', count: viewer.countText(author.fans) },
      { type: 'interaction', name: '获赞与收藏', count: viewer.countText(author.likedAndCollected) },
    ],
    tags: [
      {
        icon: `https://picasso-static.xiaohongshu.com/fe-platform/${'0'.repeat(39)}${author.gender}.png`,
        name: '29岁',
        tagType: 'info',
      },
      ...(place === undefined ? [] : [{ name: place, tagType: 'location' }]),
    ],
    tab_public: {
      collection: false,
      collection_note: { display: false, lock: true, count: 0 },
      collection_board: { display: false, lock: true, count: 0 },
    },
    extra_info: { fstatus: viewer.follows(author.userId) ? 'follows' : 'none', block_type: 'DEFAULT' },
    result: { success: true, code: 0, message: 'success' },
  };
}
