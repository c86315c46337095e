import type { CommentSighting } from '../../../../src/model/comment';
import type { NoteSighting } from '../../../../src/model/note';
import { expectCount, expectSame, orAbsent, pick, pickList } from '../../site/samples/compare';
import { topicPageOf } from './fill-redacted';

/** As a browser is given it: https, and a format that it shows. */
export const shown = (url: unknown): unknown =>
  typeof url === 'string' && url !== ''
    ? url.replace(/^http:/, 'https:').replaceAll('/format/heif', '/format/jpg')
    : undefined;

/** Streams are given as they are. */
const overHttps = (url: unknown): unknown =>
  typeof url === 'string' ? url.replace(/^http:/, 'https:') : undefined;

const inMs = (seconds: unknown): unknown =>
  typeof seconds === 'number' && seconds > 0 ? seconds * 1_000 : undefined;

export const isSiteId = (id: unknown): boolean => typeof id === 'string' && /^[0-9a-f]{24}$/.test(id);

/** A person wherever the app's API names one. */
function toPerson(raw: unknown): unknown {
  const id = pick(raw, 'userid') ?? pick(raw, 'user_id');
  if (id === undefined) return undefined;
  return {
    id: { kind: isSiteId(id) ? 'site' : 'masked', value: id },
    nickname: orAbsent(pick(raw, 'nickname')),
    avatarUrl: shown(pick(raw, 'images') ?? pick(raw, 'image')),
    redId: pick(raw, 'red_id'),
  };
}

function toPicture(raw: unknown): unknown {
  const url = shown(pick(raw, 'url_size_large')) ?? shown(pick(raw, 'url'));
  const preview = shown(pick(raw, 'url'));
  return {
    width: pick(raw, 'width'),
    height: pick(raw, 'height'),
    url,
    previewUrl: preview === url ? undefined : preview,
    originUrl: shown(pick(raw, 'original')),
  };
}

function toVideo(raw: unknown): unknown {
  const video = pick(raw, 'video_info_v2');
  if (pick(raw, 'type') === 'normal') return null;
  if (video === undefined) return undefined;
  const streams = ['h264', 'h265', 'h266', 'av1'].flatMap((codec) =>
    pickList(video, 'media', 'stream', codec).map((stream) => ({
      codec,
      url: overHttps(pick(stream, 'master_url')),
      backupUrls: pickList(stream, 'backup_urls').map(overHttps),
      width: pick(stream, 'width'),
      height: pick(stream, 'height'),
      bitrate: pick(stream, 'avg_bitrate'),
      sizeBytes: pick(stream, 'size'),
      streamType: pick(stream, 'stream_type'),
    })),
  );
  const subtitles = pick(video, 'media', 'video', 'subtitles');
  return {
    videoId: pick(video, 'media', 'video_id'),
    durationSeconds: pick(video, 'capa', 'duration'),
    streams,
    subtitles:
      subtitles &&
      Object.values(subtitles as object)
        .flat()
        .map((row: unknown) => ({ language: pick(row, 'language'), url: overHttps(pick(row, 'url')) })),
  };
}

const toTopics = (raw: unknown): unknown =>
  pickList(raw, 'hash_tag').map((tag) => ({
    id: pick(tag, 'id'),
    name: pick(tag, 'name'),
    pageId: topicPageOf(tag),
    kind: pick(tag, 'type'),
  }));

const toTitle = (raw: unknown) => (pick(raw, 'title') as string | undefined)?.replace(/<\/?em>/g, '');

/** What a list tells of a note, and what the note in full tells. Every field of the model, against the raw row. */
export function expectAppNote(note: NoteSighting | undefined, raw: unknown, as: 'card' | 'full'): void {
  const { fields, counts, token, noteId, viewer } = note ?? { fields: {}, counts: {} };
  const mentions = pick(raw, 'at_user_list') as readonly unknown[] | undefined;
  const images = pickList(raw, 'images_list').map(toPicture);
  const common = {
    type: pick(raw, 'type'),
    title: toTitle(raw),
    author: toPerson(pick(raw, 'user')),
    publishedAt: inMs(pick(raw, 'time') ?? pick(raw, 'timestamp') ?? pick(raw, 'create_time')),
    editedAt: inMs(pick(raw, 'last_update_time')),
    place: pick(raw, 'ip_location'),
    mentions: mentions?.map(toPerson),
  };
  const full = { text: pick(raw, 'desc'), images, video: toVideo(raw), topics: toTopics(raw) };
  expectSame(noteId, pick(raw, 'id'), 'id');
  expectSame(fields, { ...common, ...(as === 'full' ? full : { cover: images[0] }) }, 'note');
  expectSame(viewer, undefined, 'viewer');
  const link = pick(raw, 'share_info', 'link');
  const own = pick(raw, 'xsec_token');
  const shared = link && { xsecToken: `${String(pick(raw, 'id'))}=`, xsecSource: 'app_share' };
  expectSame(token, shared || (own && { xsecToken: own }), 'token');
  expectCount(counts.likes, pick(raw, 'liked_count') ?? pick(raw, 'likes'), 'likes');
  expectCount(counts.collects, pick(raw, 'collected_count'), 'collects');
  expectCount(counts.comments, pick(raw, 'comments_count'), 'comments');
  expectCount(counts.shares, pick(raw, 'shared_count') ?? pick(raw, 'share_count'), 'shares');
  expectSame(counts.views, undefined, 'views: 0 in every real body');
}

function expectComment(comment: CommentSighting, raw: unknown, more: object): void {
  const tags = pickList(raw, 'show_tags_v2').map((tag) => pick(tag, 'type'));
  const target = pick(raw, 'target_comment');
  const { likes, replyCount, ...fields } = comment;
  const pictures = pick(raw, 'pictures') as readonly unknown[] | undefined;
  expectSame(
    fields,
    {
      commentId: pick(raw, 'id'),
      noteId: pick(raw, 'note_id'),
      author: toPerson(pick(raw, 'user')),
      content: pick(raw, 'content'),
      createdAt: inMs(pick(raw, 'time')),
      place: pick(raw, 'ip_location'),
      byNoteAuthor: tags.includes('is_author'),
      pinned: tags.includes('user_top') || undefined,
      likedByNoteAuthor: tags.includes('author_liked') || undefined,
      hidden: pick(raw, 'hidden'),
      byMachine: pick(raw, 'user', 'ai_agent'),
      pictures: pictures?.map((picture) => ({
        width: pick(picture, 'width'),
        height: pick(picture, 'height'),
        url: shown(pick(picture, 'url')),
        originUrl: shown(pick(picture, 'origin_url')),
      })),
      mentions: pickList(raw, 'at_users').map(toPerson),
      status: pick(raw, 'status'),
      replyTo: target && { commentId: pick(target, 'id'), author: toPerson(pick(target, 'user')) },
      ...more,
    },
    'comment',
  );
  expectCount(likes, pick(raw, 'like_count'), 'likes');
  expectCount(replyCount, pick(raw, 'sub_comment_count'), 'replies');
}

/** Comments in the raw order, embedded replies behind their root; `rootId` for a page of replies. */
export function expectAppComments(
  comments: readonly CommentSighting[],
  raws: readonly unknown[],
  asked: { readonly rootId?: string; readonly folded?: boolean },
): void {
  const { rootId, folded } = asked;
  const flat = raws.flatMap((raw) => [
    { raw, rootCommentId: rootId },
    ...pickList(raw, 'sub_comments').map((reply) => ({ raw: reply, rootCommentId: pick(raw, 'id') })),
  ]);
  expectSame(
    comments.map((comment) => comment.commentId),
    flat.map(({ raw }) => pick(raw, 'id')),
    'ids',
  );
  flat.forEach(({ raw, rootCommentId }, index) => {
    const comment = comments[index];
    if (comment) expectComment(comment, raw, { rootCommentId, folded });
  });
}
