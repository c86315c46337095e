import { ACTION_TRAITS } from '../../model/actions/action.catalog';
import type { ActionOrder, ActionOutcome, ActionRefusal } from '../../model/actions/page-action';
import type { PageAction, Scene } from './define-action';
import { isShown } from './find-note-root';
import { findScene } from './steps/find-scene';
import type { Hands } from './steps/hands';
import { searchComments } from './steps/search-comments';

const NOT_DONE: ActionRefusal = { is: 'refused', code: 'not-done' };

/**
 * Looks whether something that was sent without an answer has happened, and touches nothing but the list of comments: a
 * state, a comment that is gone, or a comment of the one who acts with that text and not older than the gesture.
 * `not-done` only where everything was seen in which it would stand.
 */
export async function verifyAction(
  action: PageAction,
  order: ActionOrder,
  hands: Hands,
): Promise<ActionOutcome> {
  const { target, hasText } = ACTION_TRAITS[order.action];
  if (hasText) return verifyText(action, order, hands);
  if (target === 'note') {
    const scene = findScene(order, hands);
    return 'is' in scene ? scene : toOutcome(action, scene);
  }
  const reached = await searchComments(order, hands, toTarget(order));
  if ('root' in reached) return toOutcome(action, reached);
  const isGone = reached.code === 'comment-not-found' && order.action === 'delete-own-comment';
  return isGone ? { is: 'done', proof: 'page' } : reached;
}

/** The comment that the action is about, drawn and in its thread. */
export function toTarget({ rootCommentId }: ActionOrder) {
  const isThere = ({ comment }: Scene) => comment !== undefined && isShown(comment);
  return { isThere, rootCommentId };
}

async function verifyText(action: PageAction, order: ActionOrder, hands: Hands): Promise<ActionOutcome> {
  const isThere = (scene: Scene) => action.shows(scene) !== undefined;
  const rootCommentId = order.commentId === undefined ? undefined : (order.rootCommentId ?? order.commentId);
  const reached = await searchComments(order, hands, { isThere, rootCommentId });
  if ('root' in reached) return toOutcome(action, reached);
  return reached.code === 'comment-not-found' ? NOT_DONE : reached;
}

function toOutcome(action: PageAction, scene: Scene): ActionOutcome {
  const shown = action.shows(scene);
  return shown ? { is: 'done', proof: 'page', ...shown } : NOT_DONE;
}
