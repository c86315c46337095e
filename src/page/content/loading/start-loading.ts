import { answerCalls } from '../answer-calls';
import { alsoNotice, findContentHome } from '../content-scope';
import { createLoadingRunner } from './run-loading';
import { watchStatuses } from './watch-statuses';

/**
 * Adds "Load comments for me" to the content script that lives in this page. It comes in a file of its own, put into the
 * page when it is first asked for: most pages never need it, and pay nothing for it.
 */
export function startLoading(): void {
  const home = findContentHome();
  if (!home?.signs || home.canLoad) return;
  home.canLoad = true;
  const runner = createLoadingRunner(home, home.signs);
  alsoNotice(home, runner.notice);
  // Where no responses are copied, how they ended is all there is to see of them.
  if (!home.isLinked()) watchStatuses((status) => runner.notice({ status, body: undefined }), home.life);
  window.addEventListener('pagehide', runner.leave);
  home.life.stops.push(
    answerCalls({ 'loading.start': runner.start, 'loading.stop': runner.stop, 'loading.tell': runner.tell }),
    runner.stop,
    () => window.removeEventListener('pagehide', runner.leave),
  );
}
