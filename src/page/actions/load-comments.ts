import type { LoadingState } from '../../model/page-state';
import { SELECTORS, UNKNOWN_DECOY } from '../../site/selectors';
import { readCommentList, type CommentListLook } from './comment-list';
import { findNoteRoot, isNoteInAddress, isShown } from './find-note-root';
import { pauseBetween, type Pace } from './pause';
import { waitForChange } from './wait-for-change';

/** The page's own requests end after 6 s (site bundle xhs-pc-web 6.12.1, 2026-05); a little later nothing comes any more. */
const ANSWER_TIMEOUT_MS = 7_000;
/** How often one button is clicked, or the end scrolled to, without anything new. */
const MAX_CLICKS_IN_VAIN = 2;
const MAX_SCROLLS_IN_VAIN = 4;

export interface LoadingOrder {
  readonly noteId: string;
  readonly minPauseMs: number;
  readonly maxPauseMs: number;
  readonly maxSteps: number;
}

export interface LoadingProgress {
  readonly steps: number;
  /** Comments and replies in the page. */
  readonly shown: number;
  /** Threads that were opened. */
  readonly expanded: number;
}

export const NOTHING_LOADED: LoadingProgress = { steps: 0, shown: 0, expanded: 0 };

export interface LoadingOutcome extends LoadingProgress {
  readonly stoppedBy: NonNullable<LoadingState['stoppedBy']>;
  readonly sign?: string;
}

export interface LoadingTools {
  readonly page: Document;
  readonly pace: Pace;
  /** The stop sign the page has given since the start, if any. */
  findSign(): { readonly sign: string; readonly class: string } | undefined;
  /** Told after each step, and before the first one what is there already. */
  onStep(progress: LoadingProgress): void;
}

export type Stop = Pick<LoadingOutcome, 'stoppedBy' | 'sign'>;
interface InView {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly list: CommentListLook;
}

/**
 * Scrolls and expands the comments of the open note as a reader would: one gesture, then the page's answer, then a pause
 * of random length. Ends by itself at the list's end, at the limit of steps and at the first sign that it should; never
 * throws for what the page does. Works only on what is open and in front.
 */
export async function loadComments(
  order: LoadingOrder,
  tools: LoadingTools,
  signal: AbortSignal,
): Promise<LoadingOutcome> {
  const clicksInVain = new Map<HTMLElement, number>();
  let scrollsInVain = 0;
  let now: LoadingProgress = NOTHING_LOADED;
  let isBegun = false;
  for (;;) {
    const view = look(order.noteId, tools, signal);
    if ('stoppedBy' in view) return { ...now, ...view };
    now = { ...now, shown: view.list.shown };
    if (!isBegun) tools.onStep(now);
    isBegun = true;
    const expander = view.list.expanders.find((each) => (clicksInVain.get(each) ?? 0) < MAX_CLICKS_IN_VAIN);
    const isListOver = view.list.ending === 'end-marker' || view.list.ending === 'none';
    if (!expander && isListOver)
      return { ...now, stoppedBy: view.list.expanders.length > 0 ? 'stalled' : 'end' };
    if (scrollsInVain >= MAX_SCROLLS_IN_VAIN) return { ...now, stoppedBy: 'stalled' };
    if (now.steps >= order.maxSteps) return { ...now, stoppedBy: 'limit' };

    const limit = { timeoutMs: ANSWER_TIMEOUT_MS, pace: tools.pace, signal };
    const hadLoginDialog = hasLoginDialog(tools.page);
    let expanded = 0;
    if (expander) {
      const isNew = await expand(expander, view, limit);
      expanded = isNew ? 1 : 0;
      if (isNew) clicksInVain.delete(expander);
      else clicksInVain.set(expander, (clicksInVain.get(expander) ?? 0) + 1);
    } else {
      scrollsInVain = (await scrollOn(view, scrollsInVain, limit)) ? 0 : scrollsInVain + 1;
    }
    now = {
      steps: now.steps + 1,
      shown: readCommentList(view.root).shown,
      expanded: now.expanded + expanded,
    };
    tools.onStep(now);
    if (!hadLoginDialog && hasLoginDialog(tools.page)) return { ...now, stoppedBy: 'login-wanted' };
    await pauseBetween(order.minPauseMs, order.maxPauseMs, tools.pace, signal);
  }
}

/** What there is to work on, or why there is nothing. */
function look(noteId: string, tools: LoadingTools, signal: AbortSignal): InView | Stop {
  if (signal.aborted) return { stoppedBy: 'user' };
  if (tools.page.visibilityState !== 'visible') return { stoppedBy: 'hidden' };
  const sign = tools.findSign();
  if (sign) return toStop(sign);
  if (!isNoteInAddress(noteId, tools.page)) return { stoppedBy: 'note-left' };
  const root = findNoteRoot(noteId, tools.page)?.element;
  const list = root && readCommentList(root);
  const areDecoysNew = list?.hasDecoys === true || tools.page.querySelector(UNKNOWN_DECOY) !== null;
  if (!root || !list?.scroller || areDecoysNew) return { stoppedBy: 'page-changed' };
  if (list.ending === 'login-wanted') return { stoppedBy: list.ending };
  return { root, scroller: list.scroller, list };
}

/** What a sign of the site comes to: one of a login asks for that, all others stop. */
export const toStop = ({ sign, class: stops }: { readonly sign: string; readonly class: string }): Stop => ({
  stoppedBy: stops === 'login' ? 'login-wanted' : 'stop-sign',
  sign,
});

type Limit = Parameters<typeof waitForChange>[2];

async function expand(expander: HTMLElement, view: InView, limit: Limit): Promise<boolean> {
  expander.scrollIntoView({ block: 'center' });
  expander.click();
  return waitForChange(view.root, () => hasGrown(view) || !isShown(expander), limit);
}

/** To the end of the list; after a scroll in vain a little back, so that the page notices the next one. */
async function scrollOn(view: InView, scrollsInVain: number, limit: Limit): Promise<boolean> {
  const { scroller } = view;
  const isBackwards = scrollsInVain % 2 === 1;
  scroller.scrollTop = isBackwards ? scroller.scrollTop - scroller.clientHeight / 2 : scroller.scrollHeight;
  return waitForChange(view.root, () => hasGrown(view), isBackwards ? { ...limit, timeoutMs: 500 } : limit);
}

/** More comments than before the gesture, or the page now says why there are no more. */
function hasGrown({ root, list }: InView): boolean {
  const now = readCommentList(root);
  return now.shown > list.shown || now.ending !== list.ending;
}

function hasLoginDialog(page: Document): boolean {
  return page.querySelector(SELECTORS.loginDialog) !== null;
}
