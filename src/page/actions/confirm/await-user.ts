import type { ActionOutcome } from '../../../model/actions/page-action';
import type { PageAction, Scene } from '../define-action';
import { pauseBetween } from '../pause';
import { findScene } from '../steps/find-scene';
import type { Hands } from '../steps/hands';
import { waitForChange } from '../wait-for-change';
import { findAnswer } from './find-answer';
import { judgeAnswer } from './judge-answer';

/** As long as somebody may think before they press: the text waits in the box. */
const PATIENCE_MS = 15 * 60_000;
/** How often it is looked whether the note is still in front, where nothing in the page changes. */
const LOOK_MS = 1_000;

/**
 * Everything is ready and the last gesture is the user's own: waits for the call it makes the page send. Pressing cancel,
 * leaving the note, or another text than the one put there, is no: `cancelled`, nothing was sent as ordered.
 */
export async function awaitUser(action: PageAction, ready: Scene, hands: Hands): Promise<ActionOutcome> {
  const { order } = ready;
  const expected = action.expects(order);
  const find = () => findAnswer(hands.answers() ?? [], expected);
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const limit = { timeoutMs: LOOK_MS, pace: hands.pace, signal: hands.gone };
    const isHeard = () => find() !== undefined || hands.signal.aborted;
    await waitForChange(hands.page, isHeard, limit, hands.onAnswer);
    const answer = find();
    if (answer) return judgeAnswer(action, answer) ?? { is: 'uncertain' };
    if (hands.gone.aborted) return { is: 'uncertain' };
    if (hands.signal.aborted) return { is: 'refused', code: 'cancelled' };
    const scene = findScene(order, hands);
    const shown = 'root' in scene ? action.shows(scene, ready) : undefined;
    if (shown && !action.isShownAtOnce) return { is: 'done', proof: 'page', ...shown };
    if (!('root' in scene)) {
      if (scene.code === 'tab-hidden') continue;
      return scene;
    }
    const isReady = (action.checkReady ?? action.check)(scene).is === 'possible';
    if (isReady) continue;
    // The box was emptied: by the sending that is under way, or by the user.
    await pauseBetween(LOOK_MS, LOOK_MS, hands.pace, hands.gone);
    const late = await waitForLate(find, hands);
    return late ? (judgeAnswer(action, late) ?? { is: 'uncertain' }) : { is: 'refused', code: 'cancelled' };
  }
  return { is: 'refused', code: 'cancelled' };
}

async function waitForLate(find: () => ReturnType<typeof findAnswer>, hands: Hands) {
  const limit = { timeoutMs: 8_000, pace: hands.pace, signal: hands.gone };
  await waitForChange(hands.page, () => find() !== undefined, limit, hands.onAnswer);
  return find();
}
