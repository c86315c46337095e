import { ACTION_TRAITS } from '../../model/actions/action.catalog';
import type { ActionOrder, ActionOutcome, ActionRefusal } from '../../model/actions/page-action';
import { awaitProof } from './confirm/await-proof';
import { awaitUser } from './confirm/await-user';
import type { PageAction, Scene, Verdict } from './define-action';
import { pauseBetween } from './pause';
import { pageActions } from './registry';
import { findScene, readScene } from './steps/find-scene';
import type { Hands } from './steps/hands';
import { searchComments } from './steps/search-comments';
import { toTarget, verifyAction } from './verify-action';

/**
 * Takes one action as far as its order says: finds the target, looks how things stand, makes ready, looks once more and
 * makes the gesture in the same task, then waits for proof. Everything before the gesture leaves the site untouched; what
 * was refused was not sent. Never throws for what the page does.
 */
export async function performAction(order: ActionOrder, hands: Hands): Promise<ActionOutcome> {
  const action = pageActions[order.action];
  hands.onPhase('looking');
  if (order.mode === 'verify') return verifyAction(action, order, hands);
  const reached = await reach(order, hands);
  if ('is' in reached) return reached;
  reached.comment?.scrollIntoView({ block: 'center' });
  const verdict = action.check(reached);
  if (verdict.is !== 'possible') return verdict;
  hands.onPhase('preparing');
  await pauseBetween(order.minPauseMs, order.maxPauseMs, hands.pace, hands.signal);
  const before = findReady(order, hands, action.check);
  if ('is' in before) return before;
  const prepared = await action.prepare?.(before, hands);
  const isByHand =
    order.mode === 'assist' && prepared?.is === 'refused' && prepared.code === 'text-not-taken';
  if (isByHand) hands.copy(order.content ?? '');
  else if (prepared && prepared.is !== 'possible') return takeBack(action, order, hands, prepared);
  // Whoever dies from here on is known to have been able to make the gesture.
  if (order.mode !== 'rehearse' && !(await hands.announce()))
    return takeBack(action, order, hands, { is: 'refused', code: 'cancelled' } as const);
  const scene = findReady(order, hands, isByHand ? action.check : (action.checkReady ?? action.check));
  if ('is' in scene) return takeBack(action, order, hands, scene);
  // A text that was not sent, or that the site has not taken, would stand in the way of the next one.
  const leaveEmpty = (outcome: ActionOutcome): ActionOutcome =>
    outcome.is === 'done' ? outcome : takeBack(action, order, hands, outcome);
  if (order.mode === 'assist') {
    hands.onPhase(isByHand ? 'pasting' : 'waiting');
    return leaveEmpty(await awaitUser(action, scene, hands, { isByHand }));
  }
  if (order.mode === 'rehearse') return takeBack(action, order, hands, { is: 'rehearsed' });
  // Nothing is awaited between the last look and the gesture.
  hands.onPhase('sent');
  action.perform(scene);
  return leaveEmpty(await awaitProof(action, scene, hands));
}

function reach(order: ActionOrder, hands: Hands): Promise<Scene | ActionRefusal> | Scene | ActionRefusal {
  return ACTION_TRAITS[order.action].target === 'comment'
    ? searchComments(order, hands, toTarget(order))
    : findScene(order, hands);
}

/** The scene as it is in this very task, or why the gesture is not made. */
function findReady(
  order: ActionOrder,
  hands: Hands,
  check: (scene: Scene) => Verdict,
): Scene | Exclude<Verdict, { is: 'possible' }> {
  const scene = findScene(order, hands);
  if ('is' in scene) return scene;
  if (ACTION_TRAITS[order.action].target === 'comment' && !scene.comment)
    return { is: 'refused', code: 'comment-not-found' };
  const verdict = check(scene);
  return verdict.is === 'possible' ? scene : verdict;
}

/** Leaves the page as it was found, as far as it is still there; also when nobody may act in it any more. */
function takeBack<Outcome>(
  action: PageAction,
  order: ActionOrder,
  { page }: Hands,
  outcome: Outcome,
): Outcome {
  const scene = readScene(order, page);
  if (scene) action.undo?.(scene);
  return outcome;
}
