import { answerCalls } from './answer-calls';
import { findContentLife } from './content-scope';
import { createLoadingRunner } from './run-loading';

/**
 * Adds "Load comments for me" to the content script that lives in this page. It comes in a file of its own, put into the
 * page when it is first asked for: most pages never need it, and pay nothing for it.
 */
export function startLoading(): void {
  const life = findContentLife();
  if (!life || life.canLoad) return;
  life.canLoad = true;
  const runner = createLoadingRunner(life.send);
  life.notice = runner.notice;
  const stopAnswering = answerCalls({ 'loading.start': runner.start, 'loading.stop': runner.stop });
  life.signal.addEventListener('abort', () => {
    runner.stop();
    stopAnswering();
  });
}
