/**
 * The event in which a port passes from the page's world to the isolated one; cancelled by whoever takes it. The manifest
 * names the content script first and the observer second, and they run in that order (measured, Chromium 156, Firefox
 * 153); in another order there is no port, and the page's own state is read instead of its responses.
 */
export const PORT_OFFERED = 'hongshu-companion:port-offered';

/**
 * Whether elements of the page, and so perhaps its scripts, are there already: then nothing is offered or taken any more.
 * Other extensions may have put elements under the root before; the head is the first that the parser makes.
 */
export function hasPageBegun(): boolean {
  return document.head !== null || document.body !== null;
}
