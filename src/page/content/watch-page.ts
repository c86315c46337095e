import { listen, type Life } from './content-life';

/** What of the page's life is listened to. */
export interface PageEvents {
  /** The address is another one, the page came back from the back/forward cache, or the tab to the front or from it. */
  onMoved(): void;
  /** Something that a report speaks of may look different. */
  onChanged(): void;
}

/** After a move the page takes away the old note and draws the new one; so long its DOM is watched. */
const SETTLING_MS = 5_000;

/**
 * Listens for what the page does without a new document. The page's own `pushState` cannot be seen from here, but the
 * browser's `navigation` object tells of it (in Firefox from 147 on); before that, the title and `popstate` do.
 */
export function watchPage(events: PageEvents, life: Life): void {
  let href = document.URL;
  const settling = createSettling(events.onChanged, life);
  const lookForMove = (): void => {
    if (document.URL === href) return;
    href = document.URL;
    settling.restart();
    events.onMoved();
  };
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) listen(life, navigation, 'currententrychange', lookForMove);
  else watchTitle(lookForMove, life);
  listen(life, window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) events.onMoved();
  });
  listen(life, document, 'visibilitychange', events.onMoved);
}

/** The title changes with every note that is opened or closed. */
function watchTitle(lookForMove: () => void, life: Life): void {
  listen(life, window, 'popstate', lookForMove);
  const changes = new MutationObserver(lookForMove);
  changes.observe(document.head, { childList: true, subtree: true, characterData: true });
  life.onEnd(() => changes.disconnect());
}

function createSettling(onChanged: () => void, life: Life): { restart(): void } {
  let stop = (): void => undefined;
  life.onEnd(() => stop());
  return {
    restart() {
      stop();
      const changes = new MutationObserver(onChanged);
      changes.observe(document, { childList: true, subtree: true, attributeFilter: ['note-id'] });
      const timer = setTimeout(() => stop(), SETTLING_MS);
      stop = () => {
        clearTimeout(timer);
        changes.disconnect();
      };
    },
  };
}
