import type { BackgroundToContent } from '../../../messaging/background-to-content/types';
import { findStopSign, type StopSign } from '../../../site/stop-signs';
import { loadComments, type LoadingOutcome, type LoadingProgress } from '../../actions/load-comments';
import { realPace } from '../../actions/pause';
import type { CopiedResponse } from '../../bridge/copied-response';
import { describePage } from '../looking/describe-page';
import type { ContentHome } from '../content-scope';

export interface LoadingRunner {
  /** Starts loading; one that runs is stopped first. */
  start(order: BackgroundToContent['loading.start']['input']): void;
  /** Stops after the step that runs, as asked for by the user. */
  stop(): void;
  /** Looks at a response that came while loading: a stop sign in it ends the loading. */
  notice(response: Pick<CopiedResponse, 'status' | 'body'>): void;
}

/** Runs "Load comments for me", one at a time, and reports each step. */
export function createLoadingRunner(home: Pick<ContentHome, 'send' | 'look'>): LoadingRunner {
  let running: { readonly stop: AbortController; sign?: StopSign } | undefined;

  const start = (order: BackgroundToContent['loading.start']['input']): void => {
    running?.stop.abort();
    const current: NonNullable<typeof running> = { stop: new AbortController() };
    running = current;
    const tell = (progress: LoadingProgress, outcome?: LoadingOutcome): void => {
      void home.send('loading.report', {
        noteId: order.noteId,
        running: outcome === undefined,
        steps: progress.steps,
        shown: progress.shown,
        stoppedBy: outcome?.stoppedBy,
        sign: outcome?.sign,
        at: Date.now(),
      });
    };
    let last: LoadingProgress = { steps: 0, shown: 0 };
    const onStep = (progress: LoadingProgress): void => tell((last = progress));
    const tools = { page: document, pace: realPace, findSign: () => current.sign ?? findShownSign(), onStep };
    void loadComments(order, tools, current.stop.signal)
      // Where the page's own elements throw, they are not what they were.
      .catch((): LoadingOutcome => ({ ...last, stoppedBy: 'page-changed' }))
      .then((outcome) => {
        if (running === current) running = undefined;
        tell(outcome, outcome);
        // Why the list ends where it does stands in the page, and is wanted now.
        home.look?.();
      });
  };
  return {
    start,
    stop: () => running?.stop.abort(),
    notice({ status, body }) {
      const isUnreadable = status >= 400 && body === undefined;
      const sign =
        findStopSign({ httpStatus: status, ...findCode(body) }) ?? (isUnreadable ? REFUSED : undefined);
      if (running && sign) running.sign ??= sign;
    },
  };
}

/** An answer that is no success and cannot be read: whatever it says, it is no reason to go on. */
const REFUSED: StopSign = { sign: 'request-refused', class: 'all' };

/** What the page itself shows: a captcha, a refusal, an address to which it sends whom it stops. */
function findShownSign(): StopSign | undefined {
  const { captcha, refusal, url } = describePage(document);
  return findStopSign({
    captcha: captcha === true,
    url,
    ...(refusal === undefined ? {} : { refusalText: refusal }),
  });
}

/** The business code stands at either end of the site's bodies (bodies of 2023 to 2025); nothing else is read of them. */
function findCode(body: string | undefined): { code: number } | undefined {
  const ends = body === undefined ? '' : `${body.slice(0, 300)} ${body.slice(-300)}`;
  const code = /"code":\s*(-?\d{1,9})\b/.exec(ends)?.[1];
  return code === undefined ? undefined : { code: Number(code) };
}
