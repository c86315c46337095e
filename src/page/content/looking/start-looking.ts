import { answerCalls } from '../answer-calls';
import { findContentHome } from '../content-scope';
import { pageSigns } from './page-signs';
import { createPageReporter } from './report-page';
import { createLookSchedule } from './schedule-looks';
import { watchRequests } from './watch-requests';
import { watchSettling } from './watch-settling';
import { watchTitle } from './watch-title';

/**
 * Adds the look at the DOM to the content script that lives in this page, and answers the background. It comes in a file
 * of its own, put into the page when somebody wants to know more than its address and state: most pages never pay for it.
 */
export function startLooking(): void {
  const home = findContentHome();
  if (!home || home.look) return;
  const { life, send } = home;
  const reporter = createPageReporter(home);
  const looks = createLookSchedule(reporter.reportChange);
  const settling = watchSettling(looks.soon, life);
  const settle = (): void => settling.restart(home.movedAt ?? 0);
  home.signs = pageSigns;
  home.look = () => {
    settle();
    void reporter.report();
  };
  // Who has asked once wants to hear more: the end of a list, a wall or a dialog comes after a response.
  home.onCopied = looks.soon;
  // The page may be where it is only since a moment: then it is still drawing.
  settle();
  life.stops.push(looks.stop);
  if (!('navigation' in window)) watchTitle(() => home.onPageEvent(), life);
  if (!home.isLinked()) {
    watchRequests(() => {
      void send('state.changed', { pageUrl: location.href, at: Date.now() });
      looks.soon();
    }, life);
  }
  life.stops.push(
    answerCalls({
      'page.describe': ({ withState }) => reporter.report({ withState }),
      'capture.allow': ({ allowed }) => home.allow(allowed),
    }),
  );
}
