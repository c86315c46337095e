import type { ActionOutcome, ActionRefusal } from '../../../model/actions/page-action';
import type { ExpectedCall, PageAction, Scene } from '../define-action';
import { findScene, readScene } from '../steps/find-scene';
import type { Hands } from '../steps/hands';
import { waitForChange } from '../wait-for-change';
import { findAnswer } from './find-answer';
import { judgeAnswer } from './judge-answer';

/** As long as somebody may think before they press: the text waits in the box. */
const PATIENCE_MS = 15 * 60_000;
/** How often it is looked whether the note is still in front, where nothing in the page changes. */
const LOOK_MS = 1_000;
/** The page's own calls end after 6 s (site bundle xhs-pc-web 6.12.1, 2026-05); a little later nothing comes any more. */
const LATE_MS = 8_000;

const UNCERTAIN: ActionOutcome = { is: 'uncertain' };
const CANCELLED: ActionRefusal = { is: 'refused', code: 'cancelled' };

/**
 * Everything is ready and the last gesture is the user's own: waits for the call it makes the page send, whatever they have
 * made of the words. An empty box, another target, or leaving the note is no: `cancelled` or `note-left`; but once they
 * have pressed, whatever ends the waiting without an answer leaves it `uncertain`.
 * `isByHand`: the box does not take the text, and the user pastes it first.
 */
export async function awaitUser(
  action: PageAction,
  ready: Scene,
  hands: Hands,
  { isByHand }: { readonly isByHand: boolean },
): Promise<ActionOutcome> {
  const { order } = ready;
  const expected = withAnyWords(action.expects(order));
  const find = () => findAnswer(hands.answers() ?? [], expected);
  const judgeNow = () => judge(action, order.content, find(), hands) ?? findShown(action, ready, hands);
  const press = watchPress(action, hands.page);
  /** What came of the press, where there was one; else that there was none. */
  const leave = async (refusal: ActionRefusal): Promise<ActionOutcome> => {
    if (!press.isMade()) return refusal;
    await waitForChange(hands.page, () => judgeNow() !== undefined, toLimit(hands, LATE_MS), hands.onAnswer);
    return judgeNow() ?? UNCERTAIN;
  };
  let hasBegun = !isByHand;
  try {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      const isHeard = () => find() !== undefined || hands.signal.aborted;
      await waitForChange(hands.page, isHeard, toLimit(hands, LOOK_MS), hands.onAnswer);
      const outcome = judgeNow();
      if (outcome) return outcome;
      if (hands.gone.aborted) return UNCERTAIN;
      if (hands.signal.aborted) return await leave(CANCELLED);
      const scene = findScene(order, hands);
      if (!('root' in scene)) {
        if (scene.code === 'tab-hidden') continue;
        return await leave(scene);
      }
      const isKept = action.isKept?.(scene) ?? (action.checkReady ?? action.check)(scene).is === 'possible';
      hasBegun ||= isKept;
      if (isKept || !hasBegun) continue;
      // The box was emptied: by the sending that is under way, or by the user.
      await waitForChange(
        hands.page,
        () => judgeNow() !== undefined,
        toLimit(hands, LATE_MS),
        hands.onAnswer,
      );
      return judgeNow() ?? (press.isMade() ? UNCERTAIN : CANCELLED);
    }
    return press.isMade() ? UNCERTAIN : CANCELLED;
  } finally {
    press.end();
  }
}

/** The comment itself, where the page draws it; also when nobody may act in it any more. */
function findShown(action: PageAction, ready: Scene, { page }: Hands): ActionOutcome | undefined {
  if (action.isShownAtOnce) return undefined;
  const scene = readScene(ready.order, page);
  const shown = scene && action.shows(scene, ready);
  return shown && { is: 'done', proof: 'page', ...shown };
}

/** Notices the user's own gesture, before the page does; which of them sends, the action says. */
function watchPress(action: PageAction, page: Document): { isMade(): boolean; end(): void } {
  let isMade = false;
  const look = (event: Event): void => {
    isMade ||= action.isPress?.(event) === true;
  };
  for (const type of ['click', 'keydown']) page.addEventListener(type, look, true);
  return {
    isMade: () => isMade,
    end: () => {
      for (const type of ['click', 'keydown']) page.removeEventListener(type, look, true);
    },
  };
}

const toLimit = ({ pace, gone }: Hands, timeoutMs: number) => ({ timeoutMs, pace, signal: gone });

/** The same call with any words in it: they are the user's own. */
const withAnyWords = ({ path, body }: ExpectedCall): ExpectedCall => ({
  path,
  body: Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'content')),
});

/** What the answer says; `undefined` while there is none. */
function judge(
  action: PageAction,
  content: string | undefined,
  answer: ReturnType<typeof findAnswer>,
  hands: Hands,
): ActionOutcome | undefined {
  if (!answer) return undefined;
  const outcome = judgeAnswer(action, answer, hands) ?? { is: 'uncertain' as const };
  const { said } = answer;
  const isOther = outcome.is === 'done' && content !== undefined && said !== undefined && said !== content;
  return isOther ? { ...outcome, said } : outcome;
}
