import type { WorldAuthor } from '../../world/types';
import type { SiteState } from '../site-state';

/** Every user object carries a token for the profile link (saved note pages, 2025-12). */
export function toUserBody(state: SiteState, author: WorldAuthor) {
  return {
    user_id: author.userId,
    nickname: author.nickname,
    avatar: author.avatarUrl,
    xsec_token: state.tokenOfUser(author.userId),
  };
}

/** In comments the picture's key is `image` (saved comment bodies, 2024-06). */
export function toCommentUserBody(state: SiteState, author: WorldAuthor) {
  return {
    user_id: author.userId,
    nickname: author.nickname,
    image: author.avatarUrl,
    xsec_token: state.tokenOfUser(author.userId),
  };
}

/** On cards both spellings of the name stand side by side (saved homefeed body, 2025-05). */
export function toCardUserBody(state: SiteState, author: WorldAuthor) {
  return { ...toUserBody(state, author), nick_name: author.nickname };
}

export function toMentionBody(state: SiteState, author: WorldAuthor) {
  return { user_id: author.userId, nickname: author.nickname, xsec_token: state.tokenOfUser(author.userId) };
}
