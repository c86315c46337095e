import type { BackgroundToContent } from '../../../messaging/background-to-content/types';
import type { LoadingReport } from '../../../messaging/content-to-background/types';
import type { StopSign } from '../../../site/stop-signs';
import {
  loadComments,
  NOTHING_LOADED,
  toStop,
  type LoadingOutcome,
  type LoadingProgress,
} from '../../actions/load-comments';
import { realPace } from '../../actions/pause';
import type { CopiedResponse } from '../../bridge/copied-response';
import type { ContentHome } from '../content-scope';
import { findCode } from '../find-code';
import type { PageSigns } from '../looking/page-signs';

type Order = BackgroundToContent['loading.start']['input'];

export interface LoadingRunner {
  /** Starts loading; one that runs is stopped first. */
  start(order: Order): void;
  /** Stops after the step that runs, as asked for by the user. */
  stop(): void;
  /** Reports once more what was reported last, or that this loading is not under way in this page. */
  tell(of: BackgroundToContent['loading.tell']['input']): void;
  /** The page is being left: nothing of it is loaded any more. */
  leave(): void;
  /** Looks at a response that came while loading: a stop sign in it ends the loading. */
  notice(response: Pick<CopiedResponse, 'status' | 'body'>): void;
}

/** One loading and how far it is. */
interface Loading {
  readonly order: Pick<Order, 'loadId' | 'noteId'>;
  readonly stop: AbortController;
  progress: LoadingProgress;
  outcome?: LoadingOutcome;
  sign?: StopSign;
}

/** Runs "Load comments for me", one at a time, and reports each step. */
export function createLoadingRunner(
  home: Pick<ContentHome, 'send' | 'look'>,
  signs: PageSigns,
): LoadingRunner {
  let last: Loading | undefined;
  let steppedAt = -Infinity;

  const report = (loading: Omit<Loading, 'stop'>): void =>
    void home.send('loading.report', toReport(loading));
  const end = (loading: Loading, outcome: LoadingOutcome): void => {
    if (loading.outcome) return;
    loading.progress = outcome;
    loading.outcome = outcome;
    loading.stop.abort();
    report(loading);
  };
  const start = (order: Order): void => {
    last?.stop.abort();
    const own: Loading = { order, stop: new AbortController(), progress: NOTHING_LOADED };
    last = own;
    const { signal } = own.stop;
    const onStep = (progress: LoadingProgress): void => {
      if (progress.steps > 0) steppedAt = Date.now();
      own.progress = progress;
      if (!own.outcome) report(own);
    };
    const tools = {
      page: document,
      pace: realPace,
      findSign: () => own.sign ?? signs.findShown(document),
      onStep,
    };
    // Taken up again it keeps its pace, too.
    void realPace
      .wait(Math.min(steppedAt + order.minPauseMs - Date.now(), order.minPauseMs), signal)
      .then(() => loadComments(order, tools, signal))
      // Where the page's own elements throw, they are not what they were.
      .catch((): LoadingOutcome => ({ ...own.progress, stoppedBy: 'page-changed' }))
      .then((outcome) => {
        end(own, outcome);
        // Why the list ends where it does stands in the page, and is wanted now.
        home.look?.();
      });
  };
  return {
    start,
    stop: () => last?.stop.abort(),
    tell(order) {
      const gone: LoadingOutcome = { ...NOTHING_LOADED, stoppedBy: 'note-left' };
      const isKnown = last?.order.loadId === order.loadId;
      report(isKnown && last ? last : { order, progress: gone, outcome: gone });
    },
    leave() {
      if (!last) return;
      // The site may send away whom it stops.
      const { sign, progress } = last;
      end(last, { ...progress, ...(sign ? toStop(sign) : { stoppedBy: 'note-left' }) });
    },
    notice({ status, body }) {
      const isUnreadable = status >= 400 && body === undefined;
      const sign = signs.findIn({ status, code: findCode(body) }) ?? (isUnreadable ? REFUSED : undefined);
      if (last && !last.outcome && sign) last.sign ??= sign;
    },
  };
}

function toReport({ order, progress, outcome }: Omit<Loading, 'stop'>): LoadingReport {
  const { steps, shown, expanded } = progress;
  return {
    loadId: order.loadId,
    noteId: order.noteId,
    running: outcome === undefined,
    ...{ steps, shown, expanded },
    stoppedBy: outcome?.stoppedBy,
    sign: outcome?.sign,
    at: Date.now(),
  };
}

/** An answer that is no success and cannot be read: whatever it says, it is no reason to go on. */
const REFUSED: StopSign = { sign: 'request-refused', class: 'all' };
