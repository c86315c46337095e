import type { PageContext } from '../../page-contract';
import type { WorldImage, WorldNote, WorldVideo } from '../../world/types';
import type { StateObject, StateValue } from './serialize-state';

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

function toImageEntry(image: WorldImage): StateObject {
  const live = image.livePhotoUrl;
  return {
    urlPre: image.urlPre,
    urlDefault: image.urlDefault,
    stream:
      live === undefined
        ? {}
        : { h264: [{ masterUrl: live, backupUrls: [live] }], h265: [], h266: [], av1: [] },
    fileId: '',
    height: image.height,
    width: image.width,
    infoList: [
      { imageScene: 'WB_PRV', url: image.urlPre },
      { imageScene: 'WB_DFT', url: image.urlDefault },
    ],
    url: '',
    traceId: '',
    livePhoto: live !== undefined,
  };
}

function toStreams(video: WorldVideo, codec: 'h264' | 'h265' | 'av1'): StateValue[] {
  return video.streams
    .filter((stream) => stream.codec === codec)
    .map((stream, index) => ({
      masterUrl: stream.masterUrl,
      backupUrls: stream.backupUrls,
      width: stream.width,
      height: stream.height,
      duration: video.durationSeconds * 1000,
      size: stream.size,
      fps: 30,
      format: 'mp4',
      videoCodec: codec === 'h265' ? 'hevc' : codec,
      audioCodec: 'aac',
      avgBitrate: stream.avgBitrate,
      streamType: stream.streamType,
      qualityType: 'HD',
      defaultStream: index === 0 ? 1 : 0,
      weight: 62,
      rotate: 0,
      hdrType: 0,
    }));
}

/** `note.video`; `videoId` is above 2^53 (server-rendered pages, 2025-12). */
function toVideoEntry(video: WorldVideo): StateObject {
  const streams: StateObject = {
    h264: toStreams(video, 'h264'),
    h265: toStreams(video, 'h265'),
    h266: [],
    av1: toStreams(video, 'av1'),
  };
  return {
    capa: { duration: video.durationSeconds },
    image: { thumbnailFileid: `frame/110/0/${video.videoId}` },
    ...(video.originVideoKey === undefined ? {} : { consumer: { originVideoKey: video.originVideoKey } }),
    media: {
      videoId: BigInt(video.videoId),
      video: {
        duration: video.durationSeconds,
        md5: video.videoId.padStart(32, '0'),
        bizName: 110,
        bizId: video.videoId,
        hdrType: 0,
        drmType: 0,
        streamTypes: video.streams.map((stream) => stream.streamType),
      },
      stream: streams,
    },
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
    imageList: note.images.map(toImageEntry),
    tagList: note.tags.map((tag) => ({ id: tag.id, name: tag.name, type: tag.type })),
    atUserList: note.mentions.map((author) => ({
      userId: author.userId,
      nickname: author.nickname,
      xsecToken: context.issueToken(author.userId, 'pc_note'),
    })),
    lastUpdateTime: note.lastUpdateTime,
    ...(note.video ? { video: toVideoEntry(note.video) } : {}),
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
