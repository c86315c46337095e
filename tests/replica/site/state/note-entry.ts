import type { PageContext } from '../../page-contract';
import { toImageBody, toVideoBody } from '../../server/bodies/media';
import type { WorldNote } from '../../world/types';
import type { StateObject } from './serialize-state';
import { toCamelKeys } from './to-camel-keys';

/** `{userId, nickname, avatar, xsecToken}` with a token of its own. */
export function toUserEntry(
  author: WorldNote['author'],
  context: PageContext,
  source = 'pc_note',
): StateObject {
  return {
    userId: author.userId,
    nickname: author.nickname,
    avatar: author.avatarUrl,
    xsecToken: context.issueToken(author.userId, source),
  };
}

/** About one server-rendered note in a hundred carried its place (2025-12); here it is one in sixteen. */
function showsPlaceInState(noteId: string): boolean {
  return noteId.endsWith('0');
}

/** `noteDetailMap[id].note` (server-rendered pages, 2025-12): all counts are texts, pictures have no `url` of their own. */
export function toNoteEntry(note: WorldNote, context: PageContext, source: string): StateObject {
  const { viewer } = context;
  return {
    xsecToken: context.issueToken(note.noteId, source),
    type: note.type,
    title: note.title,
    desc: note.desc,
    time: note.time,
    ...(note.ipLocation !== undefined && showsPlaceInState(note.noteId)
      ? { ipLocation: note.ipLocation }
      : {}),
    shareInfo: { unShare: false },
    noteId: note.noteId,
    user: toUserEntry(note.author, context),
    interactInfo: {
      liked: viewer.hasLiked(note.noteId),
      likedCount: viewer.countText(context.likesOf(note)),
      collected: viewer.hasCollected(note.noteId),
      collectedCount: viewer.countText(context.collectsOf(note)),
      commentCount: viewer.countText(note.commentCount),
      shareCount: viewer.countText(note.shareCount),
      followed: viewer.follows(note.author.userId),
      relation: viewer.follows(note.author.userId) ? 'follows' : 'none',
    },
    imageList: note.images.map((image) => toCamelKeys(toImageBody(image))),
    tagList: note.tags.map((tag) => ({ id: tag.id, name: tag.name, type: tag.type })),
    atUserList: note.mentions.map((author) => ({
      userId: author.userId,
      nickname: author.nickname,
      xsecToken: context.issueToken(author.userId, 'pc_note'),
    })),
    lastUpdateTime: note.lastUpdateTime,
    ...(note.video ? { video: toCamelKeys(toVideoBody(note.video)) } : {}),
  };
}

/** An entry of `noteDetailMap` before any comment was loaded: in server-rendered pages the list is always empty. */
export function toDetailEntry(note: StateObject, currentTime: number): StateObject {
  return {
    comments: { list: [], cursor: '', hasMore: true, loading: false, firstRequestFinish: false },
    currentTime,
    note,
  };
}
