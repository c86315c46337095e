import type { PageReport } from '../../messaging/content-to-background/types';
import { linkObserver } from '../bridge/observer-link';
import { createLife, listen, type Life } from './content-life';
import { findContentHome, keepContentHome, type ContentHome } from './content-scope';
import { findStateText } from './find-state-text';
import { createCopyForwarder } from './forward-copies';
import { createSendReport } from './send-report';

/**
 * Starts reading the page, in the isolated world: sends on what the observer copies, and says where the page is. It is
 * all that most pages ever run of this side, so it asks the DOM nothing: the script that does comes when the background
 * wants to know (see `looking/`). Put into a page a second time it does nothing while the first lives; when the
 * extension is updated or removed under an open page, everything stops and every listener goes.
 */
export function startContent(): void {
  if (findContentHome()) return;
  const life = createLife();
  const send = createSendReport(life.end);
  const forwarder = createCopyForwarder(send);
  const { navigation } = window as { navigation?: EventTarget };

  const report = async (said: Pick<PageReport, 'initialState' | 'wantsLook'>): Promise<void> => {
    const answer = await send('page.report', { url: document.URL, ...said, at: Date.now() });
    if (answer) home.allow(answer.capture);
  };
  const observer = linkObserver((copy) => {
    forwarder.take(copy);
    home.notice?.(copy);
  });
  const home: ContentHome = {
    life,
    send,
    allow(isAllowed) {
      observer.want(isAllowed);
      forwarder.allow(isAllowed);
    },
    isLinked: observer.isLinked,
    lookForMove: createMoveLook(() => {
      home.movedAt = Date.now();
      onElsewhere();
    }),
    hasSentState: false,
  };
  const onElsewhere = (): void => {
    if (home.look) home.look();
    else void report({ wantsLook: true });
  };
  keepContentHome(home);
  life.onEnd(observer.close);
  if (navigation) listen(life, navigation, 'currententrychange', home.lookForMove);
  watchReturns(onElsewhere, life);
  // The state's script is the last of the document: it is there when the parser has come to its end.
  const onParsed = (): void => {
    home.hasSentState = true;
    const wantsLook = !navigation || !observer.isLinked();
    void report({ initialState: findStateText(document), wantsLook });
  };
  if (document.readyState !== 'loading') onParsed();
  else document.addEventListener('readystatechange', onParsed, { once: true });
}

/**
 * The page's own `pushState` cannot be seen from here, but the browser's `navigation` object tells of it (in Firefox
 * from 147 on); before that, the title does, which the script that looks at the DOM watches.
 */
function createMoveLook(onMoved: () => void): () => void {
  let href = document.URL;
  return () => {
    if (document.URL === href) return;
    href = document.URL;
    onMoved();
  };
}

/** Calls back when the page comes to the front, or back from the back/forward cache. */
function watchReturns(onReturned: () => void, life: Life): void {
  listen(life, document, 'visibilitychange', () => {
    if (!document.hidden) onReturned();
  });
  listen(life, window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) onReturned();
  });
}
