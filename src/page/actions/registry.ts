import type { ActionName } from '../../model/actions/action.catalog';
import { comment } from './comments/comment';
import { deleteOwnComment } from './comments/delete-own-comment';
import { likeComment } from './comments/like-comment';
import { reply } from './comments/reply';
import { unlikeComment } from './comments/unlike-comment';
import type { PageAction } from './define-action';
import { favorite } from './note/favorite';
import { like } from './note/like';
import { unfavorite } from './note/unfavorite';
import { unlike } from './note/unlike';

/** Every action by its name. */
export const pageActions: Readonly<Record<ActionName, PageAction>> = {
  like,
  unlike,
  favorite,
  unfavorite,
  comment,
  reply,
  'like-comment': likeComment,
  'unlike-comment': unlikeComment,
  'delete-own-comment': deleteOwnComment,
};
