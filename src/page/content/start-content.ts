import { linkObserver } from '../bridge/observer-link';
import { endLife, type Life } from './content-life';
import { findContentHome, keepContentHome, type ContentHome } from './content-scope';
import { findStateText } from './find-state-text';
import { createCopyForwarder } from './forward-copies';
import { createSendReport } from './send-report';

/**
 * Starts reading the page, in the isolated world: sends on what the observer copies, and says where the page is. It is
 * all that most pages ever run of this side, so it asks the DOM nothing but the inline state's text, and has few
 * functions: the script that looks at the page comes when the background wants to know (see `looking/`). Put into a page
 * a second time it does nothing while the first lives; when the extension is updated or removed under an open page,
 * everything stops and every listener goes.
 *
 * The page's own `pushState` cannot be seen from here, but the browser's `navigation` object tells of it (in Firefox
 * from 147 on); before that, the title does, which the script that looks watches.
 */
export function startContent(): void {
  if (findContentHome()) return;
  const life: Life = { isOver: false, stops: [] };
  const send = createSendReport(() => endLife(life));
  const forwarder = createCopyForwarder(send);
  const observer = linkObserver(({ data: copy }) => {
    forwarder.take(copy);
    home.notice?.(copy);
    home.onCopied?.();
  });
  const { navigation } = window as { navigation?: EventTarget };
  let href = document.URL;

  const report = async (wantsLook: boolean, initialState?: string): Promise<void> => {
    const answer = await send('page.report', { url: document.URL, initialState, wantsLook, at: Date.now() });
    if (!answer) return;
    home.allow(answer.capture);
    // Only now: a page's first showing is an event of its own, and would wake this script for nothing.
    if (life.isOver) return;
    document.addEventListener('visibilitychange', home.onPageEvent);
    window.addEventListener('pageshow', home.onPageEvent);
  };
  /** The state's script is the last of the document: it is there when the parser has come to its end. */
  const onParsed = (): void => {
    home.hasSentState = true;
    void report(!navigation || !observer.isLinked(), findStateText(document));
  };
  const home: ContentHome = {
    life,
    send,
    allow(isAllowed) {
      observer.want(isAllowed);
      forwarder.allow(isAllowed);
    },
    isLinked: observer.isLinked,
    onPageEvent(event) {
      // Every page is shown once without having been away.
      if (event?.type === 'pageshow' && !(event as PageTransitionEvent).persisted) return;
      if (document.URL !== href) {
        href = document.URL;
        home.movedAt = Date.now();
      } else if (!event || event.type === 'currententrychange' || document.hidden) return;
      if (home.look) home.look();
      else void report(true);
    },
    hasSentState: false,
  };
  keepContentHome(home);
  life.stops.push(observer.close, () => {
    navigation?.removeEventListener('currententrychange', home.onPageEvent);
    document.removeEventListener('visibilitychange', home.onPageEvent);
    window.removeEventListener('pageshow', home.onPageEvent);
  });
  navigation?.addEventListener('currententrychange', home.onPageEvent);
  if (document.readyState !== 'loading') onParsed();
  else document.addEventListener('readystatechange', onParsed, { once: true });
}
