import { mergePersons } from './merge-person';
import { mergeCounts } from '../values/count';
import type { Comment, CommentSighting } from '../comment';
import type { Observation } from '../values/observation';

/**
 * The comment with what one source told of it. A comment is seen as a whole, so one observation stands for all of
 * it: what the newer sighting says wins, what it does not say stays. Seen again, a comment is not gone.
 */
export function mergeComment(
  older: Comment | undefined,
  sighting: CommentSighting,
  observation: Observation,
): Comment {
  if (!older) return { ...withoutUnknown(sighting), observed: observation, firstSeenAt: observation.at };
  const isNewer = observation.at >= older.observed.at;
  const { observed, firstSeenAt, goneAt, ...known } = older;
  const first = isNewer ? withoutUnknown(sighting) : withoutUnknown(known);
  const second = isNewer ? withoutUnknown(known) : withoutUnknown(sighting);
  const author = mergePersons(second.author, first.author);
  const likes = mergeCounts(second.likes, first.likes);
  const replyCount = mergeCounts(second.replyCount, first.replyCount);
  const replyTo = mergeTargets(second.replyTo, first.replyTo);
  const stillGone = goneAt !== undefined && goneAt > observation.at;
  return {
    ...second,
    ...first,
    ...(author ? { author } : {}),
    ...(likes ? { likes } : {}),
    ...(replyCount ? { replyCount } : {}),
    ...(replyTo ? { replyTo } : {}),
    // A comment stays what it is and where it is, whatever a later source says.
    noteId: older.noteId,
    commentId: older.commentId,
    observed: isNewer ? observation : observed,
    firstSeenAt: Math.min(firstSeenAt, observation.at),
    ...(stillGone ? { goneAt } : {}),
  };
}

function mergeTargets(older: Comment['replyTo'], newer: Comment['replyTo']): Comment['replyTo'] {
  if (!older || !newer) return newer ?? older;
  if (older.commentId !== undefined && newer.commentId !== undefined && older.commentId !== newer.commentId) {
    return newer;
  }
  const commentId = newer.commentId ?? older.commentId;
  const author = mergePersons(older.author, newer.author);
  return { ...(commentId === undefined ? {} : { commentId }), ...(author ? { author } : {}) };
}

function withoutUnknown<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value;
}
