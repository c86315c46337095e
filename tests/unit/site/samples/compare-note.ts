import type { CommentSighting } from '../../../../src/model/comment';
import type { NoteSighting } from '../../../../src/model/note';
import {
  expectCount,
  expectImages,
  expectSame,
  expectPerson,
  orAbsent,
  overHttps,
  pick,
  pickList,
} from './compare';

function expectVideo(note: NoteSighting, raw: unknown, place: string): void {
  const video = pick(raw, 'video');
  if (video === undefined) {
    expectSame(note.fields.video, null, place);
    return;
  }
  const streams = ['h264', 'h265', 'h266', 'av1'].flatMap((codec) =>
    pickList(video, 'media', 'stream', codec).map((stream) => ({
      codec,
      url: overHttps(pick(stream, 'masterUrl')),
      backupUrls: pickList(stream, 'backupUrls').map(overHttps),
      width: pick(stream, 'width'),
      height: pick(stream, 'height'),
      bitrate: pick(stream, 'avgBitrate'),
      sizeBytes: pick(stream, 'size'),
      streamType: pick(stream, 'streamType'),
    })),
  );
  expectSame(note.fields.video?.streams, streams, place);
  expectSame(note.fields.video?.durationSeconds, pick(video, 'capa', 'duration'), place);
  expectSame(note.fields.video?.originVideoKey, orAbsent(pick(video, 'consumer', 'originVideoKey')), place);
  // A double has lost its last digits: both stand for the same one.
  expectSame(Number(note.fields.video?.videoId), pick(video, 'media', 'videoId'), place);
}

/** A note in full: every field of the model against the raw object. */
export function expectNote(note: NoteSighting | undefined, raw: unknown, place: string): void {
  expectSame(note === undefined, false, place);
  if (!note) return;
  const { fields } = note;
  expectSame(
    {
      noteId: note.noteId,
      type: fields.type,
      title: fields.title,
      text: fields.text,
      publishedAt: fields.publishedAt,
      editedAt: fields.editedAt,
      place: fields.place,
      topics: fields.topics,
      standing: fields.standing,
    },
    {
      noteId: pick(raw, 'noteId'),
      type: pick(raw, 'type'),
      title: pick(raw, 'title'),
      text: pick(raw, 'desc'),
      publishedAt: pick(raw, 'time'),
      editedAt: pick(raw, 'lastUpdateTime'),
      place: pick(raw, 'ipLocation'),
      topics: pickList(raw, 'tagList').map((tag) => ({
        id: pick(tag, 'id'),
        name: pick(tag, 'name'),
        kind: pick(tag, 'type'),
      })),
      standing: 'public',
    },
    place,
  );
  expectPerson(fields.author, pick(raw, 'user'), `${place} author`);
  expectImages(fields.images, pickList(raw, 'imageList'), `${place} images`);
  expectVideo(note, raw, `${place} video`);
  const mentions = pickList(raw, 'atUserList');
  expectSame(fields.mentions?.length, mentions.length, place);
  mentions.forEach((person, index) => expectPerson(fields.mentions?.[index], person, `${place} mention`));
  expectInteraction(note, raw, place);
}

/** Counts and what the viewer did, of a note or a card. */
export function expectInteraction(note: NoteSighting, raw: unknown, place: string): void {
  const shares = pick(raw, 'interactInfo', 'shareCount') ?? pick(raw, 'interactInfo', 'sharedCount');
  expectCount(note.counts.likes, pick(raw, 'interactInfo', 'likedCount'), `${place} likes`);
  expectCount(note.counts.collects, pick(raw, 'interactInfo', 'collectedCount'), `${place} collects`);
  expectCount(note.counts.comments, pick(raw, 'interactInfo', 'commentCount'), `${place} comments`);
  expectCount(note.counts.shares, shares, `${place} shares`);
  expectSame(note.viewer?.liked, pick(raw, 'interactInfo', 'liked'), place);
  expectSame(note.viewer?.collected, pick(raw, 'interactInfo', 'collected'), place);
  expectSame(note.viewer?.followed, pick(raw, 'interactInfo', 'followed'), place);
}

/** A comment or reply: every field of the model against the raw object; `rootId` for a reply. */
export function expectComment(comment: CommentSighting, raw: unknown, rootId?: string): void {
  const place = rootId === undefined ? 'comment' : 'reply';
  const tags = pickList(raw, 'showTags');
  expectSame(
    {
      commentId: comment.commentId,
      noteId: comment.noteId,
      rootCommentId: comment.rootCommentId,
      content: comment.content,
      createdAt: comment.createdAt,
      place: comment.place,
      status: comment.status,
      byNoteAuthor: comment.byNoteAuthor,
      replyToId: comment.replyTo?.commentId,
    },
    {
      commentId: pick(raw, 'id'),
      noteId: pick(raw, 'noteId'),
      rootCommentId: rootId,
      content: pick(raw, 'content'),
      createdAt: pick(raw, 'createTime'),
      place: pick(raw, 'ipLocation'),
      status: pick(raw, 'status'),
      byNoteAuthor: tags.includes('is_author'),
      replyToId: pick(raw, 'targetComment', 'id'),
    },
    place,
  );
  expectPerson(comment.author, pick(raw, 'userInfo'), `${place} author`);
  if (comment.replyTo)
    expectPerson(comment.replyTo.author, pick(raw, 'targetComment', 'userInfo'), `${place} target`);
  expectCount(comment.likes, pick(raw, 'likeCount'), `${place} likes`);
  expectCount(comment.replyCount, pick(raw, 'subCommentCount'), `${place} replies`);
  const pictures = pick(raw, 'pictures');
  if (pictures === undefined) expectSame(comment.pictures, undefined, place);
  else expectImages(comment.pictures, pictures as readonly unknown[], `${place} pictures`);
  const mentions = pickList(raw, 'atUsers');
  expectSame(comment.mentions?.length, mentions.length, place);
  mentions.forEach((person, index) => expectPerson(comment.mentions?.[index], person, `${place} mention`));
}

/** Comments in the raw order, embedded replies behind their root. */
export function expectThreads(comments: readonly CommentSighting[], raws: readonly unknown[]): void {
  const flat = raws.flatMap((raw) => [
    { raw, rootId: undefined },
    ...pickList(raw, 'subComments').map((reply) => ({ raw: reply, rootId: pick(raw, 'id') as string })),
  ]);
  expectSame(
    comments.map((comment) => comment.commentId),
    flat.map(({ raw }) => pick(raw, 'id')),
    'comment ids',
  );
  flat.forEach(({ raw, rootId }, index) => {
    const comment = comments[index];
    if (comment) expectComment(comment, raw, rootId);
  });
}
