import type { ActionOrder, ActionRefusal } from '../../../model/actions/page-action';
import { COMMENT_PARTS } from '../../../site/controls';
import { control, SELECTORS } from '../../../site/selectors';
import { readCommentList } from '../comment-list';
import { notFound } from '../define-action';
import type { Scene } from '../define-action';
import { isShown } from '../find-note-root';
import { pauseBetween } from '../pause';
import { waitForChange } from '../wait-for-change';
import { findScene } from './find-scene';
import type { Hands } from './hands';

/** The page's own calls end after 6 s (site bundle xhs-pc-web 6.12.1, 2026-05). */
const ANSWER_TIMEOUT_MS = 7_000;
const MAX_SCROLLS_IN_VAIN = 4;
const MAX_CLICKS_IN_VAIN = 2;

/** What is looked for, and where. */
export interface Search {
  /** Whether the page shows it now. */
  readonly isThere: (scene: Scene) => boolean;
  /** The thread in which it is, once that stands in the page; absent: in the list of comments itself. */
  readonly rootCommentId?: string | undefined;
}

/**
 * Scrolls down the note's comments, and opens the thread further once it is there, as a reader would, until what is looked
 * for stands in the page. `comment-not-found` where list or thread have come to their end without it.
 */
export async function searchComments(
  order: ActionOrder,
  hands: Hands,
  search: Search,
): Promise<Scene | ActionRefusal> {
  let inVain: InVain = { scrolls: 0, clicks: 0 };
  for (let steps = 0; ; steps += 1) {
    const scene = findScene(order, hands);
    if ('is' in scene || search.isThere(scene)) return scene;
    if (steps >= order.maxSteps) return { is: 'refused', code: 'step-limit' };
    const thread = findThread(scene, search.rootCommentId);
    const went = thread
      ? await openThread(scene, thread, hands, inVain)
      : await scrollOn(scene, hands, inVain);
    if ('is' in went) return went;
    inVain = went;
    await pauseBetween(order.minPauseMs, order.maxPauseMs, hands.pace, hands.signal);
  }
}

/** How often something was done without anything new. */
interface InVain {
  readonly scrolls: number;
  readonly clicks: number;
}

const NOT_THERE: ActionRefusal = { is: 'refused', code: 'comment-not-found' };

function findThread({ root }: Scene, rootCommentId: string | undefined): Element | undefined {
  if (rootCommentId === undefined || !/^[0-9a-f]{24}$/.test(rootCommentId)) return undefined;
  return root.querySelector(`#comment-${rootCommentId}`)?.closest(COMMENT_PARTS.thread) ?? undefined;
}

async function openThread(
  { root }: Scene,
  thread: Element,
  hands: Hands,
  inVain: InVain,
): Promise<InVain | ActionRefusal> {
  const expanders = thread.querySelectorAll<HTMLElement>(control(SELECTORS.showMoreReplies));
  const expander = [...expanders].find(isShown);
  if (!expander) return NOT_THERE;
  if (inVain.clicks >= MAX_CLICKS_IN_VAIN) return { is: 'refused', code: 'page-stalled' };
  const isGrown = createGrowthCheck(root);
  expander.scrollIntoView({ block: 'center' });
  expander.click();
  const isNew = await waitForChange(root, () => isGrown() || !isShown(expander), toLimit(hands));
  return { ...inVain, clicks: isNew ? 0 : inVain.clicks + 1 };
}

async function scrollOn({ root }: Scene, hands: Hands, inVain: InVain): Promise<InVain | ActionRefusal> {
  const { ending, scroller } = readCommentList(root);
  if (ending === 'login-wanted') return { is: 'refused', code: 'login-wanted' };
  if (ending !== undefined) return NOT_THERE;
  if (!scroller) return notFound('comment-list');
  if (inVain.scrolls >= MAX_SCROLLS_IN_VAIN) return { is: 'refused', code: 'page-stalled' };
  const isGrown = createGrowthCheck(root);
  // After a scroll in vain a little back, so that the page notices the next one.
  const isBackwards = inVain.scrolls % 2 === 1;
  scroller.scrollTop = isBackwards ? scroller.scrollTop - scroller.clientHeight / 2 : scroller.scrollHeight;
  const isNew = await waitForChange(root, isGrown, toLimit(hands, isBackwards ? 500 : undefined));
  return { ...inVain, scrolls: isNew ? 0 : inVain.scrolls + 1 };
}

/** Whether more comments stand there than now, or why there are no more. */
function createGrowthCheck(root: HTMLElement): () => boolean {
  const before = readCommentList(root);
  return () => {
    const now = readCommentList(root);
    return now.shown > before.shown || now.ending !== before.ending;
  };
}

const toLimit = ({ pace, signal }: Hands, timeoutMs = ANSWER_TIMEOUT_MS) => ({ timeoutMs, pace, signal });
