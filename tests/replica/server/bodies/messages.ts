import type { Viewer } from '../../page-contract';
import type { WorldAuthor, WorldComment, WorldNote } from '../../world/types';

/** Something that happened to the visitor. Times here are in seconds (saved bodies, 2023). */
interface Happening {
  readonly id: string;
  readonly person: WorldAuthor;
  readonly note: WorldNote;
  readonly time: number;
}

const NORMAL = { status: 0, desc: '', illegal_status: 'NORMAL' } as const;

function toPerson(person: WorldAuthor) {
  return {
    userid: person.userId,
    nickname: person.nickname,
    image: person.avatarUrl,
    red_official_verify_type: 0,
  };
}

function toItem(note: WorldNote) {
  const image = note.images[0];
  const url = image?.urlDefault ?? '';
  return {
    user_info: toPerson(note.author),
    status: 0,
    type: 'note_info',
    id: note.noteId,
    image: url,
    image_info: { width: image?.width ?? 0, height: image?.height ?? 0, url },
    illegal_info: NORMAL,
    link: `xhsdiscover://item/discovery.${note.noteId}?type=${note.type}&sourceID=notifications&feedType=single`,
  };
}

function toHead(happening: Happening) {
  return {
    id: happening.id,
    score: Number(happening.id),
    time: Math.floor(happening.time / 1000),
    time_flag: 0,
    liked: false,
  };
}

/** `you/mentions`: somebody commented on a note of the visitor, or answered them. */
export function toMentionMessage(happening: Happening, comment: WorldComment, viewer: Viewer) {
  const isReply = comment.targetCommentId !== undefined;
  return {
    ...toHead(happening),
    type: isReply ? 'comment/comment' : 'comment/item',
    title: isReply ? '回复了你的评论' : '评论了你的笔记',
    track_type: isReply ? '26' : '7',
    user_info: { ...toPerson(happening.person), indicator: '' },
    item_info: toItem(happening.note),
    comment_info: {
      id: comment.id,
      content: comment.content,
      status: comment.status,
      liked: viewer.hasLikedComment(comment.id),
      like_count: comment.likeCount,
      illegal_info: NORMAL,
      ...(isReply && comment.targetAuthor !== undefined
        ? {
            target_comment: {
              id: comment.targetCommentId,
              content: '',
              illegal_info: { status: 2, desc: '该评论已删除', illegal_status: 'HIGH_YOURSELF' },
              user_info: toPerson(comment.targetAuthor),
              status: 0,
              liked: false,
              like_count: 0,
            },
          }
        : {}),
    },
  };
}

export function toLikeMessage(happening: Happening, kind: 'liked/item' | 'faved/item') {
  return {
    ...toHead(happening),
    type: kind,
    title: kind === 'liked/item' ? '赞了你的笔记' : '收藏了你的笔记',
    track_type: '6',
    user_info: { ...toPerson(happening.person), fstatus: 'none' },
    item_info: toItem(happening.note),
  };
}

/** Here the person stands under `user`, with `images` (saved body, 2023). */
export function toConnectionMessage(happening: Omit<Happening, 'note'>) {
  const { person } = happening;
  return {
    user: {
      userid: person.userId,
      nickname: person.nickname,
      images: person.avatarUrl,
      fstatus: 'none',
      red_official_verify_type: 0,
    },
    id: happening.id,
    score: Number(happening.id),
    time: Math.floor(happening.time / 1000),
    type: 'follow/you',
    title: '开始关注你了',
    track_type: '1',
  };
}
