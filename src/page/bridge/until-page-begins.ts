/**
 * Listens once for an event on the document, but only while the page has nothing in it. A parser adds elements before
 * it runs the first script, and lets microtasks run in between (HTML standard, "script end tag"), so a script of the
 * page never finds this listener: it cannot forge the event.
 */
export function listenUntilPageBegins(type: string, listener: (event: Event) => void): void {
  const stop = (): void => {
    document.removeEventListener(type, onEvent);
    firstElement.disconnect();
  };
  const onEvent = (event: Event): void => {
    stop();
    listener(event);
  };
  const firstElement = new MutationObserver(() => {
    if (hasPageBegun()) stop();
  });
  firstElement.observe(document, { childList: true, subtree: true });
  document.addEventListener(type, onEvent);
}

/**
 * Whether elements of the page, and so perhaps its scripts, are there already. Other extensions may have put their own
 * under the root before; the head is the first that the parser makes.
 */
export function hasPageBegun(): boolean {
  return document.head !== null || document.body !== null;
}
