import { isExtensionAlive } from '../../platform/page-runtime';
import { linkObserver } from '../bridge/observer-link';
import { answerCalls } from './answer-calls';
import { createCopyForwarder } from './forward-copies';
import { createPageReporter } from './report-page';
import { createLoadingRunner } from './run-loading';
import { createLookSchedule } from './schedule-looks';
import { createSendReport } from './send-report';
import { watchPage } from './watch-page';
import { watchRequests } from './watch-requests';

/** The mark of a script that lives, in the isolated world, where the page cannot see it. */
interface ContentScope {
  hongshuCompanionLives?: () => boolean;
}

/**
 * Starts reading the page, in the isolated world: reports what it is, sends on what the observer copied, and does what
 * the background asks for. Put into a page a second time it does nothing while the first lives; when the extension is
 * updated or removed under an open page, everything stops and every listener goes.
 */
export function startContent(): void {
  const scope = globalThis as ContentScope;
  if (scope.hongshuCompanionLives?.()) return;
  const life = new AbortController();
  scope.hongshuCompanionLives = () => !life.signal.aborted && isExtensionAlive();

  const send = createSendReport(() => life.abort());
  const forwarder = createCopyForwarder(send);
  const loading = createLoadingRunner(send);
  const observer = linkObserver((copy) => {
    forwarder.take(copy);
    loading.notice(copy);
    looks.soon();
  });
  const allow = (isAllowed: boolean): void => {
    observer.want(isAllowed);
    forwarder.allow(isAllowed);
  };
  const reporter = createPageReporter(send, allow);
  const looks = createLookSchedule(() => reporter.reportChange());

  const stopAnswering = answerCalls({
    'page.describe': ({ withState }) => reporter.report({ withState }),
    'loading.start': (order) => loading.start(order),
    'loading.stop': () => loading.stop(),
    'capture.allow': ({ allowed }) => allow(allowed),
  });
  const start = (): void => {
    void reporter.report();
    watchPage(
      { onMoved: onMoved, onChanged: looks.soon, onVisibility: () => void reporter.report() },
      life.signal,
    );
    if (!observer.isLinked()) watchRequests(onUncopied, life.signal);
  };
  const onMoved = (): void => {
    void reporter.report();
    looks.soon();
  };
  const onUncopied = (): void => {
    void send('state.changed', { pageUrl: location.href, at: Date.now() });
    looks.soon();
  };
  life.signal.addEventListener('abort', () => {
    observer.close();
    loading.stop();
    looks.stop();
    stopAnswering();
  });
  startWhenParsed(start, life.signal);
}

/** The state's script is the last of the document, so all there is to read is there when the parser has come to its end. */
function startWhenParsed(start: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') start();
  else document.addEventListener('readystatechange', start, { once: true, signal });
}
