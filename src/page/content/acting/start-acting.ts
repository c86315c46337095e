import { answerCalls } from '../answer-calls';
import { alsoNotice, findContentHome } from '../content-scope';
import { createActionRunner } from './run-action';

/**
 * Adds actions to the content script that lives in this page. It comes in a file of its own, put into the page when the
 * user first acts there: most pages never need it, and pay nothing for it.
 */
export function startActing(): void {
  const home = findContentHome();
  if (!home?.signs || home.canAct) return;
  home.canAct = true;
  const runner = createActionRunner(home, home.signs);
  alsoNotice(home, runner.notice);
  window.addEventListener('pagehide', runner.leave);
  home.life.stops.push(
    answerCalls({ 'action.start': runner.start, 'action.stop': runner.stop, 'action.tell': runner.tell }),
    runner.stop,
    () => window.removeEventListener('pagehide', runner.leave),
  );
}
