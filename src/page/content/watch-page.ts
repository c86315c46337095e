/** What of the page's life is listened to; every listener goes with the signal. */
export interface PageEvents {
  /** The address is another one, or the page came back from the back/forward cache. */
  onMoved(): void;
  /** Something that a report speaks of may look different. */
  onChanged(): void;
  /** The tab came to the front, or left it. */
  onVisibility(): void;
}

/** After a move the page takes away the old note and draws the new one; so long its DOM is watched. */
const SETTLING_MS = 5_000;

/**
 * Listens for what the page does without a new document. The page's own `pushState` cannot be seen from here, but the
 * browser's `navigation` object tells of it (in Firefox from 147 on); before that, the title and `popstate` do.
 */
export function watchPage(events: PageEvents, signal: AbortSignal): void {
  let href = location.href;
  const settling = watchWhileSettling(events.onChanged, signal);
  const lookForMove = (): void => {
    if (location.href === href) return;
    href = location.href;
    settling.start();
    events.onMoved();
  };

  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', lookForMove, { signal });
  window.addEventListener('popstate', lookForMove, { signal });
  window.addEventListener('hashchange', lookForMove, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && events.onMoved(), { signal });
  document.addEventListener('visibilitychange', events.onVisibility, { signal });
  watchElements({ isMoveSeen: navigation !== undefined, lookForMove, onChanged: events.onChanged }, signal);
}

/** Dialogs are put straight into the body; the title changes with the note. */
function watchElements(
  { isMoveSeen, lookForMove, onChanged }: { isMoveSeen: boolean; lookForMove(): void; onChanged(): void },
  signal: AbortSignal,
): void {
  const changes = new MutationObserver(() => {
    if (!isMoveSeen) lookForMove();
    onChanged();
  });
  const start = (): void => {
    if (document.body) changes.observe(document.body, { childList: true });
    if (!isMoveSeen && document.head) changes.observe(document.head, { childList: true, subtree: true });
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start, { once: true, signal });
  } else start();
  signal.addEventListener('abort', () => changes.disconnect());
}

function watchWhileSettling(onChanged: () => void, signal: AbortSignal): { start(): void } {
  const changes = new MutationObserver(onChanged);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    changes.disconnect();
  };
  signal.addEventListener('abort', stop);
  return {
    start() {
      stop();
      changes.observe(document, { childList: true, subtree: true, attributeFilter: ['note-id'] });
      timer = setTimeout(stop, SETTLING_MS);
    },
  };
}
