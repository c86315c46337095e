import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { parseCount } from '../values/counts';
import { mapPeople, mapPerson, personShape } from '../rows/person-row';
import { countShape, idShape, textShape, timeShape } from '../rows/read-shape';
import { parseTimestamp } from '../values/times';
import { defineEndpoint, findText } from './define-endpoint';

/** Only `id` and `note_id` are known of the new comment for certain (public tools, 2024 to 2026). */
const newCommentShape = z.object({
  id: idShape,
  noteId: idShape,
  content: textShape,
  createTime: z.nullish(timeShape),
  ipLocation: textShape,
  likeCount: countShape,
  userInfo: z.nullish(personShape),
  atUsers: z.nullish(z.array(personShape)),
});

/**
 * POST v1/comment/post: the viewer's own new comment. An answer to another comment is left to the page's next list:
 * the call names the comment that is answered, not the thread in which it stands.
 */
export const commentPost = defineEndpoint({
  id: 'comment-post',
  kind: 'action',
  path: /^v\d\/comment\/post$/,
  findNoteId: (asked) => findText(asked, 'noteId'),
  shape: z.object({ comment: newCommentShape }),
  map: ({ comment }, asked) => {
    const wanted = findText(asked, 'noteId');
    if (wanted !== undefined && comment.noteId !== wanted) return { sightings: {}, dropped: [comment.id] };
    if (wanted === undefined || findText(asked, 'targetCommentId') !== undefined) return { sightings: {} };
    const sighting = omitUndefined({
      commentId: comment.id,
      noteId: comment.noteId,
      author: mapPerson(comment.userInfo),
      content: comment.content ?? findText(asked, 'content'),
      createdAt: parseTimestamp(comment.createTime, 'ms'),
      place: comment.ipLocation || undefined,
      likes: parseCount(comment.likeCount),
      mentions: comment.atUsers ? mapPeople(comment.atUsers) : undefined,
    });
    const { noteId } = comment;
    return {
      sightings: { comments: { noteId, level: 'top', comments: [sighting], threads: {}, whole: false } },
    };
  },
});
