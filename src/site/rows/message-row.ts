import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { NotificationSighting } from '../sightings';
import { parseTimestamp } from '../values/times';
import { mapPerson, personShape } from './person-row';
import { ID_PATTERN, textShape, timeShape } from './read-shape';

/** A message of the notification page (calls of 2023; new followers have `user` where the others have `user_info`). */
export const messageShape = z.object({
  id: z.string(),
  type: z.string(),
  title: textShape,
  time: z.nullish(timeShape),
  userInfo: z.nullish(personShape),
  user: z.nullish(personShape),
  itemInfo: z.nullish(z.object({ id: textShape, type: textShape })),
  commentInfo: z.nullish(
    z.object({
      id: textShape,
      content: textShape,
      targetComment: z.nullish(z.object({ id: textShape })),
    }),
  ),
});

const findId = (id: string | null | undefined) => (id && ID_PATTERN.test(id) ? id : undefined);

/** Times of messages are in seconds. An item is a note when it says so (`note_info`). */
export function mapMessage(row: z.infer<typeof messageShape>): NotificationSighting {
  const person = mapPerson(row.userInfo ?? row.user);
  const from =
    person && omitUndefined({ id: person.id, nickname: person.nickname, avatarUrl: person.avatarUrl });
  return omitUndefined({
    id: row.id,
    type: row.type,
    title: row.title ?? undefined,
    at: parseTimestamp(row.time, 's'),
    from,
    noteId: row.itemInfo?.type === 'note_info' ? findId(row.itemInfo.id) : undefined,
    commentId: findId(row.commentInfo?.id),
    content: row.commentInfo?.content ?? undefined,
    targetCommentId: findId(row.commentInfo?.targetComment?.id),
  });
}
