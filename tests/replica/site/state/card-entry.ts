import type { PageContext } from '../../page-contract';
import { toCoverBody } from '../../server/bodies/media';
import type { WorldNote } from '../../world/types';
import { toUserEntry } from './note-entry';
import type { StateObject } from './serialize-state';
import { toCamelKeys } from './to-camel-keys';

function toNoteCard(note: WorldNote, context: PageContext): StateObject {
  const image = note.images[0];
  return {
    type: note.type,
    ...(note.title === '' ? {} : { displayTitle: note.title }),
    user: { ...toUserEntry(note.author, context, 'pc_feed'), nickName: note.author.nickname },
    interactInfo: {
      liked: context.viewer.hasLiked(note.noteId),
      likedCount: context.viewer.countText(context.likesOf(note)),
    },
    cover: image ? toCamelKeys(toCoverBody(image)) : {},
    ...(note.video ? { video: { capa: { duration: note.video.durationSeconds } } } : {}),
  };
}

/** An entry of `feed.feeds` (server-rendered explore page, 2024-11). */
export function toFeedEntry(note: WorldNote, index: number, context: PageContext): StateObject {
  return {
    trackId: `replica@${index}`,
    ignore: false,
    xsecToken: context.issueToken(note.noteId, 'pc_feed'),
    id: note.noteId,
    modelType: 'note',
    noteCard: toNoteCard(note, context),
    index,
    exposed: false,
    ssrRendered: true,
  };
}

/** An entry of `user.notes[tab]`: the card repeats id and token, and has no time (rendered profile page, 2026-05). */
export function toProfileEntry(
  note: WorldNote,
  index: number,
  context: PageContext,
  source: string,
): StateObject {
  const token = context.issueToken(note.noteId, source);
  const card = toNoteCard(note, context);
  return {
    id: note.noteId,
    xsecToken: token,
    index,
    exposed: false,
    ssrRendered: true,
    noteCard: {
      ...card,
      noteId: note.noteId,
      xsecToken: token,
      interactInfo: {
        liked: context.viewer.hasLiked(note.noteId),
        likedCount: context.viewer.countText(context.likesOf(note)),
        sticky: false,
      },
    },
  };
}
