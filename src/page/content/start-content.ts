import { linkObserver } from '../bridge/observer-link';
import { answerCalls } from './answer-calls';
import { createLife } from './content-life';
import { findContentHome, keepContentHome, type ContentHome } from './content-scope';
import { createCopyForwarder } from './forward-copies';
import { createPageReporter } from './report-page';
import { createLookSchedule } from './schedule-looks';
import { createSendReport } from './send-report';
import { watchPage } from './watch-page';
import { watchRequests } from './watch-requests';

/**
 * Starts reading the page, in the isolated world: reports what it is and sends on what the observer copied. Put into a
 * page a second time it does nothing while the first lives; when the extension is updated or removed under an open page,
 * everything stops and every listener goes.
 */
export function startContent(): void {
  if (findContentHome()) return;
  const life = createLife();
  const send = createSendReport(life.end);
  const home: ContentHome = { life, send };
  keepContentHome(home);

  const forwarder = createCopyForwarder(send);
  const observer = linkObserver((copy) => {
    forwarder.take(copy);
    home.notice?.(copy);
    looks.soon();
  });
  const allow = (isAllowed: boolean): void => {
    observer.want(isAllowed);
    forwarder.allow(isAllowed);
  };
  const reporter = createPageReporter(send, allow);
  const looks = createLookSchedule(reporter.reportChange);
  const onUncopied = (): void => {
    void send('state.changed', { pageUrl: location.href, at: Date.now() });
    looks.soon();
  };
  const start = (): void => {
    const isLinked = observer.isLinked();
    const reported = reporter.report();
    watchPage({ onMoved: () => void reporter.report(), onChanged: looks.soon }, life);
    // What was requested before is told of at once; the background must know the page by then.
    if (!isLinked) void reported.then(() => life.isOver() || watchRequests(onUncopied, life));
  };

  life.onEnd(observer.close);
  life.onEnd(looks.stop);
  life.onEnd(
    answerCalls({
      'page.describe': ({ withState }) => reporter.report({ withState }),
      'capture.allow': ({ allowed }) => allow(allowed),
    }),
  );
  // The state's script is the last of the document: all there is to read is there when the parser has come to its end.
  if (document.readyState !== 'loading') start();
  else document.addEventListener('readystatechange', start, { once: true });
}
