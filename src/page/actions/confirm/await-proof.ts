import type { ActionOutcome } from '../../../model/actions/page-action';
import type { PageAction, Scene } from '../define-action';
import type { Hands } from '../steps/hands';
import { waitForChange } from '../wait-for-change';
import { findAnswer } from './find-answer';
import { judgeAnswer } from './judge-answer';

/** The page's own calls end after 6 s (site bundle xhs-pc-web 6.12.1, 2026-05); a little later nothing comes any more. */
const ANSWER_TIMEOUT_MS = 8_000;
/** Where no answers can be seen: a page takes back within this what the site refused at once. */
const SETTLED_MS = 3_000;

/**
 * Waits for proof of what was done. The site's own answer counts for more than what the page draws, which comes before the
 * answer and is taken back after a refusal. `uncertain` when neither says it.
 */
export async function awaitProof(action: PageAction, scene: Scene, hands: Hands): Promise<ActionOutcome> {
  const expected = action.expects(scene.order);
  const find = () => findAnswer(hands.answers() ?? [], expected);
  const isBlind = hands.answers() === undefined;
  // What has been sent is waited for, whoever wants no more gestures now.
  const limit = { timeoutMs: isBlind ? SETTLED_MS : ANSWER_TIMEOUT_MS, pace: hands.pace, signal: hands.gone };
  await waitForChange(scene.page, () => !isBlind && find() !== undefined, limit, hands.onAnswer);
  const answer = find();
  const outcome = answer && judgeAnswer(action, answer, hands);
  if (outcome) return outcome;
  // A sign that came with another answer: whether this one got through is not known.
  const shown = action.shows(scene, scene);
  const mayBelieve = isBlind || !action.isShownAtOnce;
  return shown && mayBelieve ? { is: 'done', proof: 'page', ...shown } : { is: 'uncertain' };
}
