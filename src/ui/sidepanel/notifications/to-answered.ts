import { omitUndefined } from '../../../lib/omit-undefined';
import type { StoredNotification } from '../../../model/records';
import type { AnsweredComment } from '../../replies/reply-box';
import type { Ports } from '../../shell/ports';

/**
 * The comment of a message as it is answered: as it is stored, else as the message tells it, in the thread of the comment
 * that it answers. `undefined`: the message names none. What cannot be read now is taken from the message.
 */
export async function toAnswered(
  readers: Pick<Ports['readers'], 'findCommentsByKey'>,
  { noteId, commentId, targetCommentId, from, content }: StoredNotification,
): Promise<AnsweredComment | undefined> {
  if (noteId === undefined || commentId === undefined) return undefined;
  const ids = [commentId, ...(targetCommentId === undefined ? [] : [targetCommentId])];
  const keys = ids.map((id) => [noteId, id] as const);
  const [comment, answered] = await readers.findCommentsByKey(keys).catch(() => []);
  const told = { noteId, commentId, ...omitUndefined({ author: from, content }) };
  if (comment) return { ...told, ...comment };
  const rootCommentId = answered?.rootCommentId ?? targetCommentId;
  return { ...told, ...omitUndefined({ rootCommentId }) };
}
