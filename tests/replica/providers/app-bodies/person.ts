import type { WorldAuthor } from '../../world/types';

/** The author of a comment; `current_user` is text (real bodies, 2026-02 and 2026-08). */
export function toCommentPerson(author: WorldAuthor, userId: string) {
  return {
    userid: userId,
    nickname: author.nickname,
    images: author.avatarUrl,
    red_id: author.redId,
    level: { image: '' },
    additional_tags: {},
    ai_agent: false,
    current_user: 'false',
  };
}

/** The author of a note in its detail: here the picture is `image` (real bodies, 2026-08). */
export function toNotePerson(author: WorldAuthor) {
  return {
    userid: author.userId,
    id: author.userId,
    nickname: author.nickname,
    name: author.nickname,
    red_id: author.redId,
    image: author.avatarUrl,
    followed: false,
    fstatus: 'none',
    level: { image: '' },
    red_official_verified: false,
    red_official_verify_type: 0,
    show_red_official_verify_icon: false,
    track_duration: 0,
  };
}

/** The author of a found note: here it is `images` (real body, 2026-08). */
export function toFoundPerson(author: WorldAuthor) {
  return {
    userid: author.userId,
    nickname: author.nickname,
    red_id: author.redId,
    images: author.avatarUrl,
    followed: false,
    red_official_verified: false,
    red_official_verify_type: 0,
    show_red_official_verify_icon: false,
    track_duration: 0,
  };
}
